"""One row of the terminal, and bringing it to what was painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from convonote.wire.cells import Cell, Span
from convonote.wire.pen import Pen

Painted = list[tuple[int, Span]]
"""What was painted in a row, in order: each span with its column."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in a row."""

    cells: Sequence[Cell | None]
    """None in a column of which it is not known."""
    unsure: int
    """The column from which nothing is known, since widths are not."""
    last: Painted
    """What was painted last, and stands there as it was painted."""

    @classmethod
    def of(cls, cell: Cell | None, width: int) -> "Line":
        """A row with the same everywhere."""
        return cls([cell] * width, 0 if cell is None else width, [])

    @property
    def is_sure(self) -> bool:
        """Whether all terminals have the same in the same columns."""
        return self.unsure == len(self.cells)

    def after(self, painted: Painted) -> "Line":
        """What stands there when this is painted over it."""
        cells = list(self.cells)
        for column, span in painted:
            _place(cells, column, span.cells)
        unsure = self._unsure_after(painted, cells)
        cells[unsure:] = [None] * (len(cells) - unsure)
        return Line(cells, unsure, painted)

    def show(self, row: int, new: "Line", pen: Pen) -> None:
        """Send what brings the row to a line that came from painting over it."""
        pen.difference(row, self.cells, new.cells)
        # Where columns are not sure, all is printed as it was painted, gaps and blanks too.
        for column, span in new.last:
            known = max(0, new.unsure - column)
            if known < len(span.cells) or span.tail:
                pen.print(row, column + known, span.cells[known:], span.tail)

    def _unsure_after(self, painted: Painted, cells: Sequence[Cell | None]) -> int:
        """The column from which nothing will be known when this is painted."""
        if _overlap(painted):
            # What half a wide character leaves behind is for the terminal to know.
            return 0
        unsure = covered(painted, self.unsure)
        for column, span in painted:
            if span.tail:
                unsure = min(unsure, max(0, column + len(span.cells) - span.joins))
        while 0 < unsure < len(cells) and (cell := cells[unsure]) and not cell.character:
            unsure -= 1  # A wide character stands whole on one side.
        return unsure


def covered(painted: Painted, start: int) -> int:
    """The column up to which sure cells are painted without a gap, from a column on."""
    for column, span in sorted(painted, key=lambda one: one[0]):
        if column <= start < column + len(span.cells):
            start = column + len(span.cells)
    return start


def _overlap(painted: Painted) -> bool:
    """Tell whether something was painted over what was painted just before."""
    if len(painted) == 1:
        return False
    ends = 0
    for column, span in sorted(painted, key=lambda one: one[0]):
        if column < ends:
            return True
        ends = column + len(span.cells)
    return False


def _place(cells: list[Cell | None], column: int, new: Sequence[Cell]) -> None:
    """Put cells in a row; what stays of a wide character cut in two is not known."""
    if not new:
        return
    end = column + len(new)
    if column and (cut := cells[column]) and not cut.character:
        cells[column - 1] = None
    if end < len(cells) and (cut := cells[end]) and not cut.character:
        cells[end] = None
    cells[column:end] = new
