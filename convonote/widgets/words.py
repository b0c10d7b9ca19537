"""Some words over the whole width, on as many lines as they take."""

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from convonote.widgets.spans import Line
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN
from convonote.widgets.wrapping import wrapped


class Words(Widget):
    """One paragraph; it wraps again in another width."""

    DEFAULT_CSS = "Words { height: auto; width: 1fr; }"

    def __init__(self, words: str = "", *, style: str = "message", id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = words
        self._style = style

    def show(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self.refresh(layout=True)

    def _lines(self, cells: int) -> list[Line]:
        return wrapped(self._words, max(1, cells), style=self._style)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it has lines."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line."""
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        lines = self._lines(self.size.width)
        return strip(lines[y] if y < len(lines) else (), self.size.width, base)
