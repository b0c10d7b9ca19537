"""What is sent: characters, looks and moves, in the fewest bytes."""

from bisect import bisect_left
from collections.abc import Sequence

from convonote.wire.cells import BLANK, Cell
from convonote.wire.moves import way
from convonote.wire.style import PLAIN, Style, blank, change

LONGEST_GAP = 10
"""Unchanged columns up to which printing them again may be shorter than a move."""
ERASE_SCREEN = "\x1b[2J"
ERASE_REST = "\x1b[K"
_A_MOVE = 5
"""Bytes of the move that follows where something was erased and the row goes on."""

Row = Sequence[Cell | None]
"""The cells of a row; None where what is shown is not known, or is to be left alone."""


class Pen:
    """Where the terminal's cursor stands and how it writes, and what is to be sent."""

    def __init__(self, width: int) -> None:
        self._last = width - 1
        self._row: int | None = None
        """None where it is not known."""
        self._column: int | None = None
        self._full = False
        """Whether the last column was printed: there terminals differ until the row is left."""
        self._style: Style | None = None
        self._sent: list[str] = []

    def copy(self) -> "Pen":
        """Another one that stands and writes alike, with nothing to be sent."""
        other = Pen(self._last + 1)
        other._row, other._column = self._row, self._column
        other._full, other._style = self._full, self._style
        return other

    def take(self) -> str:
        """What is to be sent; nothing is left of it."""
        sent = "".join(self._sent)
        self._sent.clear()
        return sent

    def move(self, row: int, column: int) -> None:
        """Bring the cursor to a place."""
        stands = None if self._full and row == self._row else self._column
        if (row, column) != (self._row, stands):
            self._sent.append(way(self._row, stands, row, column))
            self._row, self._column, self._full = row, column, False

    def settle(self) -> None:
        """Write plainly from now on."""
        if self._style != PLAIN:
            self._sent.append(change(self._style, PLAIN))
            self._style = PLAIN

    def erase(self, how: str) -> None:
        """Send what erases; only the terminal's own background is sure to be what fills."""
        if self._style is None or blank(self._style) != PLAIN:
            self.settle()
        self._sent.append(how)

    def shift(self, row: int, count: int) -> None:
        """Take rows away from here, or where the count is negative, put blank ones in."""
        self.settle()
        self.move(row, 0)
        times = "" if abs(count) == 1 else abs(count)
        self._sent.append(f"\x1b[{times}{'M' if count > 0 else 'L'}")

    def print(self, row: int, column: int, cells: Sequence[Cell], tail: Sequence[Cell]) -> None:
        """Print from a place on, and then the tail, after which the column is not known."""
        self.move(row, column)
        self._put(cells, column + len(cells))
        if tail:
            self._put(tail, None, exact=True)

    def difference(self, row: int, old: Row, new: Row) -> None:
        """Make a row of the whole width show what it is to show."""
        changed = [
            column
            for column, (before, after) in enumerate(zip(old, new, strict=True))
            if after is not None and after != before
        ]
        at, last = 0, changed[-1] if changed else 0
        blank_from = _blank_from(new)
        while at < len(changed):
            column = changed[at]
            cell = new[column]
            if cell is not None and not cell.character:
                column -= 1  # A wide character is printed whole.
            if (row, column) != (self._row, self._column) or self._full:
                self._reach(row, column, new)
            # Half a wide character is never erased: terminals differ in what is left of it.
            if cell == BLANK and (_begins(old, column) or changed[at - 1 : at] == [column - 1]):
                if column >= blank_from and last - column >= len(ERASE_REST):
                    self.erase(ERASE_REST)
                    return
                end = _end_of_blanks(new, column, last + 1)
                erasing = f"\x1b[{end - column}X"
                if end - column > len(erasing) + (_A_MOVE if end <= last else 0) and _begins(
                    old, end
                ):
                    self.erase(erasing)
                    at = bisect_left(changed, end, at)
                    continue
            at, end = _run(new, changed, at)
            self._put(_known(new[column:end]), end)

    def _reach(self, row: int, column: int, new: Row) -> None:
        """Bring the cursor to a column that changes: by a move, or over what stands between."""
        stands = self._column
        if self._row == row and stands is not None and 0 < column - stands <= LONGEST_GAP:
            gap = new[stands:column]
            target = _known(new[column : column + 1])
            if None not in gap and _known(gap[:1])[0].character:
                over, _ = _encoded(_known(gap) + target, self._style)
                jump = way(row, stands, row, column) + _encoded(target, self._style)[0]
                if _bytes(over) <= _bytes(jump):
                    self._put(_known(gap), column)
                    return
        self.move(row, column)

    def _put(self, cells: Sequence[Cell], column: int | None, *, exact: bool = False) -> None:
        """Print cells, after which the cursor stands in a column."""
        text, self._style = _encoded(cells, self._style, exact=exact)
        self._sent.append(text)
        self._full = column is not None and column > self._last
        self._column = self._last if self._full else column


def _encoded(
    cells: Sequence[Cell], style: Style | None, *, exact: bool = False
) -> tuple[str, Style | None]:
    """Characters with the looks between them, and the look at the end.

    Unless it is to be exact, a space may keep what cannot be seen of the look before it.
    """
    parts = []
    for character, look in cells:
        if (
            look is not style
            and look != style
            and (exact or character != " " or style is None or blank(style) != look)
        ):
            parts.append(change(style, look))
            style = look
        parts.append(character)
    return "".join(parts), style


def _run(new: Row, changed: Sequence[int], at: int) -> tuple[int, int]:
    """How far changed columns follow each other, and the column after them.

    It ends before two blanks in a row, which may be shorter to erase.
    """
    end, count = changed[at] + 1, len(new)
    at += 1
    while at < len(changed) and changed[at] == end:
        if new[end] == BLANK and (end + 1 == count or new[end + 1] == BLANK):
            break
        end += 1
        at += 1
    if end < count and (second := new[end]) is not None and not second.character:
        end += 1
        at += at < len(changed) and changed[at] < end
    return at, end


def _known(cells: Row) -> list[Cell]:
    return [cell for cell in cells if cell is not None]


def _blank_from(cells: Row) -> int:
    """The column from which a row is blank to its end."""
    column = len(cells)
    while column and cells[column - 1] == BLANK:
        column -= 1
    return column


def _begins(cells: Row, column: int) -> bool:
    """Whether what stands in a column surely begins there."""
    if column in (0, len(cells)):
        return True
    cell = cells[column]
    return cell is not None and cell.character != ""


def _end_of_blanks(cells: Row, column: int, stop: int) -> int:
    """Where blank columns end."""
    while column < stop and cells[column] == BLANK:
        column += 1
    return column


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())
