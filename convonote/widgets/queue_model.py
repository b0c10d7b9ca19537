"""Which row of the queue is what: headings and conversations of sections, open or folded.

Knows no Textual. Rows are numbered from 0 over all sections, and only counts are held here, so
that a section of a hundred thousand conversations costs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from convonote.conversation.records import Section

ALWAYS_OPEN = (Section.MINE, Section.NUDGE, Section.THEIRS)
SECTIONS = (*ALWAYS_OPEN, Section.LATER, Section.QUIET, Section.RESTING, Section.CLOSED)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the queue: a conversation by its index in a section, or the heading (None)."""

    section: Section
    index: int | None = None


class QueueModel:
    """The rows of the queue."""

    def __init__(self) -> None:
        self.counts: dict[Section, int] = dict.fromkeys(SECTIONS, 0)
        self.unfolded: set[Section] = set()
        """Those of the folding sections that the user opened."""

    def set_counts(self, counts: Mapping[Section, int]) -> None:
        """Take in how many conversations each section has now."""
        self.counts = {section: counts.get(section, 0) for section in SECTIONS}

    def is_open(self, section: Section) -> bool:
        """Whether the conversations of a section are among the rows."""
        return section in ALWAYS_OPEN or section in self.unfolded

    def folds(self, section: Section) -> bool:
        """Whether a section can be folded, and so its heading selected."""
        return section not in ALWAYS_OPEN

    def toggle(self, section: Section) -> None:
        """Unfold a section or fold it."""
        if self.folds(section):
            self.unfolded ^= {section}

    def _height(self, section: Section) -> int:
        return 1 + (self.counts[section] if self.is_open(section) else 0)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(self._height(section) for section in SECTIONS)

    def spot(self, row: int) -> Spot | None:
        """What stands in a row."""
        if row < 0:
            return None
        for section in SECTIONS:
            height = self._height(section)
            if row < height:
                return Spot(section, row - 1 if row else None)
            row -= height
        return None

    def row(self, spot: Spot) -> int | None:
        """The row in which something stands; None where it is folded away or gone."""
        before = 0
        for section in SECTIONS:
            if section is spot.section:
                if spot.index is None:
                    return before
                inside = self.is_open(section) and 0 <= spot.index < self.counts[section]
                return before + 1 + spot.index if inside else None
            before += self._height(section)
        return None

    def selectable(self, spot: Spot) -> bool:
        """Conversations, and headings that fold."""
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
        """The row that is selected at first: the first conversation, else a heading with some."""
        for section in ALWAYS_OPEN:
            if self.counts[section]:
                return self.row(Spot(section, 0))
        for section in SECTIONS:
            if self.counts[section]:
                return self.row(Spot(section))
        return self.step(-1, 1)
