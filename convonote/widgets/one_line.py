"""A text field of one line that can undo, does not blink, and shows nothing unclean."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.message import Message
from textual.widgets import Input

from convonote.text.clean import clean
from convonote.widgets.text_keys import text_keys

KEPT = 200
"""Values that can be undone."""
LONGEST_PASTE = 2_000
"""Characters of a paste that one line takes; a field paints all of its text with each letter."""


class OneLine(Input, inherit_bindings=False):
    """One line of text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *text_keys(Input.BINDINGS),
        Binding("ctrl+z", "undo", "Undo", show=False),
        Binding("ctrl+y", "redo", "Redo", show=False),
    ]
    DEFAULT_CSS = """
    OneLine {
        background: $background;
        color: $foreground;
        &:focus { background-tint: $background 0%; }
        & > .input--cursor, &:ansi > .input--cursor {
            background: $background;
            color: $foreground;
            text-style: reverse;
        }
    }
    """

    @dataclass
    class Shortened(Message):
        """More was pasted than one line takes."""

        taken: int
        """How many characters of it stand here."""

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:
        self._past: list[str] = []
        self._future: list[str] = []
        self._stepping = False
        super().__init__(clean(value), placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Only what can be shown as it is gets in: a paste may hold anything."""
        return clean(value)

    def watch_value(self, before: str, value: str) -> None:
        """Remember what stood here, for undo."""
        if value != before and not self._stepping:
            self._past.append(before)
            del self._past[:-KEPT]
            self._future.clear()

    def on_paste(self, event: Paste) -> None:
        """Take what was pasted as one line, as far as a line goes."""
        event.stop()
        event.prevent_default()
        # Only the beginning is looked at: it may be a book.
        words = " ".join(event.text[: 2 * LONGEST_PASTE].split())
        if len(words) > LONGEST_PASTE:
            words = words[:LONGEST_PASTE]
            self.post_message(self.Shortened(LONGEST_PASTE))
        self.replace(words, *self.selection)

    def action_undo(self) -> None:
        """Take back the last change of this field."""
        self._step(self._past, self._future)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step(self._future, self._past)

    def _step(self, source: list[str], other: list[str]) -> None:
        """Move to the last value of one list; what stands here goes onto the other."""
        if source:
            value = source.pop()
            other.append(self.value)
            self._stepping = True
            self.value = value
            self._stepping = False
            self.cursor_position = len(value)
