"""Which row of a list in sections is what: headings and what stands below them, open or folded.

Knows no Textual. Rows are numbered from 0 over all sections, and only counts are held here, so
that a section of a hundred thousand conversations costs nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Spot(Generic[S]):
    """A place in a list: a row by its index in a section, or the heading (None)."""

    section: S
    index: int | None = None


class SectionsModel(Generic[S]):
    """The rows of a list in sections."""

    def __init__(self, sections: Sequence[S], always_open: Collection[S]) -> None:
        """`always_open` are the sections that cannot be folded, in the same order."""
        self._sections = sections
        self._always_open = always_open
        self.counts: dict[S, int] = dict.fromkeys(sections, 0)
        self.unfolded: set[S] = set()
        """Those of the folding sections that the user opened."""

    def set_counts(self, counts: Mapping[S, int]) -> None:
        """Take in how many rows each section has now."""
        self.counts = {section: counts.get(section, 0) for section in self._sections}

    def is_open(self, section: S) -> bool:
        """Whether what a section holds is among the rows."""
        return section in self._always_open or section in self.unfolded

    def folds(self, section: S) -> bool:
        """Whether a section can be folded, and so its heading selected."""
        return section not in self._always_open

    def toggle(self, section: S) -> None:
        """Unfold a section or fold it."""
        if self.folds(section):
            self.unfolded ^= {section}

    def _height(self, section: S) -> int:
        return 1 + (self.counts[section] if self.is_open(section) else 0)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(self._height(section) for section in self._sections)

    def spot(self, row: int) -> Spot[S] | None:
        """What stands in a row."""
        if row < 0:
            return None
        for section in self._sections:
            height = self._height(section)
            if row < height:
                return Spot(section, row - 1 if row else None)
            row -= height
        return None

    def row(self, spot: Spot[S]) -> int | None:
        """The row in which something stands; None where it is folded away or gone."""
        before = 0
        for section in self._sections:
            if section is spot.section:
                if spot.index is None:
                    return before
                inside = self.is_open(section) and 0 <= spot.index < self.counts[section]
                return before + 1 + spot.index if inside else None
            before += self._height(section)
        return None

    def selectable(self, spot: Spot[S]) -> bool:
        """What sections hold, and headings that fold."""
        return spot.index is not None or self.folds(spot.section)

    def step(self, row: int, step: int) -> int | None:
        """The next selectable row from `row` in the direction of `step`, or None."""
        row += step
        while (spot := self.spot(row)) is not None:
            if self.selectable(spot):
                return row
            row += step
        return None

    def nearest(self, row: int) -> int | None:
        """The selectable row nearest to `row`: itself, else after, else before."""
        row = max(0, min(row, self.rows - 1))
        spot = self.spot(row)
        if spot is not None and self.selectable(spot):
            return row
        after = self.step(row, 1)
        return after if after is not None else self.step(row, -1)

    def opening(self) -> int | None:
        """The row selected at first: the first below a heading, else a heading with some."""
        for section in self._always_open:
            if self.counts[section]:
                return self.row(Spot(section, 0))
        for section in self._sections:
            if self.counts[section]:
                return self.row(Spot(section))
        return self.step(-1, 1)
