"""`PromiseRows`: the list of promises in its sections."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from textual.message import Message

from convonote.conversation.promising import PromiseSection
from convonote.store.promises.records import PromiseRow
from convonote.widgets.promise_lines import promise_heading, promise_row
from convonote.widgets.sections import Reader, Sections, State
from convonote.widgets.sections_model import SectionsModel
from convonote.widgets.spans import Line

PromiseListState = State[PromiseSection, PromiseRow]

ALWAYS_OPEN = (PromiseSection.OVERDUE, PromiseSection.DUE, PromiseSection.OPEN)
SETTLED = (PromiseSection.KEPT, PromiseSection.LET_GO)


class PromiseRows(Sections[PromiseSection, PromiseRow]):
    """Promises; what is suggested and what is settled is folded at first."""

    @dataclass
    class Moved(Message):
        """Something else is selected."""

    @dataclass
    class Opened(Message):
        """A promise was opened."""

        promise: PromiseRow

    def __init__(
        self,
        read: Reader[PromiseSection, PromiseRow],
        now: Callable[[], int],
        zone: tzinfo,
        *,
        id: str | None = None,
    ) -> None:
        """`read` gives windows of a section, `now` the present moment."""
        super().__init__(read, SectionsModel(tuple(PromiseSection), ALWAYS_OPEN), id=id)
        self._now = now
        self._zone = zone

    def show_settled(self) -> bool:
        """Unfold what was kept and let go, or fold both; whether they are shown now."""
        shown = not all(self.model.is_open(section) for section in SETTLED)
        for section in SETTLED:
            if self.model.is_open(section) != shown:
                self.model.toggle(section)
        return shown

    def told_apart(self, row: PromiseRow) -> int:
        """By its id."""
        return row.id

    def told_moved(self) -> None:
        """Something else is selected."""
        self.post_message(self.Moved())

    def told_opened(self, row: PromiseRow) -> None:
        """A promise was opened."""
        self.post_message(self.Opened(row))

    def heading_line(self, section: PromiseSection, *, selected: bool) -> Line:
        """A section's title with its count."""
        return promise_heading(
            section,
            self.model.counts[section],
            folds=self.model.folds(section),
            unfolded=self.model.is_open(section),
            selected=selected,
        )

    def row_line(self, row: PromiseRow, cells: int, *, selected: bool) -> Line:
        """One promise."""
        return promise_row(row, cells, self._now(), self._zone, selected=selected)
