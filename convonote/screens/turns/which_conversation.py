"""`WhichConversation`: another conversation, found by its topic or the people in it."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import type_early
from convonote.screens.host import host
from convonote.screens.listing import Listing
from convonote.screens.people.merging import Name
from convonote.store.records import Conversation, NotebookError
from convonote.text.clean import clean
from convonote.text.times import said
from convonote.widgets.choices import Choice, Choices
from convonote.widgets.footer import Footer
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText

OFFERED = 12
"""Conversations that are offered at a time."""


class WhichConversation(ModalScreen[Conversation | None], Listing[Conversation | None]):
    """Asks which other conversation; dismisses it, or None."""

    WHERE = Where.PROMPT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PROMPT)
    DEFAULT_CSS = """
    WhichConversation {
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

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self._conversation = conversation
        self._offers: dict[str, Conversation] = {}

    def compose(self) -> ComposeResult:
        """The question, a field for words, and what is offered."""
        with Vertical(id="box"):
            yield OneLineText((Span("Which conversation?", "title"),))
            yield Name(placeholder="a topic or a name", id="line")
            yield OneLineText(id="told")
            yield Choices()
            yield Footer(self.WHERE)

    def on_mount(self) -> None:
        """Offer those with the same people."""
        self.query_one(Choices).can_focus = False
        self.query_one(OneLine).focus()
        self._look("")

    def on_key(self, event: Key) -> None:
        """A letter typed before the field had the focus belongs into it."""
        type_early(self.query_one(OneLine), event)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is meant."""
        event.stop()
        self._look(event.value.strip())

    @work(exclusive=True, group="offers")
    async def _look(self, words: str) -> None:
        try:
            offers = await asyncio.to_thread(self._read, words)
        except NotebookError as error:
            self.query_one("#told", OneLineText).show((Span(clean(str(error)), "message"),))
            return
        self._offer(words, offers)

    def _read(self, words: str) -> list[Conversation]:
        """Those that have the words, else those with the same people."""
        notebook, own = host(self).notebook, self._conversation
        if words:
            ids = [id for some in notebook.fitting(words).values() for id in some[: OFFERED + 1]]
            found = notebook.these_conversations(ids[: OFFERED + 1])
        else:
            found = [each for person in own.people[:3] for each in notebook.with_person(person.id)]
        once = {each.id: each for each in found if each.id != own.id}
        return list(once.values())[:OFFERED]

    def _offer(self, words: str, offers: list[Conversation]) -> None:
        now = host(self).notebook.now()
        self._offers = {str(each.id): each for each in offers}
        self.query_one(Choices).offer([Choice(str(each.id), _named(each, now)) for each in offers])
        told = (
            "" if offers else "No conversation has these words" if words else "Type a few letters"
        )
        self.query_one("#told", OneLineText).show((Span(told, "aside"),))

    @on(Choices.Taken)
    def action_take(self) -> None:
        """This one."""
        choice = self.query_one(Choices).selected
        if choice is not None:
            self.dismiss(self._offers[choice.id])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes what is selected."""
        event.stop()
        self.action_take()

    def action_step(self, step: int) -> None:
        """Another of those offered."""
        self.query_one(Choices).move(step)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)


def _named(conversation: Conversation, now: int) -> str:
    people = ", ".join(clean(person.name) for person in conversation.people[:3])
    last = "" if conversation.last_at is None else f"  {said(conversation.last_at, 0, now)}"
    return f"{clean(conversation.topic) or 'no topic'}  {people}{last}"
