"""`HitList`: what was found, newest first, a line each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.events import Click
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from convonote.store.search.records import Hit
from convonote.text.clean import clean
from convonote.text.times import said
from convonote.text.width import pad
from convonote.widgets.row_cursor import on_row
from convonote.widgets.rows import MARKER
from convonote.widgets.spans import Line, Span, Styled
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN, SELECTED

NEAR = 10
"""Rows before the end at which more are asked for."""


class HitList(ScrollView, can_focus=False, inherit_bindings=False):
    """Hits, of which one is selected; more are asked for when the end is near."""

    DEFAULT_CSS = """
    HitList { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto; height: 1fr; }
    """

    @dataclass
    class More(Message):
        """The end of what was read is near."""

        have: int

    @dataclass
    class Opened(Message):
        """A hit was clicked twice."""

        hit: Hit

    def __init__(self, now: Callable[[], int]) -> None:
        super().__init__()
        self._now = now
        self._hits: list[Hit] = []
        self._complete = True
        self.row = 0
        """The selected row."""

    def show(self, hits: Sequence[Hit], *, complete: bool) -> None:
        """Show other hits; `complete` where there are no more of them."""
        self._hits, self._complete, self.row = list(hits), complete, 0
        self.virtual_size = Size(1, len(self._hits))
        self.scroll_to(y=0, animate=False)
        self.refresh()

    def add(self, hits: Sequence[Hit], *, complete: bool) -> None:
        """Show more hits below."""
        self._hits.extend(hits)
        self._complete = complete
        self.virtual_size = Size(1, len(self._hits))
        self.refresh()

    @property
    def selected(self) -> Hit | None:
        """The selected hit."""
        return self._hits[self.row] if self.row < len(self._hits) else None

    def above(self) -> Sequence[Hit]:
        """The hits above the selected one."""
        return self._hits[: self.row]

    def move(self, step: int) -> None:
        """Select so many rows further on."""
        self.select(self.row + step)

    def page(self, step: int) -> None:
        """Move by half of what is in view."""
        self.move(step * max(1, self.size.height // 2))

    def last(self) -> None:
        """Select the last of those that were read."""
        self.select(len(self._hits))

    def select(self, row: int) -> None:
        """Select a row and bring it into view."""
        row = max(0, min(row, len(self._hits) - 1))
        if row != self.row:
            self.refresh_line(self.row)
            self.row = row
            self.refresh_line(row)
            top, height = self.scroll_offset.y, self.size.height
            if row < top:
                self.scroll_to(y=row, animate=False)
            elif row >= top + height > 0:
                self.scroll_to(y=row - height + 1, animate=False)
        if not self._complete and row >= len(self._hits) - NEAR:
            self.post_message(self.More(len(self._hits)))

    def on_click(self, event: Click) -> None:
        """Select what is clicked; a second click opens it."""
        row = self.scroll_offset.y + event.y
        if row < len(self._hits):
            self.select(row)
            if event.chain > 1:
                self.post_message(self.Opened(self._hits[row]))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands."""
        return on_row(self, self.row)

    def render_line(self, y: int) -> Strip:
        """One hit."""
        row = y + self.scroll_offset.y
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        if row >= len(self._hits):
            return strip((), self.size.width, base)
        selected = row == self.row
        line = hit_line(self._hits[row], self._now(), selected=selected)
        return strip(line, self.size.width, base, SELECTED if selected else PLAIN)


def hit_line(hit: Hit, now: int, *, selected: bool) -> Line:
    """When, who, in which conversation, and the words around what was found."""
    return (
        Span(MARKER if selected else " ", "marker"),
        Span(pad(said(hit.at, hit.offset, now), 12)),
        Span(" "),
        Span(pad(clean(hit.author), 10), "author"),
        Span(" "),
        Span(pad(clean(hit.topic), 14), "aside"),
        Span(" "),
        *_marked(hit),
    )


def _marked(hit: Hit) -> list[Styled]:
    """The snippet with what was found standing out."""
    spans: list[Styled] = []
    done = 0
    for start, end in hit.marks:
        spans.append(Span(clean(hit.snippet[done:start])))
        spans.append(Span(clean(hit.snippet[start:end]), "found"))
        done = end
    return [*spans, Span(clean(hit.snippet[done:]))]
