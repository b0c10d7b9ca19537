"""A question that is answered in one line: a name, a date, a path."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Paste
from textual.screen import Screen
from textual.widgets import Input

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.dialog import Dialog
from convonote.screens.early_keys import paste_early
from convonote.text.clean import clean
from convonote.widgets.footer import Footer
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText


@dataclass(frozen=True, slots=True)
class Echo:
    """What is made of what is typed."""

    text: str
    """Such as `= Fri 27 Nov`, or what is wrong with it."""
    good: bool = True
    """Whether it can be taken."""


class Prompt(Dialog[str | None]):
    """Ask for a line; dismisses it without the spaces around it, or None."""

    WHERE = Where.PROMPT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PROMPT)

    def __init__(
        self,
        question: str,
        *,
        value: str = "",
        placeholder: str = "",
        echo: Callable[[str], Echo] | None = None,
        empty: str = "",
    ) -> None:
        """`echo` is called with what is typed, without the spaces around it, and must be quick.

        `empty` is what an empty line means; without it, such a line cannot be taken.
        """
        super().__init__()
        self._question = clean(question)
        self._value = value
        self._placeholder = placeholder
        self._echo = echo
        self._empty = empty

    def compose(self) -> ComposeResult:
        """The question, the line, and what is made of it."""
        with Vertical(id="box"):
            yield OneLineText((Span(self._question, "title"),))
            yield OneLine(self._value, self._placeholder, id="line")
            yield OneLineText(id="echo")
            yield Footer(self.WHERE)

    def on_mount(self) -> None:
        """Echo what stands there already."""
        self._show(self._heard)

    def on_paste(self, event: Paste) -> None:
        """A paste that came before the field had the focus belongs into it."""
        paste_early(self.query_one(OneLine), event)

    def begin_with(self, words: str) -> bool:
        """Let these words stand there; whether they can be taken as they are."""
        self._value = words
        return bool(words) and self._echoed(words).good

    @property
    def _typed(self) -> str:
        return self.query_one("#line", OneLine).value.strip()

    @property
    def _heard(self) -> Echo:
        """What is made of the line."""
        if not self._typed:
            return Echo(self._empty, good=bool(self._empty))
        return self._echoed(self._typed)

    def _echoed(self, words: str) -> Echo:
        return self._echo(words) if self._echo else Echo("")

    def _show(self, echo: Echo) -> None:
        style = "aside" if echo.good else "overdue"
        self.query_one("#echo", OneLineText).show((Span(clean(echo.text), style),))

    def on_input_changed(self) -> None:
        """Echo each letter."""
        self._show(self._heard)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes it."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take the line, where something can be made of it."""
        echo = self._heard
        if echo.good:
            self.dismiss(self._typed)
        else:
            self._show(Echo(echo.text or "Type something first, or go back", good=False))

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


def ask(
    screen: Screen[Any], prompt: Prompt, then: Callable[[str | None], None], words: str = ""
) -> None:
    """Ask, unless the answer was written already, behind a command in the palette."""
    if prompt.begin_with(words):
        then(words)
    else:
        screen.app.push_screen(prompt, then)
