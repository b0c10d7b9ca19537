"""`Sections`: rows under headings that fold, read a page at a time."""

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Offset, Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from convonote.widgets.rail import rail
from convonote.widgets.row_cursor import on_row
from convonote.widgets.sections_model import S, SectionsModel, Spot
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import strip
from convonote.widgets.styles import PLAIN, SELECTED, SELECTED_ELSEWHERE

PAGE = 50
"""Rows in a page."""
KEPT = 24
"""Pages that are kept."""

R = TypeVar("R")
Place = tuple[S, int | None]
"""A section, and what stands there from 0, or None for its heading."""
Reader = Callable[[S, int, int], list[R]]
"""(section, offset, limit) to that window of it."""


@dataclass(frozen=True)
class State(Generic[S, R]):
    """What a reload read, in a thread: the counts, the pages in view, and where what was
    selected stands now."""

    counts: Mapping[S, int]
    pages: Mapping[tuple[S, int], list[R]]
    place: Place[S] | None = None
    selected: Hashable = None
    """What was selected when the reading began, as `told_apart` has it."""


class Sections(ScrollView, Generic[S, R], can_focus=True, inherit_bindings=False):
    """A list in sections; it holds only counts and the pages near what is seen."""

    DEFAULT_CSS = """
    Sections { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: auto; }
    """

    divider: var[bool] = var(True)
    """Whether the last column stands between this and another pane."""

    def __init__(
        self, read: Reader[S, R], model: SectionsModel[S], *, id: str | None = None
    ) -> None:
        """`read` gives windows of a section."""
        super().__init__(id=id)
        self._read = read
        self.model = model
        self._pages: OrderedDict[tuple[S, int], list[R]] = OrderedDict()
        self.row: int | None = None
        """The selected row."""
        self._painted: dict[int, Line] = {}
        """What was painted last, by line."""

    # What a list of its own kind says

    @abstractmethod
    def told_moved(self) -> None:
        """Something else is selected."""

    @abstractmethod
    def told_opened(self, row: R) -> None:
        """A row was opened."""

    @abstractmethod
    def told_apart(self, row: R) -> Hashable:
        """What tells a row from the others, whatever else of it changes."""

    @abstractmethod
    def heading_line(self, section: S, *, selected: bool) -> Line:
        """A section's title with its count."""

    @abstractmethod
    def row_line(self, row: R, cells: int, *, selected: bool) -> Line:
        """What stands in a row."""

    # What is there

    def caught_up(self, state: State[S, R]) -> State[S, R] | None:
        """What a reload read, with the place of what was selected while it was read.

        None where that is not among what was read: then it is to be read once more.
        """
        spot = None if self.row is None else self.model.spot(self.row)
        now = self.selected_now
        if spot is None or now == state.selected:
            return state
        if spot.index is None:
            return replace(state, place=(spot.section, None))
        for (section, page), rows in state.pages.items():
            for place, row in enumerate(rows):
                if self.told_apart(row) == now:
                    return replace(state, place=(section, page * PAGE + place))
        return None

    @property
    def selected_now(self) -> Hashable:
        """What is selected, as `told_apart` has it; None for a heading or an empty list."""
        spot = None if self.row is None else self.model.spot(self.row)
        row = None if spot is None else self._found(spot)
        return None if row is None else self.told_apart(row)

    def apply(self, state: State[S, R]) -> None:
        """Take in what was read; the selection follows its row where it can."""
        old_row = self.row
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
        if counts_before != self.model.counts or row != old_row or self._outdated():
            self.refresh()
        self.told_moved()

    @property
    def selected(self) -> R | None:
        """What is selected; None for a heading or an empty list."""
        spot = None if self.row is None else self.model.spot(self.row)
        return None if spot is None else self._found(spot)

    def pages_in_view(self) -> set[tuple[S, int]]:
        """The pages that a reload should read again: those in view and the selected one."""
        top = self.scroll_offset.y
        rows = [*range(top, top + max(1, self.size.height)), -1 if self.row is None else self.row]
        spots = (self.model.spot(row) for row in rows)
        return {
            (spot.section, spot.index // PAGE)
            for spot in spots
            if spot is not None and spot.index is not None
        }

    def _outdated(self) -> bool:
        """Whether something else would be painted now; time alone changes how long ago it was."""
        width, top = self.size.width - 1, self.scroll_offset.y
        return any(
            line != self._line(top + y, width, selected=top + y == self.row)
            for y, line in self._painted.items()
            if y < self.size.height
        )

    def _found(self, spot: Spot[S]) -> R | None:
        """What stands in a place; its page is read now if it is not there yet."""
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
        """Open the selected row, or unfold or fold the selected section."""
        spot = None if self.row is None else self.model.spot(self.row)
        if spot is None:
            return
        if spot.index is None:
            self.model.toggle(spot.section)
            self.virtual_size = Size(1, self.model.rows)
            self.refresh()
        elif (row := self._found(spot)) is not None:
            self.told_opened(row)

    def reveal(self, place: Place[S]) -> None:
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
        self.told_moved()

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

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor stands."""
        return on_row(self, self.row)

    def render_line(self, y: int) -> Strip:
        """One row and the rail beside it."""
        width, height = self.size.width, self.size.height
        row, total = self.scroll_offset.y + y, self.model.rows
        mark = rail(y, height, self.scroll_offset.y, total, divider=self.divider)
        selected = row == self.row
        line = self._painted[y] = self._line(row, width - 1, selected=selected)
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
            return self.heading_line(spot.section, selected=selected)
        found = self._found(spot)
        if found is None:
            return (Span("   …"),)
        return self.row_line(found, cells, selected=selected)
