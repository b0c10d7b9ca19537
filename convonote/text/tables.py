"""A table of markdown to lines: aligned, folded within its columns, or row by row when narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from convonote.text.spans import Line, Span, Style, plain
from convonote.text.width import width
from convonote.text.wrapping import wrap

NARROWEST = 4
"""A column of fewer cells cannot be read."""

_BAR = Span(" │ ", Style.TABLE_BORDER)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table."""

    spans: Line
    right: bool = False
    """Whether it is aligned to the right, as numbers are."""
    centred: bool = False


Row = Sequence[Cell]


def table(rows: Sequence[Row], cells: int) -> list[Line]:
    """Return a table, its first row being the heads, in lines of at most `cells` cells."""
    wanted = [
        max(width(plain(cell.spans)) for cell in column) for column in zip(*rows, strict=True)
    ]
    room = cells - len(_BAR.text) * (len(wanted) - 1)
    if sum(wanted) > room < NARROWEST * len(wanted):
        return _records(rows, cells)
    widths = _shared(wanted, room)
    folded = [_folded(row, widths) for row in rows]
    rule = (Span("─┼─".join("─" * cells for cells in widths), Style.TABLE_BORDER),)
    lines = [*folded[0], rule]
    # Once one row takes several lines, only a rule tells where the next begins.
    tall = any(len(row) > 1 for row in folded[1:])
    for place, row in enumerate(folded[1:]):
        if tall and place:
            lines.append(rule)
        lines += row
    return lines


def _shared(wanted: Sequence[int], room: int) -> list[int]:
    """Return the width of each column: what it wants, or a fair share of what narrow ones leave."""
    widths = [0] * len(wanted)
    by_width = sorted(range(len(wanted)), key=wanted.__getitem__)
    for place, column in enumerate(by_width):
        widths[column] = max(1, min(wanted[column], room // (len(wanted) - place)))
        room -= widths[column]
    return widths


def _folded(row: Row, widths: Sequence[int]) -> list[Line]:
    """Return the lines of one row, each cell wrapped to the width of its column."""
    columns = [wrap(cell.spans, cells) for cell, cells in zip(row, widths, strict=True)]
    lines: list[Line] = []
    for place in range(max(map(len, columns))):
        line: list[Span] = []
        for cell, column, cells in zip(row, columns, widths, strict=True):
            text = column[place] if place < len(column) else ()
            left, right = _margins(cell, cells - width(plain(text)))
            line += [Span(" " * left), *text, Span(" " * right), _BAR]
        # The last column is followed by nothing: neither a border nor the spaces that fill it.
        lines.append(tuple(span for span in line[:-2] if span.text))
    return lines


def _margins(cell: Cell, spare: int) -> tuple[int, int]:
    """Return the spaces before and after what stands in a cell."""
    if cell.right:
        return spare, 0
    return (spare // 2, spare - spare // 2) if cell.centred else (0, spare)


def _records(rows: Sequence[Row], cells: int) -> list[Line]:
    """Return a table too wide for columns: each row as a list of `head: text`."""
    rule = (Span("─" * cells, Style.TABLE_BORDER),)
    heads, *body = rows
    if not body:
        return [line for head in heads for line in wrap(head.spans, cells)]
    lines: list[Line] = []
    for row in body:
        lines += [rule] if lines else []
        for head, cell in zip(heads, row, strict=True):
            lines += wrap((*head.spans, Span(": ", Style.TABLE_HEAD), *cell.spans), cells)
    return lines
