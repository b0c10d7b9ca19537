"""The text field of many lines in which things are written down."""

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.events import Paste
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from convonote.text.clean import clean
from convonote.text.wrapping import parted
from convonote.widgets.text_keys import text_keys

MUCH = 100_000
"""Characters of a paste that takes so long that it is told."""
PAINTED = 0.1
"""Seconds within which what is told is seen."""
LONGEST_WRAPPED = 20_000
"""Characters; wrapping a line that is longer again with each letter would take seconds."""


class Editor(TextArea, inherit_bindings=False):
    """Markdown, wrapped, without line numbers and without anything that blinks."""

    BINDINGS: ClassVar[list[BindingType]] = text_keys(TextArea.BINDINGS)
    DEFAULT_CSS = """
    Editor {
        background: $background;
        color: $foreground;
        padding: 0;
        scrollbar-size-vertical: 1;
    }
    """

    @dataclass
    class Told(Message):
        """What there is to tell of a large paste."""

        text: str

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        self._joined: str | None = None
        super().__init__(
            text,
            soft_wrap=not _has_long_line(text),
            id=id,
            compact=True,
            highlight_cursor_line=False,
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False

    @property
    def text(self) -> str:
        """The text; joined once after each change, since Textual asks for it on every row."""
        if self._joined is None:
            self._joined = self.document.text
        return self._joined

    @text.setter
    def text(self, value: str) -> None:
        self.load_text(value)

    def load_text(self, text: str) -> None:
        """Show another text, without a way back to the one before."""
        self._joined = None
        self.soft_wrap = not _has_long_line(text)
        super().load_text(text)

    async def on_paste(self, event: Paste) -> None:
        """Say that much comes, and break very long lines: markdown reads on over a line end."""
        if len(event.text) < MUCH:
            return
        many = f"{len(event.text):,} characters"
        self.post_message(self.Told(f"pasting {many} …"))
        # That is painted meanwhile; what is typed after the paste waits behind it.
        await asyncio.sleep(PAINTED)
        text = parted(event.text, LONGEST_WRAPPED)
        broken = "" if text == event.text else "; very long lines are broken, and read as one"
        event.text = text
        self.call_after_refresh(self.post_message, self.Told(f"{many} pasted{broken}"))

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, and forget the joined one."""
        if self.soft_wrap and _has_long_line(edit.text):
            self.soft_wrap = False
        self._joined = None
        return super().edit(edit)

    def undo(self) -> None:
        """Take back the last edits."""
        if self.history.undo_stack:
            self._before_history()
            super().undo()

    def redo(self) -> None:
        """Do them again."""
        if self.history.redo_stack:
            self._before_history()
            super().redo()

    def _before_history(self) -> None:
        """Put the cursor where every text has a place.

        Textual 8.2 lays out the shorter text while the cursor still stands beyond its end.
        """
        self._joined = None
        self.selection = Selection.cursor((0, 0))

    def replace_all(self, text: str) -> None:
        """Put another text in place of this one; undo brings this one back."""
        self.history.checkpoint()
        document = self.document
        self.replace(text, document.start, document.end, maintain_selection_offset=False)
        self.history.checkpoint()

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown: a pasted control character must not reach the terminal.

        Each character stays one character, so that the cursor stands where it should.
        """
        line = self.document.get_line(line_index)
        if clean(shown := line.replace("\t", " ")) != shown:
            line = "".join(
                one if one == "\t" or one.isprintable() else (clean(one) or "·")[0] for one in line
            )
        return Text(line, end="", no_wrap=True)


def _has_long_line(text: str) -> bool:
    """Whether a line is longer than can be wrapped while typing."""
    if len(text) <= LONGEST_WRAPPED:
        return False
    return any(len(line) > LONGEST_WRAPPED for line in text.splitlines())
