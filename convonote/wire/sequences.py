"""What Textual writes, taken apart."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from convonote.wire.cells import RUN


class Kind(Enum):
    """What a part of a write does."""

    RUN = auto()
    """Text and looks, printed where the cursor is."""
    PLACE = auto()
    """Moves the cursor."""
    LINE = auto()
    """Ends a line; a move follows."""
    SYNC = auto()
    """Says that what follows belongs together, or that it is complete."""
    HARMLESS = auto()
    """Leaves what is on the screen as it is: modes, questions, the bell, the clipboard."""
    SCREEN = auto()
    """Enters or leaves the alternate screen."""
    UNKNOWN = auto()


class Part(NamedTuple):
    """A part of a write."""

    kind: Kind
    text: str
    start: int
    """Where it begins."""


ENTER = "\x1b[?1049h"
LEAVE = "\x1b[?1049l"
SYNC_START = "\x1b[?2026h"
SYNC_END = "\x1b[?2026l"

_MODES = "7|25|1000|1002|1003|1004|1005|1006|1015|1016|2004|2048"
"""Wrapping, showing the cursor, the mouse, focus, paste in brackets, resizing in band."""
_PARTS = re.compile(
    rf"(?P<RUN>{RUN})"
    r"|(?P<PLACE>\x1b\[\d*(?:;\d*)?H)"
    r"|(?P<LINE>\n)"
    r"|(?P<SYNC>\x1b\[\?2026[hl])"
    rf"|(?P<HARMLESS>\x07|\x1b\[\?(?:{_MODES})[hl]|\x1b\[\?\d+\$p|\x1b\[[<>]\d*u"
    r"|\x1b\](?:0|22|52);[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\))"
    r"|(?P<SCREEN>\x1b\[\?1049[hl])"
    r"|(?P<UNKNOWN>\x1b(?:[\[\]P^_X][ -~]*)?|.)",
    re.DOTALL,
)


def parts(data: str) -> Iterator[Part]:
    """Take a write apart; nothing of it is left out."""
    for found in _PARTS.finditer(data):
        assert found.lastgroup is not None
        yield Part(Kind[found.lastgroup], found[0], found.start())


def place(sequence: str) -> tuple[int, int]:
    """The row and the column, from 0, to which a sequence moves the cursor."""
    row, _, column = sequence[2:-1].partition(";")
    return max(int(row or 1), 1) - 1, max(int(column or 1), 1) - 1
