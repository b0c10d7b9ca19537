"""The least that Textual can do, to compare with: `hello` shows a word, `list` a line-API list."""

import sys
from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static


class Hello(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        """The word."""
        yield Static("hello")


class Lines(ScrollView, can_focus=True):
    """A thousand lines, one of them marked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "down"), Binding("k", "up")]
    at = 0

    def on_mount(self) -> None:
        """Say how long it is."""
        self.virtual_size = Size(40, 1000)

    def render_line(self, y: int) -> Strip:
        """One line."""
        y += self.scroll_offset.y
        mark = ">" if y == self.at else " "
        return Strip([Segment(f"{mark} line {y:<30}")])

    def action_down(self) -> None:
        """The next line."""
        self._move(1)

    def action_up(self) -> None:
        """The line before."""
        self._move(-1)

    def _move(self, step: int) -> None:
        before, self.at = self.at, max(0, self.at + step)
        self.refresh_lines(before)
        self.refresh_lines(self.at)


class List(App[None]):
    """Nothing but the lines."""

    def compose(self) -> ComposeResult:
        """The lines."""
        yield Lines()


if __name__ == "__main__":
    {"hello": Hello, "list": List}[sys.argv[1]]().run()
