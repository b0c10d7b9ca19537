"""`Messages`: everything that was told since the start, the latest first."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from convonote.commands import Where
from convonote.conversation.zones import offset_at
from convonote.host import key
from convonote.screens.bindings import bindings
from convonote.screens.reader import Reader
from convonote.text.times import said
from convonote.text.width import pad
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import OneLineText
from convonote.widgets.wrapping import wrapped


class Messages(Reader):
    """What was told, with when."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def compose_body(self) -> ComposeResult:
        """The title above the messages."""
        title = (Span(" Messages", "title"), Span("  since the start, the latest first", "aside"))
        yield OneLineText(title, id="title")
        yield from super().compose_body()

    def lines(self, cells: int) -> list[Line]:
        """Each message behind its time."""
        now, zone = self.notebook.now(), self.notebook.zone
        found: list[Line] = []
        for told in reversed([*self.host.messages]):
            when = f" {pad(said(told.at, offset_at(told.at, zone), now), 12)} "
            first, *more = wrapped(told.text, max(20, cells - len(when)), "")
            found.append((Span(when, "when"), *first))
            found += [(Span(" " * len(when)), *line) for line in more]
        none = "Nothing was told since the start. What the last line says of a change comes here."
        return found or wrapped(f"{none} {key(self, 'back')} leads back.", cells, " ", "aside")
