"""`WhyInTouch`: why somebody stands under *Reach out* (T12)."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from convonote.commands import Where
from convonote.conversation.zones import day_of
from convonote.host import host
from convonote.screens.bindings import bindings
from convonote.screens.reader import Layout, Reading
from convonote.store.rhythm.records import Rhythm
from convonote.text.clean import clean
from convonote.text.times import long_day
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
        """Their rhythm, where they have one."""
        rhythm = self.notebook.rhythm(self._person_id)
        if rhythm is None:
            none = f"No rhythm is set with them, so nothing is due; {self._sets()}"
            return lambda cells: wrapped(none, cells)
        today = day_of(self.notebook.now(), self.notebook.zone)
        return lambda cells: [
            (Span(f" {clean(rhythm.person.name)}", "title"),),
            (),
            *wrapped(rhythm.why, cells),
            *wrapped(f"T12: {_cause(rhythm, today)}", cells, style="aside"),
        ]

    def _sets(self) -> str:
        """How a rhythm is set."""
        return f"{host(self).keymap.key('set-rhythm', Where.PEOPLE)} on People sets one"


def _cause(rhythm: Rhythm, today: date) -> str:
    """Why they stand under *Reach out*, or from when they will."""
    causes = []
    if rhythm.overdue >= 0:
        causes.append("the day has come by which you wanted to be in touch")
    if rhythm.birthday is not None:
        causes.append("their birthday is near")
    if not rhythm.reaching:
        when = long_day(rhythm.due, today)
        causes = [f"you want to be in touch by {when}, and until then nothing is due"]
    sentence = ", and ".join(causes)
    return f"{sentence[0].upper()}{sentence[1:]}."
