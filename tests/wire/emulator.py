"""A terminal in memory that knows every look, and two of them side by side."""

from typing import Any

import pyte
from pyte.screens import Char

from convonote.wire.wire import Wire

ENDS = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}, 54: {51, 52}}
ENDS[55] = {53}
SEEN_ON_A_SPACE = {4, 7, 9, 21, 51, 52, 53}
"""What of a look draws something where no character stands."""

Look = tuple[frozenset[int], tuple[int, ...], tuple[int, ...]]
"""Attributes, the colour of the character and of what is behind it."""
NO_LOOK: Look = (frozenset(), (), ())


class Emulator(pyte.Screen):
    """Keeps a whole look where pyte keeps a colour, since pyte knows only some attributes."""

    def __init__(self, columns: int, lines: int) -> None:
        self.look = NO_LOOK
        super().__init__(columns, lines)
        self._stream = pyte.Stream(self)

    def feed(self, data: str) -> None:
        """Show what was sent."""
        self._stream.feed(data)

    def draw(self, data: str) -> None:
        """Print; pyte would leave out what follows a character without a width."""
        for character in data:
            super().draw(character)

    def select_graphic_rendition(self, *numbers: int, **_: Any) -> None:
        """Change the look of what follows."""
        self.look = changed(self.look, list(numbers) or [0])
        self.cursor.attrs = Char(" ", fg=self.look)  # type: ignore[arg-type]  # Kept as it is.

    def row(self, y: int) -> list[tuple[str, object]]:
        """What can be seen in a row."""
        return [visible(self.buffer[y][x]) for x in range(self.columns)]

    @property
    def place(self) -> tuple[int, int]:
        """Where the cursor is; beside the last column, some stand past it."""
        return self.cursor.y, min(self.cursor.x, self.columns - 1)


def changed(look: Look, numbers: list[int]) -> Look:
    """A look after a sequence."""
    attributes, front, back = set(look[0]), look[1], look[2]
    while numbers:
        number = numbers.pop(0)
        if number == 0:
            attributes, front, back = set(), (), ()
        elif number in (38, 48):
            count = 4 if numbers[0] == 2 else 2
            colour = (number, *numbers[:count])
            del numbers[:count]
            front, back = (colour, back) if number == 38 else (front, colour)
        elif number in (39, 49):
            front, back = ((), back) if number == 39 else (front, ())
        elif number in ENDS:
            attributes -= ENDS[number]
        elif 30 <= number <= 37 or 90 <= number <= 97:
            front = (number,)
        elif 40 <= number <= 47 or 100 <= number <= 107:
            back = (number,)
        else:
            attributes.add(number)
    return frozenset(attributes), front, back


def visible(char: Char) -> tuple[str, object]:
    """A character and what of its look can be seen."""
    look = char.fg if isinstance(char.fg, tuple) else NO_LOOK
    if char.data == " " and not look[0] & SEEN_ON_A_SPACE:
        return " ", look[2]
    return char.data, look


class Pair:
    """One terminal that gets everything, and one behind a wire."""

    def __init__(self, columns: int, rows: int) -> None:
        self.size = columns, rows
        self.full = Emulator(columns, rows)
        self.thin = Emulator(columns, rows)
        self.wire = Wire(lambda: self.size)
        self.received = 0
        """Bytes that the full one got."""
        self.sent = 0
        """Bytes that went over the wire."""

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of both."""
        self.size = columns, rows
        for terminal in (self.full, self.thin):
            terminal.resize(rows, columns)
        self.wire.forget()

    def write(self, data: str) -> str:
        """Write to both; gives what was sent at once."""
        self.full.feed(data)
        self.received += len(data.encode())
        return self._send(self.wire.write(data))

    def flush(self) -> str:
        """End a frame; gives what was sent for it."""
        return self._send(self.wire.flush())

    def _send(self, data: str) -> str:
        self.thin.feed(data)
        self.sent += len(data.encode())
        return data

    def check(self) -> None:
        """Both show the same, in all rows that were written to since the last time."""
        for row in sorted(self.full.dirty | self.thin.dirty):
            assert self.full.row(row) == self.thin.row(row), f"row {row}"
        assert self.full.place == self.thin.place, "cursor"
        self.full.dirty.clear()
        self.thin.dirty.clear()
