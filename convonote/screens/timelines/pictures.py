"""`Pictures`: who spoke when, in a conversation or with somebody."""

from typing import ClassVar

from textual.binding import BindingType

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.reader import Layout, Reading
from convonote.telling.picturing import glyphs_here, parts, picture_lines
from convonote.text.clean import clean
from convonote.widgets.spans import Line, Span


class Pictures(Reading):
    """The pictures of one conversation or person, each with its words."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def __init__(self, *, conversation: int | None = None, person: int | None = None) -> None:
        super().__init__()
        self._of_conversation = conversation
        self._of_person = person

    def on_resize(self) -> None:
        """Another width shows other parts of the time."""
        if self.read_for not in (0, self.cells):
            self.reload()

    def read(self, cells: int) -> Layout:
        """The title, and the pictures as wide as the screen."""
        picture = self.notebook.picture(
            conversation=self._of_conversation, person=self._of_person, parts=parts(cells)
        )
        if picture is None:
            return lambda _cells: [(Span(" This is not there any more"),)]
        now, zone = self.notebook.now(), self.notebook.zone
        title: Line = (Span(f" {clean(picture.title)}", "title"),)
        drawn = [title, (), *picture_lines(picture, cells, glyphs_here(), now, zone)]
        return lambda _cells: drawn
