"""A short list to choose from, drawn by the line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from convonote.text.clean import clean
from convonote.text.width import cut, width
from convonote.widgets.row_cursor import on_row
from convonote.widgets.rows import MARKER
from convonote.widgets.styles import PLAIN


@dataclass(frozen=True, slots=True)
class Choice:
    """A line that can be chosen."""

    id: str
    text: str
    key: str = ""
    """The letter that takes it at once."""
    marked: bool | None = None
    """Whether it is marked; None where it cannot be."""

    @property
    def line(self) -> str:
        """The line as shown, without its selection marker."""
        box = {None: "", True: "[x] ", False: "[ ] "}[self.marked]
        key = f"{self.key}  " if self.key else ""
        return f"{key}{box}{clean(self.text)}"


class Choices(ScrollView, can_focus=True):
    """Lines of which one is selected."""

    DEFAULT_CSS = """
    Choices {
        height: auto;
        max-height: 12;
        background: $background;
        scrollbar-size-vertical: 1;
    }
    """

    @dataclass
    class Taken(Message):
        """A line was clicked twice, or once while selected."""

        choice: Choice

    @dataclass
    class Moved(Message):
        """Another line is selected."""

        choice: Choice

    def __init__(self, choices: Sequence[Choice] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = list(choices)
        self._selected = 0
        self.virtual_size = Size(0, len(self._choices))

    @property
    def selected(self) -> Choice | None:
        """The selected line; None in an empty list."""
        return self._choices[self._selected] if self._choices else None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """All lines."""
        return tuple(self._choices)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show other lines, the first of them selected."""
        self._choices, self._selected = list(choices), 0
        self.virtual_size = Size(0, len(self._choices))
        self.refresh(layout=True)

    @property
    def marked(self) -> tuple[Choice, ...]:
        """The marked lines, in their order."""
        return tuple(choice for choice in self._choices if choice.marked)

    def select(self, place: int) -> None:
        """Select a line by its place; beyond the ends, the last or first."""
        if not self._choices:
            return
        before = self._selected
        self._selected = min(max(place, 0), len(self._choices) - 1)
        self.refresh_lines(before)
        self.refresh_lines(self._selected)
        self.scroll_to_region(Region(0, self._selected, 1, 1), animate=False, force=True)
        if before != self._selected:
            self.post_message(self.Moved(self._choices[self._selected]))

    def move(self, step: int) -> None:
        """Select the line so many further on."""
        self.select(self._selected + step)

    def select_id(self, id: str) -> None:
        """Select a line by its name."""
        places = (place for place, choice in enumerate(self._choices) if choice.id == id)
        self.select(next(places, self._selected))

    def toggle(self) -> None:
        """Mark or unmark the selected line, where that is possible."""
        choice = self.selected
        if choice is not None and choice.marked is not None:
            self._choices[self._selected] = replace(choice, marked=not choice.marked)
            self.refresh_lines(self._selected)

    @property
    def page(self) -> int:
        """How many lines half a page has."""
        return max(1, self.size.height // 2)

    def on_click(self, event: events.Click) -> None:
        """A click selects; a click on what is selected takes it."""
        place = event.y + round(self.scroll_y)
        if not 0 <= place < len(self._choices):
            return
        if place == self._selected:
            self.post_message(self.Taken(self._choices[place]))
        else:
            self.select(place)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the selected line begins on the screen."""
        return on_row(self, self._selected)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as it has lines."""
        return len(self._choices)

    def render_line(self, y: int) -> Strip:
        """One line: a marker and one attribute show the selected one."""
        place = y + self.scroll_offset.y
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        if place >= len(self._choices):
            return Strip.blank(self.size.width, base)
        selected = place == self._selected
        marker = MARKER if selected else " "
        line = cut(f"{marker} {self._choices[place].line}", self.size.width)
        style = base + Style(bold=selected or None)
        strip = Strip([Segment(line, style)], width(line))
        return strip.extend_cell_length(self.size.width, base)
