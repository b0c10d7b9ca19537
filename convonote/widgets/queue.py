"""`QueueList`: the queue in its sections."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import tzinfo

from textual.message import Message

from convonote.conversation.turn_records import Section
from convonote.store.records import Conversation
from convonote.store.rhythm.records import ReachOut
from convonote.widgets.queue_model import QueueModel
from convonote.widgets.rhythm_row import rhythm_row
from convonote.widgets.rows import conversation_row, heading
from convonote.widgets.sections import PAGE, Reader, Sections, State
from convonote.widgets.spans import Line

__all__ = ["PAGE", "QueueList", "QueueState", "Row"]

Row = Conversation | ReachOut
"""A conversation, or somebody to reach out to."""
QueueState = State[Section, Row]


class QueueList(Sections[Section, Row]):
    """The queue."""

    @dataclass
    class Moved(Message):
        """Something else is selected; None for a heading or an empty queue."""

        conversation: Conversation | None

    @dataclass
    class Opened(Message):
        """A conversation was opened."""

        conversation: Conversation

    @dataclass
    class PersonOpened(Message):
        """Somebody to reach out to was opened."""

    def __init__(
        self,
        read: Reader[Section, Row],
        now: Callable[[], int],
        zone: tzinfo,
        *,
        id: str | None = None,
    ) -> None:
        """`read` gives windows of a section, `now` the present moment."""
        super().__init__(read, QueueModel(), id=id)
        self._now = now
        self._zone = zone
        self.marked: dict[int, Conversation] = {}
        """What is marked, by id, in the order in which it was."""

    def mark(self) -> None:
        """Mark or unmark the selected conversation, and go on to the next."""
        if (conversation := self.selected) is None:
            return
        if self.marked.pop(conversation.id, None) is None:
            self.marked[conversation.id] = conversation
        # Marks take a column: with the first and the last of them, all rows change.
        self.refresh()
        self.move(1)

    def keep_marked(self, conversations: Iterable[Conversation]) -> None:
        """Let only these stay marked, as they are now."""
        before, self.marked = self.marked, {one.id: one for one in conversations}
        if before.keys() != self.marked.keys():
            self.refresh()

    @property
    def selected(self) -> Conversation | None:
        """The selected conversation; None for a person, a heading or an empty queue."""
        row = super().selected
        return row if isinstance(row, Conversation) else None

    @property
    def reaching(self) -> ReachOut | None:
        """Who is selected, of those to reach out to."""
        row = super().selected
        return row if isinstance(row, ReachOut) else None

    def told_apart(self, row: Row) -> Hashable:
        """A conversation by its id, a person by theirs."""
        return row.id if isinstance(row, Conversation) else ("person", row.person.id)

    @property
    def heading(self) -> Section | None:
        """The section whose heading is selected."""
        spot = None if self.row is None else self.model.spot(self.row)
        return spot.section if spot is not None and spot.index is None else None

    def told_moved(self) -> None:
        """Something else is selected."""
        self.post_message(self.Moved(self.selected))

    def told_opened(self, row: Row) -> None:
        """A row was opened."""
        if isinstance(row, Conversation):
            self.post_message(self.Opened(row))
        else:
            self.post_message(self.PersonOpened())

    def heading_line(self, section: Section, *, selected: bool) -> Line:
        """A section's title with its count."""
        return heading(
            section,
            self.model.counts[section],
            folds=self.model.folds(section),
            unfolded=self.model.is_open(section),
            selected=selected,
        )

    def row_line(self, row: Row, cells: int, *, selected: bool) -> Line:
        """One conversation, or one person."""
        if isinstance(row, ReachOut):
            return rhythm_row(row, cells, self._now(), self._zone, selected=selected)
        marked = row.id in self.marked if self.marked else None
        return conversation_row(
            row, cells, self._now(), self._zone, selected=selected, marked=marked
        )
