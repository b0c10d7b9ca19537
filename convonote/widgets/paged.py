"""`PagedList`: a list of many things known by id, of which only those near the view are read."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from convonote.widgets.rail import rail
from convonote.widgets.row_cursor import on_row
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN, SELECTED, SELECTED_ELSEWHERE
from convonote.widgets.wrapping import wrapped

PAGE = 50
"""Things that are read at a time."""
KEPT = 1200
"""Things that are kept."""

Row = TypeVar("Row")


class PagedList(ScrollView, Generic[Row], can_focus=True, inherit_bindings=False):
    """Rows by id; it asks for those that it has to show and does not know."""

    DEFAULT_CSS = """
    PagedList { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto; }
    """

    divider: var[bool] = var(False)
    """Whether the last column stands between this and another pane."""

    @dataclass
    class Wanted(Message):
        """Rows are needed that are not known; `supply` takes them."""

        list: "PagedList[Any]"
        ids: tuple[int, ...]

        @property
        def control(self) -> "PagedList[Any]":
            """The list, for `on`."""
            return self.list

    @dataclass
    class Moved(Message):
        """Something else is selected."""

        list: "PagedList[Any]"

        @property
        def control(self) -> "PagedList[Any]":
            """The list, for `on`."""
            return self.list

    @dataclass
    class Opened(Message):
        """What is selected was clicked twice."""

        list: "PagedList[Any]"

        @property
        def control(self) -> "PagedList[Any]":
            """The list, for `on`."""
            return self.list

    def __init__(self, draw: Callable[[Row, int, bool], Line], *, id: str | None = None) -> None:
        """`draw` makes the line of a row in so many cells, which may be selected."""
        super().__init__(id=id)
        self._draw = draw
        self._ids: Sequence[int] = ()
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._asked: set[int] = set()
        self.row: int | None = None
        """The place of what is selected."""
        self._empty = ""

    # What is there

    def caught_up(self, select: int | None, began: int | None) -> int | None:
        """What to select once a reload has read, at the beginning of which `began` was selected.

        Whatever was selected meanwhile goes before `select`.
        """
        return select if self.selected_id == began else self.selected_id

    def show(self, ids: Sequence[int], rows: Mapping[int, Row], *, select: int | None) -> None:
        """Show these, of which `rows` are known anew; `select` is selected if it is there."""
        same = ids == self._ids and all(self._rows.get(id) == row for id, row in rows.items())
        before, self._ids = self.selected_id, ids
        self._rows = OrderedDict(rows)
        self._asked.clear()
        place = ids.index(select) if select is not None and select in ids else None
        if place is None and ids:
            place = min(self.row or 0, len(ids) - 1)
        moved, self.row = place != self.row, place
        self.virtual_size = Size(1, len(ids))
        if moved and place is not None:
            self._reveal(place)
        if moved or not same:
            self.refresh()
        if self.selected_id != before:
            self.post_message(self.Moved(self))

    def show_empty(self, words: str) -> None:
        """What stands there when nothing does."""
        if words != self._empty:
            self._empty = words
            self.refresh()

    def supply(self, rows: Mapping[int, Row]) -> None:
        """Take in rows that were asked for."""
        self._rows.update(rows)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        self._asked.clear()
        self.refresh()

    @property
    def ids(self) -> Sequence[int]:
        """All that stand there."""
        return self._ids

    @property
    def selected_id(self) -> int | None:
        """The id of what is selected."""
        return None if self.row is None or self.row >= len(self._ids) else self._ids[self.row]

    @property
    def selected(self) -> Row | None:
        """What is selected, if it has been read."""
        id = self.selected_id
        return None if id is None else self._rows.get(id)

    @property
    def beside(self) -> Row | None:
        """What will be selected once the selected row is gone, if it has been read."""
        if self.row is None or len(self._ids) < 2:
            return None
        last = self.row == len(self._ids) - 1
        return self._rows.get(self._ids[self.row - 1 if last else self.row + 1])

    def near(self, id: int | None = None) -> tuple[int, ...]:
        """The ids of those in view, or around one of them: what a reload should read."""
        place = self.scroll_offset.y
        if id is not None and id in self._ids:
            place = max(0, self._ids.index(id) - PAGE // 2)
        return tuple(self._ids[place : place + max(PAGE, self.size.height)])

    # Moving

    def move(self, step: int) -> None:
        """Select so many rows further on."""
        self.select(step + (0 if self.row is None else self.row))

    def page(self, step: int) -> None:
        """Move by half of what is in view."""
        self.move(step * max(1, self.size.height // 2))

    def first(self) -> None:
        """Select the first row."""
        self.select(0)

    def last(self) -> None:
        """Select the last row."""
        self.select(len(self._ids) - 1)

    def select(self, row: int) -> None:
        """Select a row and bring it into view, painting only what changes."""
        row = max(0, min(row, len(self._ids) - 1))
        if row == self.row or not self._ids:
            return
        old, self.row = self.row, row
        if old is not None:
            self.refresh_line(old)
        self.refresh_line(row)
        self._reveal(row)
        self.post_message(self.Moved(self))

    def _reveal(self, row: int) -> None:
        """Scroll on by a third of the view past its edge, so that few moves cost a whole list."""
        height, top = self.size.height, self.scroll_offset.y
        if height <= 0:
            return
        if row < top:
            self.scroll_to(y=row - height // 3, animate=False)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1 + height // 3, animate=False)

    def on_resize(self, event: Resize) -> None:
        """Keep the selected row in view."""
        if self.row is not None:
            self._reveal(self.row)

    def on_click(self, event: Click) -> None:
        """Select what is clicked; a second click opens it."""
        row = self.scroll_offset.y + event.y
        if row < len(self._ids):
            self.select(row)
            if event.chain > 1:
                self.post_message(self.Opened(self))

    def on_focus(self, event: Focus) -> None:
        """Show that the keys are here."""
        self._repaint()

    def on_blur(self, event: Blur) -> None:
        """Show that the keys are elsewhere."""
        self._repaint()

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands."""
        return on_row(self, self.row)

    def _repaint(self) -> None:
        if self.row is not None:
            self.refresh_line(self.row)

    # Painting

    def render_line(self, y: int) -> Strip:
        """One row and the rail beside it."""
        width, height = self.size.width, self.size.height
        row, total = self.scroll_offset.y + y, len(self._ids)
        mark = rail(y, height, self.scroll_offset.y, total, divider=self.divider)
        selected = row == self.row and total > 0
        emphasis = PLAIN
        if selected:
            emphasis = SELECTED if self.has_focus else SELECTED_ELSEWHERE
        base = PLAIN if self.app.native_ansi_color else self.rich_style
        line = self._line(row, max(0, width - 1), selected)
        cells = strip(line, max(0, width - 1), base, emphasis)
        return Strip.join([cells, strip((Span(mark, "rail"),), 1, base)])

    def _line(self, row: int, cells: int, selected: bool) -> Line:
        if row >= len(self._ids):
            told = [] if self._ids else wrapped(self._empty, cells, " ", "aside")
            return told[row] if row < len(told) else ()
        id = self._ids[row]
        known = self._rows.get(id)
        if known is None:
            self._ask(row)
            return (Span("   …"),)
        return self._draw(known, cells, selected)

    def _ask(self, row: int) -> None:
        """Ask for a page around a row, once."""
        if self._ids[row] in self._asked:
            return
        start = max(0, row - PAGE // 2)
        wanted = [id for id in self._ids[start : start + PAGE] if id not in self._rows]
        self._asked.update(wanted)
        self.post_message(self.Wanted(self, tuple(wanted)))
