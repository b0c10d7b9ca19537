"""`WhyInTouch`: why somebody stands under *Reach out* (T12)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.reader import Layout, Reading
from convonote.screens.turns.why import rule
from convonote.text.clean import clean
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText
from convonote.widgets.wrapping import wrapped


class WhyInTouch(Reading):
    """How often one wants to be in touch with a person, and how that stands."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def __init__(self, person: int) -> None:
        super().__init__()
        self._person_id = person

    def compose_body(self) -> ComposeResult:
        """The title above the reasons."""
        yield OneLineText((Span(" Why", "title"),), id="title")
        yield from super().compose_body()

    def read(self, cells: int) -> Layout:
        """Their rhythm, where they still have one."""
        rhythm = self.notebook.rhythm(self._person_id)
        if rhythm is None:
            return lambda _cells: [(Span(" Nothing is due with them any more"),)]
        return lambda cells: [
            (Span(f" {clean(rhythm.person.name)}", "title"),),
            (),
            *wrapped(rhythm.why, cells),
            *rule("T12", cells),
        ]
