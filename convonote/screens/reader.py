"""`Reader`: a screen of lines to read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.moving import Moving
from convonote.screens.room import Room
from convonote.store.records import NotebookError, Said
from convonote.text.clean import clean
from convonote.widgets.spans import Line
from convonote.widgets.text import ManyLines


class Reader(Moving, Room):
    """Lines that scroll; laid out anew in another width."""

    WHERE = Where.READER
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def compose_body(self) -> ComposeResult:
        """The lines."""
        yield ManyLines(id="lines")

    @property
    def pane(self) -> ManyLines:
        """The lines."""
        return self.query_one("#lines", ManyLines)

    def lines(self, cells: int) -> list[Line]:
        """What there is to read, in a width."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Take the keys."""
        self.pane.focus()

    def on_resize(self) -> None:
        """Lay out in the width there is now."""
        self.reload()

    def reload(self) -> None:
        """Read and lay out again."""
        try:
            self.pane.show(self.lines(max(1, self.app.size.width - 1)))
        except NotebookError as error:
            self.host.tell(clean(str(error)))

    def written(self, said: Said | None) -> None:
        """Something was written down in one line."""
        if said is not None:
            self.host.tell("Written down")
