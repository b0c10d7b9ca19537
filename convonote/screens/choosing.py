"""`Choosing`: one of many things, found by typing words; the likeliest are offered first."""

import asyncio
from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Paste
from textual.widgets import Input

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.dialog import Dialog
from convonote.screens.early_keys import paste_early
from convonote.store.errors import NotebookError
from convonote.text.clean import clean
from convonote.widgets.choices import Choice, Choices
from convonote.widgets.footer import Footer
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText

OFFERED = 12
"""Things that are offered at a time."""

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Offer(Generic[Thing]):
    """Something that can be chosen, and how it is called."""

    thing: Thing
    name: str


class _Words(OneLine):
    """The field, from which one moves in the list below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.step(1)", "Next", show=False),
        Binding("up", "screen.step(-1)", "Before", show=False),
    ]


class Choosing(Dialog[Thing | None], Generic[Thing]):
    """Asks which; dismisses it, or None."""

    WHERE = Where.PROMPT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PROMPT)

    def __init__(self, question: str, *, placeholder: str) -> None:
        super().__init__()
        self._question = clean(question)
        self._placeholder = placeholder
        self._offers: Sequence[Offer[Thing]] = ()
        self._looking = False
        self._taking = False
        """Enter was pressed before what was typed had been looked for."""

    @abstractmethod
    def read(self, words: str) -> Sequence[Offer[Thing]]:
        """What is offered for some words, for none the likeliest; called in a thread."""

    @abstractmethod
    def none(self, words: str) -> str:
        """What is told where nothing is offered."""

    def compose(self) -> ComposeResult:
        """The question, a field for words, and what is offered."""
        with Vertical(id="box"):
            yield OneLineText((Span(self._question, "title"),))
            yield _Words(placeholder=self._placeholder, id="line")
            yield OneLineText(id="told")
            yield Choices()
            yield Footer(self.WHERE)

    def on_mount(self) -> None:
        """Offer what is likely."""
        self.query_one(Choices).can_focus = False
        self.query_one(OneLine).focus()
        self._look("")

    def on_paste(self, event: Paste) -> None:
        """A paste that came before the field had the focus belongs into it."""
        paste_early(self.query_one(OneLine), event)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is meant."""
        event.stop()
        self._look(event.value.strip())

    def _look(self, words: str) -> None:
        self._looking = True
        self._tell("" if words else "looking …")
        self._read(words)

    @work(exclusive=True, group="offers")
    async def _read(self, words: str) -> None:
        try:
            offers = await asyncio.to_thread(self.read, words)
            if not self.is_here:
                return
        except NotebookError as error:
            self._looking = self._taking = False
            self._tell(str(error), "message")
            return
        self._looking = False
        self._offers = offers
        self.query_one(Choices).offer(
            [Choice(str(place), offer.name) for place, offer in enumerate(offers)]
        )
        self._tell("" if offers else self.none(words))
        if self._taking:
            self._taking = False
            self.action_take()

    def _tell(self, words: str, style: str = "aside") -> None:
        self.query_one("#told", OneLineText).show((Span(clean(words), style),))

    @on(Choices.Taken)
    def action_take(self) -> None:
        """This one."""
        choice = self.query_one(Choices).selected
        if choice is not None:
            self.dismiss(self._offers[int(choice.id)].thing)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes what is selected, among what was found for all that was typed."""
        event.stop()
        if self._looking:
            self._taking = True
        else:
            self.action_take()

    def action_step(self, step: int) -> None:
        """Another of those offered."""
        self.query_one(Choices).move(step)

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)
