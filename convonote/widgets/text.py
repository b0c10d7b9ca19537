"""Lines that stand on the screen: a single one, and as many as there are, which scroll."""

from collections.abc import Sequence

from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from convonote.widgets.spans import Line
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN


class OneLineText(Widget):
    """One line; it is painted again only when it differs."""

    DEFAULT_CSS = "OneLineText { height: 1; width: 1fr; }"

    def __init__(self, line: Line = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.line = line

    def show(self, line: Line) -> None:
        """Show another line."""
        if line != self.line:
            self.line = line
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line, and nothing below it."""
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        return strip(self.line if y == 0 else (), self.size.width, base)


class ManyLines(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines to read, already cut to the width."""

    DEFAULT_CSS = """
    ManyLines { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()

    @property
    def cursor_screen_offset(self) -> Offset:
        """The first line in view, from which one reads on."""
        return self.content_region.offset

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; it stays where it is as far as they go."""
        if lines != self._lines:
            self._lines = lines
            self.virtual_size = Size(1, len(lines))
            self.refresh()

    def move(self, step: int) -> None:
        """Scroll by a line."""
        self.scroll_to(y=self.scroll_offset.y + step, animate=False)

    def page(self, step: int) -> None:
        """Scroll by half of what is in view."""
        self.move(step * max(1, self.size.height // 2))

    def first(self) -> None:
        """Scroll to the top."""
        self.scroll_to(y=0, animate=False)

    def last(self) -> None:
        """Scroll to the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def render_line(self, y: int) -> Strip:
        """One line."""
        place = y + self.scroll_offset.y
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        line = self._lines[place] if place < len(self._lines) else ()
        return strip(line, self.size.width, base)
