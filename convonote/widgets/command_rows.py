"""Commands, one a line under headings, of which one is selected."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from convonote.commands.matching import Match
from convonote.text.width import pad
from convonote.widgets.rows import MARKER
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN

KEYS_WIDTH = 14
TITLE_WIDTH = 18


@dataclass(frozen=True, slots=True)
class Row:
    """A command, or the heading of some."""

    words: str
    """The heading, or what the command does."""
    match: Match | None = None
    keys: str = ""

    @property
    def line(self) -> Line:
        """What stands there, behind the marker."""
        if self.match is None:
            return (Span(self.words, "heading"),)
        title = self.match.command.title
        given = f" {self.match.words}" if self.match.words else ""
        return (
            Span(f"{pad(self.keys, KEYS_WIDTH)} ", "key"),
            Span(f"{pad(title + given, TITLE_WIDTH)} "),
            Span(self.words, "aside"),
        )


class CommandRows(ScrollView, can_focus=False):
    """The lines; a heading is never selected."""

    DEFAULT_CSS = "CommandRows { height: 1fr; scrollbar-size: 0 0; background: $background; }"

    class Moved(Message):
        """Another command is selected."""

    class Taken(Message):
        """The selected command was clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._places: list[int] = []
        """Where the commands stand among the rows."""
        self._selected = 0
        """Which of the commands is selected."""

    @property
    def rows(self) -> Sequence[Row]:
        """All lines."""
        return self._rows

    @property
    def selected(self) -> Match | None:
        """The selected command; None where there is none."""
        return self._rows[self._places[self._selected]].match if self._places else None

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows, the first command selected."""
        self._rows, self._selected = rows, 0
        self._places = [place for place, row in enumerate(rows) if row.match is not None]
        self.virtual_size = Size(1, len(rows))
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved())

    def move(self, step: int) -> None:
        """Select the command so many further on."""
        if not self._places:
            return
        before = self._places[self._selected]
        self._selected = min(max(self._selected + step, 0), len(self._places) - 1)
        place = self._places[self._selected]
        if place != before:
            self.refresh_lines(before)
            self.refresh_lines(place)
            # The heading of the first one comes into view with it.
            top = 0 if self._selected == 0 else place
            self.scroll_to_region(Region(0, top, 1, 1), animate=False, force=True)
            self.post_message(self.Moved())

    def page(self, step: int) -> None:
        """Go on by half of what is in view."""
        self.move(step * max(1, self.size.height // 2))

    def on_click(self, event: events.Click) -> None:
        """A click selects; a click on what is selected takes it."""
        place = event.y + round(self.scroll_y)
        if place in self._places:
            if self._places.index(place) == self._selected:
                self.post_message(self.Taken())
            else:
                self.move(self._places.index(place) - self._selected)

    def render_line(self, y: int) -> Strip:
        """One row: a marker and one attribute show the selected one."""
        place = y + self.scroll_offset.y
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        if place >= len(self._rows):
            return Strip.blank(self.size.width, base)
        selected = bool(self._places) and place == self._places[self._selected]
        marker = Span(f"{MARKER if selected else ' '} ", "marker")
        emphasis = Style(bold=True) if selected else PLAIN
        return strip((marker, *self._rows[place].line), self.size.width, base, emphasis)
