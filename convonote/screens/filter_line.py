"""`FilterLine`: the line at the foot of a list in which one types what the list is filtered by."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from convonote.commands import Where
from convonote.host import key
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import Awaited
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText


class _Words(OneLine):
    """The field; who goes to the list with an arrow keeps the filter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,up", "submit", "Keep", show=False)]


class FilterLine(ModalScreen[str | None], Awaited[str | None]):
    """Tells each letter that is typed; dismisses the words, or None where there shall be none."""

    WHERE = Where.PROMPT
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PROMPT)
    DEFAULT_CSS = """
    FilterLine {
        align: left bottom;
        #line { height: 1; width: 1fr; background: $background; }
        #label { width: 9; }
        #words { width: 1fr; }
        #keys { width: 30; }
        &.-narrow #keys { display: none; }
        &.-tiny #line, &.-flat #line { display: none; }
    }
    """

    def __init__(self, words: str, typed: Callable[[str], None]) -> None:
        """`words` is the filter there is; `typed` is called with each other one."""
        super().__init__()
        self._words = words
        self._typed = typed

    def compose(self) -> ComposeResult:
        """The field, and which keys end it."""
        with Horizontal(id="line"):
            yield OneLineText((Span(" filter: ", "title"),), id="label")
            yield _Words(self._words, id="words")
            keys = (
                Span(key(self, "take"), "key"),
                Span(" keep  "),
                Span(key(self, "leave"), "key"),
            )
            yield OneLineText((*keys, Span(" no filter", "hint")), id="keys")

    def on_input_changed(self, event: Input.Changed) -> None:
        """The list follows."""
        event.stop()
        self._typed(event.value.strip())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps it."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Keep the filter, and go back to the list."""
        self.dismiss(self.query_one(OneLine).value.strip())

    def action_leave(self) -> None:
        """Take the filter away."""
        self.dismiss(None)
