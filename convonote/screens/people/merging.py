"""`Merging`: who of the others somebody is; the likeliest are proposed, others found by name."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import type_early
from convonote.screens.host import host
from convonote.screens.listing import Listing
from convonote.store.records import NotebookError, Person
from convonote.text.clean import clean
from convonote.widgets.choices import Choice, Choices
from convonote.widgets.footer import Footer
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText

OFFERED = 12
"""People that are offered at a time."""
Offer = tuple[Person, str]
"""Somebody, and why they are proposed."""


class Name(OneLine):
    """The field, from which one moves in the list below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.step(1)", "Next", show=False),
        Binding("up", "screen.step(-1)", "Before", show=False),
    ]


class Merging(ModalScreen[Person | None], Listing[Person | None]):
    """Asks who is the same; dismisses who is chosen."""

    WHERE = Where.PROMPT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PROMPT)
    DEFAULT_CSS = """
    Merging {
        align: center middle;
        &.-tiny #box, &.-flat #box { display: none; }
        Footer { dock: none; }
        #box {
            width: 90%;
            max-width: 72;
            height: auto;
            border: solid $foreground;
            background: $background;
            padding: 0 1;
        }
    }
    """

    def __init__(self, person: Person) -> None:
        super().__init__()
        self._person = person
        self._offers: dict[str, Person] = {}

    def compose(self) -> ComposeResult:
        """The question, a field for a name, and who is offered."""
        with Vertical(id="box"):
            question = f"Who else is {clean(self._person.with_address)}?"
            yield OneLineText((Span(question, "title"),))
            yield Name(placeholder="a name or an address", id="line")
            yield OneLineText(id="told")
            yield Choices()
            yield Footer(self.WHERE)

    def on_mount(self) -> None:
        """Propose who it may be."""
        self.query_one(Choices).can_focus = False
        self.query_one(OneLine).focus()
        self._look("")

    def on_key(self, event: Key) -> None:
        """A letter typed before the field had the focus belongs into it."""
        type_early(self.query_one(OneLine), event)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for who is meant."""
        event.stop()
        self._look(event.value.strip())

    @work(exclusive=True, group="offers")
    async def _look(self, words: str) -> None:
        # Among fifty thousand people it takes a while to see who is alike.
        self._tell("" if words else "looking for who is alike …", "aside")
        try:
            offers = await asyncio.to_thread(self._found if words else self._proposed, words)
        except NotebookError as error:
            self._tell(clean(str(error)), "message")
            return
        self._offer(words, offers)

    def _proposed(self, _: str) -> list[Offer]:
        """Those who look like the same person."""
        own = self._person.id
        pairs = host(self).notebook.duplicates(OFFERED, of=own)
        return [(one.other if one.one.id == own else one.one, one.reason) for one in pairs]

    def _found(self, words: str) -> list[Offer]:
        """Those who have these words."""
        notebook, own = host(self).notebook, self._person.id
        some = notebook.these_contacts(notebook.contact_ids(words)[: OFFERED + 1])
        return [(one.person, "") for one in some if one.person.id != own][:OFFERED]

    def _offer(self, words: str, offers: list[Offer]) -> None:
        self._offers = {str(person.id): person for person, _ in offers}
        self.query_one(Choices).offer(
            [
                Choice(str(person.id), person.with_address + (f"  ({why})" if why else ""))
                for person, why in offers
            ]
        )
        none = "Nobody has these words" if words else "Nobody looks like them; type a name"
        self._tell("" if offers else none, "aside")

    def _tell(self, words: str, style: str) -> None:
        self.query_one("#told", OneLineText).show((Span(words, style),))

    @on(Choices.Taken)
    def action_take(self) -> None:
        """They are one."""
        choice = self.query_one(Choices).selected
        if choice is not None:
            self.dismiss(self._offers[choice.id])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes who is selected."""
        event.stop()
        self.action_take()

    def action_step(self, step: int) -> None:
        """Another of those offered."""
        self.query_one(Choices).move(step)

    def action_leave(self) -> None:
        """Nobody."""
        self.dismiss(None)
