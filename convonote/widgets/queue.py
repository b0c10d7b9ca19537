"""`QueueList`: the queue in its sections, read a page at a time."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import tzinfo

from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from convonote.conversation.records import Section
from convonote.store.records import Conversation
from convonote.widgets.queue_model import QueueModel, Spot
from convonote.widgets.rail import rail
from convonote.widgets.rows import conversation_row, heading
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN, SELECTED, SELECTED_ELSEWHERE

PAGE = 50
"""Conversations in a page."""
KEPT = 24
"""Pages that are kept."""

Reader = Callable[[Section, int, int], list[Conversation]]
"""(section, offset, limit) to that window of it."""


@dataclass(frozen=True, slots=True)
class QueueState:
    """What a reload read, in a thread: the counts, the pages in view, and where what was
    selected stands now."""

    counts: Mapping[Section, int]
    pages: Mapping[tuple[Section, int], list[Conversation]]
    place: tuple[Section, int] | None = None


class QueueList(ScrollView, can_focus=True, inherit_bindings=False):
    """The queue; it holds only counts and the pages near what is seen."""

    DEFAULT_CSS = """
    QueueList { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto; }
    """

    divider: var[bool] = var(True)
    """Whether the last column stands between this and another pane."""

    @dataclass
    class Moved(Message):
        """Something else is selected; None for a heading or an empty queue."""

        conversation: Conversation | None

    @dataclass
    class Opened(Message):
        """A conversation was opened."""

        conversation: Conversation

    def __init__(
        self, read: Reader, now: Callable[[], int], zone: tzinfo, *, id: str | None = None
    ) -> None:
        """`read` gives windows of a section, `now` the present moment."""
        super().__init__(id=id)
        self._read = read
        self._now = now
        self._zone = zone
        self.model = QueueModel()
        self._pages: OrderedDict[tuple[Section, int], list[Conversation]] = OrderedDict()
        self.row: int | None = None
        """The selected row."""

    # What is there

    def apply(self, state: QueueState) -> None:
        """Take in what a reload read; the selection follows its conversation where it can."""
        before, old_row = self._in_view(), self.row
        counts_before = dict(self.model.counts)
        self.model.set_counts(state.counts)
        self._pages = OrderedDict(state.pages)
        row = self.model.row(Spot(*state.place)) if state.place else None
        if row is None:
            row = self.model.opening() if old_row is None else self.model.nearest(old_row)
        self.row = row
        self.virtual_size = Size(1, self.model.rows)
        if row is not None and row != old_row:
            self._show(row)
        if counts_before != self.model.counts or row != old_row or before != self._in_view():
            self.refresh()
        self.post_message(self.Moved(self.selected))

    @property
    def selected(self) -> Conversation | None:
        """The selected conversation."""
        spot = None if self.row is None else self.model.spot(self.row)
        return None if spot is None else self._conversation(spot)

    def pages_in_view(self) -> set[tuple[Section, int]]:
        """The pages that a reload should read again: those in view and the selected one."""
        top = self.scroll_offset.y
        rows = [*range(top, top + max(1, self.size.height)), -1 if self.row is None else self.row]
        spots = (self.model.spot(row) for row in rows)
        return {
            (spot.section, spot.index // PAGE)
            for spot in spots
            if spot is not None and spot.index is not None
        }

    def _in_view(self) -> list[Conversation | None]:
        top = self.scroll_offset.y
        spots = (self.model.spot(row) for row in range(top, top + self.size.height))
        return [self._conversation(spot) if spot else None for spot in spots]

    def _conversation(self, spot: Spot) -> Conversation | None:
        """The conversation in a place; its page is read now if it is not there yet."""
        if spot.index is None:
            return None
        key = (spot.section, spot.index // PAGE)
        page = self._pages.get(key)
        if page is None:
            page = self._read(spot.section, key[1] * PAGE, PAGE)
            self._pages[key] = page
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(key)
        inside = spot.index % PAGE
        return page[inside] if inside < len(page) else None

    # Moving

    def move(self, step: int) -> None:
        """Select the next row or the one before."""
        self.select_row(self.model.step(-1 if self.row is None else self.row, step))

    def page(self, step: int) -> None:
        """Move by half of what is in view."""
        if self.row is not None:
            target = self.row + step * max(1, self.size.height // 2)
            self.select_row(self.model.nearest(target))

    def first(self) -> None:
        """Select the first row."""
        self.select_row(self.model.nearest(0))

    def last(self) -> None:
        """Select the last row."""
        self.select_row(self.model.nearest(self.model.rows - 1))

    def open(self) -> None:
        """Open the selected conversation, or unfold or fold the selected section."""
        spot = None if self.row is None else self.model.spot(self.row)
        if spot is None:
            return
        if spot.index is None:
            self.model.toggle(spot.section)
            self.virtual_size = Size(1, self.model.rows)
            self.refresh()
        elif (conversation := self._conversation(spot)) is not None:
            self.post_message(self.Opened(conversation))

    def reveal(self, place: tuple[Section, int]) -> None:
        """Select what stands at a place of a section, unfolding it if it must."""
        section, index = place
        if not self.model.is_open(section):
            self.model.toggle(section)
            self.virtual_size = Size(1, self.model.rows)
            self.refresh()
        self.select_row(self.model.row(Spot(section, index)))

    def select_row(self, row: int | None) -> None:
        """Select a row and bring it into view, painting only what changes."""
        if row is None or row == self.row:
            return
        old, self.row = self.row, row
        if old is not None:
            self.refresh_line(old)
        self.refresh_line(row)
        self._show(row)
        self.post_message(self.Moved(self.selected))

    def _show(self, row: int) -> None:
        """Scroll on by a third of the view past its edge, so that few moves cost a whole list.

        A section's first row brings its heading along.
        """
        height, top = self.size.height, self.scroll_offset.y
        if height <= 0:
            return
        spot = self.model.spot(row)
        upper = row - 1 if spot is not None and spot.index == 0 and height > 1 else row
        if upper < top:
            self.scroll_to(y=upper - height // 3, animate=False)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1 + height // 3, animate=False)

    def on_resize(self, event: Resize) -> None:
        """Keep the selected row in view."""
        if self.row is not None:
            self._show(self.row)

    def on_click(self, event: Click) -> None:
        """Select what is clicked; a second click, or one on a folded heading, opens it."""
        row = self.scroll_offset.y + event.y
        spot = self.model.spot(row)
        if spot is None or not self.model.selectable(spot):
            return
        again = row == self.row
        self.select_row(row)
        if spot.index is None or (again and event.chain > 1):
            self.open()

    def on_focus(self, event: Focus) -> None:
        """Show that the keys are here."""
        if self.row is not None:
            self.refresh_line(self.row)

    def on_blur(self, event: Blur) -> None:
        """Show that the keys are elsewhere."""
        if self.row is not None:
            self.refresh_line(self.row)

    # Painting

    def render_line(self, y: int) -> Strip:
        """One row and the rail beside it."""
        width, height = self.size.width, self.size.height
        row, total = self.scroll_offset.y + y, self.model.rows
        mark = rail(y, height, self.scroll_offset.y, total, divider=self.divider)
        selected = row == self.row
        line = self._line(row, width - 1, selected=selected)
        emphasis = PLAIN
        if selected:
            emphasis = SELECTED if self.has_focus else SELECTED_ELSEWHERE
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        cells = strip(line, max(0, width - 1), base, emphasis)
        return Strip.join([cells, strip((Span(mark, "rail"),), 1, base)])

    def _line(self, row: int, cells: int, *, selected: bool) -> Line:
        spot = self.model.spot(row)
        if spot is None:
            return ()
        if spot.index is None:
            return heading(
                spot.section,
                self.model.counts[spot.section],
                folds=self.model.folds(spot.section),
                unfolded=self.model.is_open(spot.section),
                selected=selected,
            )
        conversation = self._conversation(spot)
        if conversation is None:
            return (Span("   …"),)
        return conversation_row(conversation, cells, self._now(), self._zone, selected=selected)
