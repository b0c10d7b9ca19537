"""Writes go in, and what the terminal needs to show the same comes out."""

from collections.abc import Callable

from convonote.wire.cells import span
from convonote.wire.sequences import ENTER, LEAVE, SYNC_END, SYNC_START, Kind, parts, place
from convonote.wire.shown import Shown
from convonote.wire.style import PLAIN, Style, change


class Wire:
    """What was painted since the last flush, and what the terminal shows."""

    def __init__(self, size: Callable[[], tuple[int, int]]) -> None:
        self._size = size
        """Gives the columns and rows of the terminal, as they are now."""
        self.narrow = True
        """Whether the terminal shows in one column what is called ambiguous."""
        self.alternate = False
        """Whether the alternate screen is shown; on the other one everything passes."""
        self._shown = Shown(*size())
        self._row: int | None = None
        """Where the writer's cursor stands; None where that is not known."""
        self._column: int | None = None
        self._moved = False
        self._style: Style = PLAIN
        """The writer's look."""
        self._together = False
        """Whether what is painted is between two marks."""
        self._marked = False
        self._out: list[str] = []

    def forget(self) -> None:
        """Take nothing on the terminal for known: the next frame is sent whole.

        What was painted since the last flush is left out, since it may be of another size.
        """
        self._shown = Shown(*self._size())
        self._moved = False

    def write(self, data: str) -> str:
        """Take a write, and give what is to be sent at once."""
        if not self.alternate and ENTER not in data:
            return data
        if (self._shown.width, self._shown.height) != self._size():
            self.forget()
        for kind, text, start in parts(data):
            if kind is Kind.RUN:
                if not self._paint(text):
                    self._go_there()
                    self._pass_on(data[start:])
                    break
            elif kind is Kind.PLACE:
                self._row, self._column = place(text)
                self._moved = True
            elif kind is Kind.LINE and self._row is not None and self._row < self._shown.height - 1:
                # Whether it returns too is for the terminal's driver to say; a move follows.
                self._row = self._column = None
            elif kind is Kind.SYNC:
                self._together = text == SYNC_START
                self._marked |= self._together
            elif kind is Kind.HARMLESS:
                self._out.append(text)
            else:
                if kind is not Kind.SCREEN:
                    self._go_there()
                self._pass_on(data[start:])
                break
        return "" if self._shown.frame or self._moved or self._together else self._take()

    def flush(self) -> str:
        """Give what is to be sent for all that was written since the last time."""
        self._finish()
        return self._take()

    def _paint(self, run: str) -> bool:
        """Paint text where the cursor is; tells whether that can be done."""
        # A signal may put another in its place at any time.
        shown = self._shown
        painted = span(run, self._style, self.narrow)
        row, column = self._row, self._column
        if painted is None or row is None or column is None:
            return False
        end = column + len(painted.cells)
        if row >= shown.height or end + bool(painted.tail) > shown.width:
            return False
        if painted.cells or painted.tail:
            shown.frame.setdefault(row, []).append((column, painted))
            self._column = None if painted.tail else end
        self._style = painted.pen
        return True

    def _finish(self) -> None:
        """Put out what makes the terminal show the frame."""
        shown = self._shown
        sent = shown.show()
        row, column = self._row, self._column
        if self._moved and row is not None and column is not None:
            shown.pen.move(min(row, shown.height - 1), min(column, shown.width - 1))
        self._moved = False
        sent += shown.pen.take()
        if sent and self._marked:
            sent = f"{SYNC_START}{sent}{SYNC_END}"
        self._marked = self._together
        self._out.append(sent)

    def _go_there(self) -> None:
        """Put out the frame, and bring the terminal to where and how the writer writes."""
        self._finish()
        if self._row is not None and self._column is not None:
            self._out.append(f"\x1b[{self._row + 1};{self._column + 1}H")
        if self._style != PLAIN:
            self._out.append(change(None, self._style))

    def _pass_on(self, data: str) -> None:
        """Put out as it is what is not known, and forget what the terminal shows."""
        self._finish()
        self._out.append(data)
        self._row, self._column, self._style = None, None, PLAIN
        self.alternate = data.rfind(ENTER) > data.rfind(LEAVE) or (
            self.alternate and LEAVE not in data
        )
        self.forget()

    def _take(self) -> str:
        out = "".join(self._out)
        self._out.clear()
        return out
