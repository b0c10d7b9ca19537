"""`TimelineView`: the exchanges of a conversation, oldest first, one of them selected."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.widget import Widget

from convonote.store.records import Conversation, Entry, Window
from convonote.widgets.entries import Entries, WindowReader
from convonote.widgets.found import Marker
from convonote.widgets.rail import rail
from convonote.widgets.rows import MARKER
from convonote.widgets.scroll_model import ScrollModel
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN
from convonote.widgets.wrapping import wrapped

WHEEL = 3
"""Lines by which a notch of the mouse wheel scrolls."""


class TimelineView(Widget, can_focus=True, inherit_bindings=False):
    """A timeline by lines; only what is near the view is read and laid out.

    It scrolls by exchange and line of it, so its rail counts exchanges and nothing depends on
    how many there are.
    """

    divider: var[bool] = var(False)
    """Whether the last column stands between this and another pane."""
    empty: reactive[str] = reactive("")
    """What stands here when there is nothing: the cause and the key."""

    @dataclass
    class Opened(Message):
        """The timeline was clicked twice."""

    def __init__(
        self, read: WindowReader, now: Callable[[], int], zone: tzinfo, *, id: str | None = None
    ) -> None:
        """`read` gives windows of a timeline, `now` the present moment."""
        super().__init__(id=id)
        self.entries = Entries(read, now, zone)
        self.scroller = ScrollModel(lambda place: len(self.entries.lines(place)))
        self._rows: list[tuple[int, int]] = []
        self._at_found = False
        """Whether what is opened is to be shown where something stands out in it."""

    # What is there

    def show(
        self, conversation: Conversation | None, window: Window | None, *, at: int | None = None
    ) -> None:
        """Show a conversation from the first exchange without an answer, or at exchange `at`.

        The one that is shown already stays where it is, unless `at` is given.
        """
        before = self._reading(conversation) if at is None else None
        if not self.entries.show(conversation, window) and at is None:
            return
        total = self.entries.total
        if before is None:
            place = None if at is None else self.entries.place_of(at)
            self._open(_opening(window) if place is None else place)
        elif before.to_the_end and total > before.total:
            self._open(total - 1)
            self.scroller.last()
        else:
            place = self.entries.place_of(before.exchange)
            self._open(min(before.place, total - 1) if place is None else place)
            if total:
                self.scroller.top = min(before.top, self.scroller.selected)
                self.scroller.skip = before.skip
                self.scroller.remeasure(self.size.height)
        self._repaint()

    def _reading(self, conversation: Conversation | None) -> "_Reading | None":
        """Where one is in a conversation that is shown already."""
        here, selected = self.entries.conversation, self.selected
        if here is None or conversation is None or here.id != conversation.id or selected is None:
            return None
        place, total = self.scroller.selected, self.entries.total
        return _Reading(
            selected.id,
            place,
            total,
            self.scroller.top,
            self.scroller.skip,
            to_the_end=selected.waiting or place == total - 1,
        )

    def _open(self, place: int) -> None:
        self.scroller.reset(self.entries.total, place, self.size.height)
        self._show_found()

    def mark_found(self, marker: Marker | None) -> None:
        """Let words that are looked for stand out, and open at them; None for none any more."""
        self.entries.set_marker(marker)
        self._at_found = marker is not None
        self._repaint()

    def _show_found(self) -> None:
        place = self.scroller.selected
        if self._at_found and self.scroller.count:
            line = self.entries.found_line(place)
            if line is not None:
                self.scroller.show_line(place, line)

    def go_to(self, place: int) -> None:
        """Select the exchange at a place, shown where something stands out in it."""
        self.scroller.select(place)
        self._show_found()
        self._repaint()

    @property
    def selected(self) -> Entry | None:
        """The selected exchange."""
        return self.entries.entry(self.scroller.selected)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the selected exchange begins on the screen, as far as it is in view."""
        places = [place for place, _ in self._rows]
        selected = self.scroller.selected
        row = places.index(selected) if selected in places else 0
        return self.content_region.offset + Offset(0, row)

    @property
    def first_in_view(self) -> int | None:
        """The place of the first exchange in view; None where nothing is shown."""
        return self.scroller.top if self.scroller.count else None

    # Moving

    def move(self, step: int) -> None:
        """Scroll on in what is too long, else select the next or the one before."""
        if self.scroller.count and self.scroller.move(step):
            self._repaint()

    def page(self, step: int) -> None:
        """Scroll by half of what is in view."""
        self._scroll(step * max(1, self.size.height // 2))

    def first(self) -> None:
        """Select the first exchange."""
        self.scroller.first()
        self._repaint()

    def last(self) -> None:
        """Select the last exchange."""
        self.scroller.last()
        self._repaint()

    def _scroll(self, lines: int) -> None:
        if self.scroller.count:
            self.scroller.scroll(lines)
            self._repaint()

    def on_resize(self, event: Resize) -> None:
        """Lay out anew in the new width; what was opened before there was any opens now."""
        opened, ended = self.scroller.view > 1, self.scroller.at_end
        self.entries.set_width(max(1, event.size.width - 3))
        if opened:
            self.scroller.remeasure(event.size.height)
        else:
            self._open(self.scroller.selected)
            if ended:
                self.scroller.last()
        self._repaint()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._scroll(-WHEEL)

    def on_click(self, event: Click) -> None:
        """Select what is clicked."""
        rows = self.scroller.rows()
        if event.y < len(rows):
            self.scroller.select(rows[event.y][0])
            self._repaint()
        if event.chain > 1:
            self.post_message(self.Opened())

    # Painting

    def _repaint(self) -> None:
        """Find out once which lines are in view, and have them painted."""
        self._rows = self.scroller.rows()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line, its margin and the rail beside it."""
        cells, height = self.size.width, self.size.height
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        mark = rail(
            y,
            height,
            self.scroller.selected,
            self.scroller.count,
            shown=1 if self._overflows() else self.scroller.count,
            divider=self.divider,
        )
        body = strip(self._line(y), max(0, cells - 1), base)
        return Strip.join([body, strip((Span(mark, "rail"),), 1, base)])

    def _overflows(self) -> bool:
        """Whether some of it is out of view."""
        rows, last = self._rows, self.scroller.count - 1
        if not rows:
            return False
        return rows[0] != (0, 0) or rows[-1] != (last, len(self.entries.lines(last)) - 1)

    def _line(self, y: int) -> Line:
        if not self.scroller.count:
            told = wrapped(self.empty, max(1, self.size.width - 1), style="aside")
            return told[y] if y < len(told) else ()
        if y >= len(self._rows):
            return ()
        place, number = self._rows[y]
        line = self.entries.lines(place)[number]
        if place != self.scroller.selected:
            return (Span(" "), *line)
        return (Span(MARKER if line or number == 0 else " ", "marker"), *line)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Where somebody is in a timeline."""

    exchange: int
    place: int
    total: int
    top: int
    skip: int
    to_the_end: bool
    """What is read waits for an answer, or is the last: what comes next is what one wants."""


def _opening(window: Window | None) -> int:
    """The place of the first exchange without an answer, else of the last."""
    if window is None:
        return 0
    for place, entry in enumerate(window.entries, start=window.first):
        if entry.waiting:
            return place
    return window.total - 1
