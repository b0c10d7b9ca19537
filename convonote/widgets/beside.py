"""Beside or below the fields of a composer: what matters before writing to somebody again."""

from textual.app import ComposeResult
from textual.containers import Container

from convonote.host import host, key
from convonote.store.listening.records import Before
from convonote.widgets.before_lines import before_line, before_lines
from convonote.widgets.spans import Span
from convonote.widgets.text import ManyLines, OneLineText

WIDTH = 100
"""Columns of the screen from which it stands beside the text; below it is one line."""


class Beside(Container):
    """What matters before writing, as wide as there is room."""

    DEFAULT_CSS = """
    Beside {
        display: none;
        #before-lines { height: 1fr; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._before = Before()

    def compose(self) -> ComposeResult:
        """All of it, or the one line that stands for it."""
        yield ManyLines(id="before-lines")
        yield OneLineText(id="before-line")

    def on_mount(self) -> None:
        """It is read, not gone to."""
        self.query_one("#before-lines").can_focus = False

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._lay_out()

    def show(self, before: Before) -> None:
        """Show what matters; nothing at all where nothing does."""
        self._before = before
        self.display = before != Before()
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        notebook = host(self).notebook
        if self.app.size.width >= WIDTH:
            lines = before_lines(self._before, self.size.width, notebook.now(), notebook.zone)
            self.query_one("#before-lines", ManyLines).show(lines)
        else:
            line = before_line(self._before, notebook.now(), notebook.zone)
            all_of_it = key(self, "before-writing")
            shown = (Span(f" {all_of_it} ", "hint"), Span(line, "aside"))
            self.query_one("#before-line", OneLineText).show(shown)
