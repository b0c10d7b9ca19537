"""`RhythmList`: whom to reach out to, and with whom one is in touch."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from textual.message import Message

from convonote.store.rhythm.records import Rhythm
from convonote.widgets.rhythm_row import rhythm_row
from convonote.widgets.sections import Reader, Sections, State
from convonote.widgets.sections_model import SectionsModel
from convonote.widgets.spans import Line, Span


class Standing(StrEnum):
    """How it stands with somebody who has a rhythm."""

    REACH_OUT = "reach out"
    IN_TOUCH = "in touch"


RhythmState = State[Standing, Rhythm]


class RhythmList(Sections[Standing, Rhythm]):
    """Everybody who has a rhythm."""

    @dataclass
    class Moved(Message):
        """Somebody else is selected, or nobody."""

    @dataclass
    class Opened(Message):
        """Somebody was opened."""

        rhythm: Rhythm

    def __init__(
        self, read: Reader[Standing, Rhythm], now: Callable[[], int], zone: tzinfo
    ) -> None:
        """`read` gives windows of a section, `now` the present moment."""
        super().__init__(read, SectionsModel(tuple(Standing), tuple(Standing)))
        self._now = now
        self._zone = zone

    def told_apart(self, row: Rhythm) -> int:
        """By who it is."""
        return row.person.id

    def told_moved(self) -> None:
        """Somebody else is selected."""
        self.post_message(self.Moved())

    def told_opened(self, row: Rhythm) -> None:
        """Somebody was opened."""
        self.post_message(self.Opened(row))

    def heading_line(self, section: Standing, *, selected: bool) -> Line:
        """A section's title with its count."""
        return (Span(" "), Span(f"{section.value.upper()} {self.model.counts[section]}", "heading"))

    def row_line(self, row: Rhythm, cells: int, *, selected: bool) -> Line:
        """One person."""
        return rhythm_row(row, cells, self._now(), self._zone, selected=selected)
