"""What the terminal shows, and bringing it to a frame."""

from collections import Counter
from collections.abc import Mapping, Sequence

from convonote.wire.cells import BLANK
from convonote.wire.line import Line, Painted, covered
from convonote.wire.pen import ERASE_SCREEN, Pen

WORTH_SHIFTING = 200
"""Bytes of a frame from which it is tried whether shifting rows makes it shorter."""


class Shown:
    """All rows of the terminal, and its cursor."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.pen = Pen(width)
        self.frame: dict[int, Painted] = {}
        """What was painted in each row since the last time."""
        self._lines: list[Line] = []
        """Nothing, until something was shown."""

    def show(self) -> str:
        """What brings the rows to what was painted in them."""
        frame, self.frame = self.frame, {}
        if not frame:
            return ""
        if not self._lines:
            self._begin(frame)
        changed = {
            row: painted
            for row, painted in sorted(frame.items())
            if painted != self._lines[row].last
        }
        lines = list(self._lines)
        for row, painted in changed.items():
            lines[row] = lines[row].after(painted)
        start = self.pen.copy()
        sent = self._sent(self._lines, lines)
        if len(sent) > WORTH_SHIFTING and (move := _shift(self._lines, lines)):
            pen, self.pen = self.pen, start
            by_shifting = self._sent(self._shifted(*move), lines)
            if len(by_shifting) < len(sent):
                sent = by_shifting
            else:
                self.pen = pen
        self._lines = lines
        return sent

    def _sent(self, old: Sequence[Line], new: Sequence[Line]) -> str:
        """What brings all rows from one state to another."""
        for row, (before, after) in enumerate(zip(old, new, strict=True)):
            if after is not before:
                before.show(row, after, self.pen)
        self.pen.settle()
        return self.pen.take()

    def _begin(self, frame: Mapping[int, Painted]) -> None:
        """Know nothing of any row; or that it is blank, where a frame paints over everything."""
        whole = len(frame) == self.height and all(
            covered(painted, 0) == self.width and not any(span.tail for _, span in painted)
            for painted in frame.values()
        )
        if whole:
            self.pen.erase(ERASE_SCREEN)
        self._lines = [Line.of(BLANK if whole else None, self.width) for _ in range(self.height)]

    def _shifted(self, top: int, bottom: int, up: int) -> list[Line]:
        """What the rows show after those from `top` to `bottom` went up, or down by less than 0."""
        lines, blank = self._lines, [Line.of(BLANK, self.width)] * abs(up)
        within = lines[top : bottom + 1]
        if up > 0:
            self.pen.shift(top, up)
            self.pen.shift(bottom + 1 - up, -up)
            within = within[up:] + blank
        else:
            self.pen.shift(bottom + 1 + up, -up)
            self.pen.shift(top, up)
            within = blank + within[:up]
        return [*lines[:top], *within, *lines[bottom + 1 :]]


def _shift(old: Sequence[Line], new: Sequence[Line]) -> tuple[int, int, int] | None:
    """Rows that are to show what others show now: the first, the last, how far up it moves."""
    stands = {text: row for row, line in enumerate(old) if (text := _text(line))}
    moves = [
        (row, stands[text] - row)
        for row, line in enumerate(new)
        if line is not old[row] and (text := _text(line)) in stands
    ]
    far = Counter(up for _, up in moves if up)
    if not far:
        return None
    up = far.most_common(1)[0][0]
    rows = [row for row, distance in moves if distance == up]
    top, bottom = min(*rows, *(row + up for row in rows)), max(*rows, *(row + up for row in rows))
    # All that is moved is to be made right again.
    if any(None in line.cells for line in (*old[top : bottom + 1], *new[top : bottom + 1])):
        return None
    return top, bottom, up


def _text(line: Line) -> str:
    """What a row is told by from others: its text, without the marks that may stand at its ends.

    Empty where that is not known, or blank.
    """
    if not line.is_sure:
        return ""
    return "".join([cell.character for cell in line.cells[2:-2] if cell is not None]).strip()
