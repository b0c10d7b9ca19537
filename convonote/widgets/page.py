"""Some markdown, wrapped to the width: what is answered, and the preview."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size

from convonote.text.lines import lines
from convonote.widgets.spans import Line
from convonote.widgets.text import ManyLines


class Page(ManyLines):
    """Lines of markdown under a line that says what they are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "turn(1)", "Scroll down", show=False),
        Binding("up", "turn(-1)", "Scroll up", show=False),
        Binding("pagedown", "turn_page(1)", "Page down", show=False),
        Binding("pageup", "turn_page(-1)", "Page up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._head: Line = ()
        self._markdown = ""
        self._laid: tuple[int, list[Line]] = (0, [])

    def show_markdown(self, markdown: str, head: Line = ()) -> None:
        """Show other markdown."""
        if (markdown, head) != (self._markdown, self._head):
            self._markdown, self._head = markdown, head
            self._laid = (0, [])
            self._wrap(self.size.width)
            if self.styles.is_auto_height:
                self.refresh(layout=True)

    def on_resize(self) -> None:
        """Wrap again, for another width."""
        self._wrap(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it has lines."""
        return len(self._lines_for(width))

    def _wrap(self, cells: int) -> None:
        if cells > 0:
            self.show(self._lines_for(cells))

    def _lines_for(self, cells: int) -> list[Line]:
        """The lines at a width, made once."""
        if self._laid[0] != cells:
            body = lines(self._markdown, cells) if self._markdown.strip() else []
            self._laid = (cells, [self._head, *body] if self._head else list(body))
        return self._laid[1]

    def action_turn(self, step: int) -> None:
        """Scroll by a line."""
        self.move(step)

    def action_turn_page(self, step: int) -> None:
        """Scroll by half of what is in view."""
        self.page(step)
