"""`Reader`: a screen of lines to read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.room import Room
from convonote.store.records import NotebookError, Said
from convonote.text.clean import clean
from convonote.widgets.spans import Line
from convonote.widgets.text import ManyLines


class Reader(Room):
    """Lines that scroll; laid out anew in another width."""

    WHERE = Where.READER
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def compose_body(self) -> ComposeResult:
        """The lines."""
        yield ManyLines(id="lines")

    @property
    def _view(self) -> ManyLines:
        return self.query_one("#lines", ManyLines)

    def lines(self, cells: int) -> list[Line]:
        """What there is to read, in a width."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Take the keys."""
        self._view.focus()

    def on_resize(self) -> None:
        """Lay out in the width there is now."""
        self.reload()

    def reload(self) -> None:
        """Read and lay out again."""
        try:
            self._view.show(self.lines(max(1, self.app.size.width - 1)))
        except NotebookError as error:
            self.host.tell(clean(str(error)))

    def written(self, said: Said | None) -> None:
        """Something was written down in one line."""
        if said is not None:
            self.host.tell("Written down")

    def action_down(self) -> None:
        """A line down."""
        self._view.move(1)

    def action_up(self) -> None:
        """A line up."""
        self._view.move(-1)

    def action_page_down(self) -> None:
        """Half a page down."""
        self._view.page(1)

    def action_page_up(self) -> None:
        """Half a page up."""
        self._view.page(-1)

    def action_first(self) -> None:
        """To the top."""
        self._view.first()

    def action_last(self) -> None:
        """To the end."""
        self._view.last()
