"""Where a view stands in a column of items of differing heights, measured only near the view.

Knows no Textual and no text. The place is an item and a number of lines into it, never a line of
the whole, so that nothing costs more in a column of a hundred thousand items than in one of ten.
"""

from collections.abc import Callable

STEP = 3
"""Lines by which a move scrolls inside an item that is longer than the view."""


class ScrollModel:
    """A view of `view` lines over `count` items, one of which is selected and always in view."""

    def __init__(self, measure: Callable[[int], int]) -> None:
        """`measure` gives the height of an item in lines, at least 1."""
        self._measure = measure
        self.count = 0
        self.view = 1
        self.top = 0
        """The first item in view."""
        self.skip = 0
        """Its lines that are above the view."""
        self.selected = 0

    def reset(self, count: int, selected: int, view: int) -> None:
        """Show other items, opening with the selected one at the top, or as near as can be."""
        self.count = count
        self.view = max(1, view)
        self.selected = max(0, min(selected, count - 1))
        self.top, self.skip = self.selected, 0
        self._settle()

    def remeasure(self, view: int) -> None:
        """Take in that the view or the heights have changed; what was at the top stays there."""
        self.view = max(1, view)
        if self.count:
            self.skip = min(self.skip, self._measure(self.top) - 1)
            self._settle()
            inside = any(item == self.selected for item, _ in self.rows())
            # One that is too long is being read where it is.
            if not inside or self._measure(self.selected) <= self.view:
                self._show_selected()

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        rows, last = self.rows(), self.count - 1
        return bool(rows) and rows[-1] == (last, self._measure(last) - 1)

    def rows(self) -> list[tuple[int, int]]:
        """(item, line of it) for each line in view, from the top; fewer where the items end."""
        found: list[tuple[int, int]] = []
        item, line = self.top, self.skip
        while item < self.count and len(found) < self.view:
            height = self._measure(item)
            lines = range(line, min(height, line + self.view - len(found)))
            found.extend((item, number) for number in lines)
            item, line = item + 1, 0
        return found

    def move(self, step: int) -> bool:
        """Select the next item or the one before; first through the rest of one that is too long.

        False where there is nothing further.
        """
        hidden = self._hidden_below() if step > 0 else self._hidden_above()
        if hidden:
            lines = min(STEP, hidden, self.view)
            self._scroll(lines if step > 0 else -lines)
            return True
        item = self.selected + (1 if step > 0 else -1)
        if not 0 <= item < self.count:
            return False
        self.selected = item
        self._show_selected(from_below=step < 0)
        return True

    def select(self, item: int) -> None:
        """Select an item and bring it into view, moving as little as will do."""
        self.selected = max(0, min(item, self.count - 1))
        self._show_selected()

    def show_line(self, item: int, line: int) -> None:
        """Select an item and bring one of its lines into view, with some of what is around it."""
        self.select(item)
        if (item, line) not in self.rows():
            self.top, self.skip = item, max(0, line - self.view // 3)
            self._settle()

    def first(self) -> None:
        """Select the first item."""
        self.selected = self.top = self.skip = 0

    def last(self) -> None:
        """Select the last item and show its end."""
        if self.count:
            self.selected = self.count - 1
            self.top, self.skip = self._end()

    def scroll(self, lines: int) -> None:
        """Move the view; the selection follows so as to stay in it."""
        before = (self.top, self.skip)
        self._scroll(lines)
        rows = self.rows()
        if rows and (self.top, self.skip) == before:
            self.selected = rows[-1][0] if lines > 0 else rows[0][0]
        elif rows:
            self.selected = max(rows[0][0], min(self.selected, rows[-1][0]))

    def _hidden_below(self) -> int:
        """How many lines of the selected item are below the view."""
        shown = [line for item, line in self.rows() if item == self.selected]
        return self._measure(self.selected) - 1 - shown[-1] if shown else 0

    def _hidden_above(self) -> int:
        """How many lines of the selected item are above the view."""
        return self.skip if self.selected == self.top else 0

    def _show_selected(self, *, from_below: bool = False) -> None:
        """Bring the selected item into view: all of it, or its nearest end where it is too long."""
        if not self.count:
            return
        height = self._measure(self.selected)
        start = self._distance(self.selected)
        if start is None:
            self.top, self.skip = self.selected, 0
            if from_below:
                self._back(self.view - height)
            self._settle()
        elif start < 0:
            self._scroll(start + (max(0, height - self.view) if from_below else 0))
        elif start + height > self.view:
            self._scroll(min(start, start + height - self.view))

    def _distance(self, item: int) -> int | None:
        """Lines from the top of the view to the start of an item; None when it is far away."""
        low, high = min(item, self.top), max(item, self.top)
        lines = 0
        for number in range(low, high):
            if lines > 4 * self.view:
                return None
            lines += self._measure(number)
        return (lines if item >= self.top else -lines) - self.skip

    def _scroll(self, lines: int) -> None:
        """Move the view by lines, as far as there are any."""
        if lines < 0:
            self._back(-lines)
            return
        while lines > 0 and self.count:
            rest = self._measure(self.top) - self.skip
            if lines < rest:
                self.skip += lines
                break
            if self.top + 1 >= self.count:
                break
            lines -= rest
            self.top, self.skip = self.top + 1, 0
        self._settle()

    def _back(self, lines: int) -> None:
        """Move the view up."""
        self.skip -= lines
        while self.skip < 0 and self.top > 0:
            self.top -= 1
            self.skip += self._measure(self.top)
        self.skip = max(0, self.skip)

    def _settle(self) -> None:
        """Leave no empty lines below the last item where there is more above."""
        if self.count and len(self.rows()) < self.view:
            self.top, self.skip = self._end()

    def _end(self) -> tuple[int, int]:
        """The place from which the view just shows the last line."""
        item, missing = self.count, self.view
        while item > 0 and missing > 0:
            item -= 1
            missing -= self._measure(item)
        return item, max(0, -missing)
