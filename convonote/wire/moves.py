"""The shortest way for the cursor from one place to another."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def way(row: int | None, column: int | None, to_row: int, to_column: int) -> str:
    """What brings the cursor to a place; None stands for a row or column that is not known."""
    if (row, column) == (to_row, to_column):
        return ""
    ways = [_to_place(to_row, to_column)]
    if row is not None:
        ways += [
            vertical + across
            for vertical, stands in _vertical(row, column, to_row)
            for across in _across(stands, to_column)
        ]
    return min(ways, key=_length)


def _to_place(row: int, column: int) -> str:
    """By its numbers; a first row or column goes without saying."""
    rows = str(row + 1) if row else ""
    return f"\x1b[{rows};{column + 1}H" if column else f"\x1b[{rows}H"


def _vertical(row: int, column: int | None, to_row: int) -> list[tuple[str, int | None]]:
    """Ways to a row, each with the column in which it ends."""
    if to_row == row:
        return [("", column)]
    ways = [(_times(abs(to_row - row), "B" if to_row > row else "A"), column)]
    if to_row == row + 1:
        ways.append(("\r\n", 0))
    return ways


def _across(column: int | None, to_column: int) -> list[str]:
    """Ways to a column of the same row."""
    ways = [f"\r{_times(to_column, 'C')}"]
    if column is not None:
        if to_column >= column:
            ways.append(_times(to_column - column, "C"))
        else:
            ways += [_times(column - to_column, "D"), "\b" * (column - to_column)]
    return ways


def _times(count: int, letter: str) -> str:
    if not count:
        return ""
    return f"\x1b[{count if count > 1 else ''}{letter}"


def _length(way: str) -> int:
    """Bytes on the line, where the terminal's driver puts a return before every new line."""
    return len(way) + way.count("\n")
