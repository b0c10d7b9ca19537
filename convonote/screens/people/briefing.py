"""`BriefingScreen`: all that is worth a look before one speaks with somebody."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.pick import Pick
from convonote.screens.reader import Layout, Reading
from convonote.screens.room import Room
from convonote.store.people.person_records import Person
from convonote.store.people.records import Briefing
from convonote.telling.briefed import about, fitted, parts
from convonote.text.clean import clean
from convonote.text.width import cut
from convonote.widgets.choices import Choice
from convonote.widgets.spans import Line, Span
from convonote.widgets.wrapping import wrapped

BELOW = 1
"""Rows below what is read: the keys."""


class BriefingScreen(Reading):
    """One screen about one person, never more: what there is no room for is counted."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def __init__(self, person: int) -> None:
        super().__init__()
        self._person = person

    def read(self, cells: int) -> Layout:
        """All of it at once."""
        return partial(self._laid_out, self.notebook.briefing(self._person))

    def _laid_out(self, briefing: Briefing | None, cells: int) -> list[Line]:
        """Who they are, and each part under its title."""
        if briefing is None:
            return wrapped("This person is not there any more.", cells)
        name = clean(briefing.contact.person.name)
        found: list[Line] = [(Span(f" Briefing: {name}", "title"),)]
        for words in about(briefing):
            found += wrapped(words, cells)
        told = tuple(parts(briefing, self.notebook.now(), self.notebook.zone))
        rows = self.app.size.height - BELOW - len(found)
        airy = sum(2 + len(part.lines) for part in told) <= rows
        for part in told if airy else fitted(told, rows):
            found += [()] if airy else []
            found += [(Span(f" {part.title}", "heading"),)]
            # A line each, so that all of it is seen at once.
            found += [(Span(f"   {cut(clean(line), cells - 3)}"),) for line in part.lines]
        return found


def brief(screen: Room, people: Sequence[Person]) -> None:
    """Show the briefing on one of some people, and ask which where there are several."""

    def picked(id: str | None) -> None:
        if id is not None:
            screen.app.push_screen(BriefingScreen(int(id)))

    if not people:
        screen.host.tell("Nobody else is in this conversation")
    elif len(people) == 1:
        picked(str(people[0].id))
    else:
        choices = [Choice(str(one.id), one.name) for one in people]
        screen.app.push_screen(Pick("Briefing on whom?", choices), picked)
