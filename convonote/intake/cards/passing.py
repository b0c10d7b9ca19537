"""The lines of a file of cards, and a quick way past those that are of no use."""

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import BinaryIO

from convonote.intake.blocks import BLOCK, blocks

_EDGE = rb"[ \t]*(?:BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*(?=[\r\n])"
_AN_EDGE = re.compile(_EDGE, re.IGNORECASE)
_NEXT_EDGE = re.compile(rb"[\r\n](?=" + _EDGE + rb")", re.IGNORECASE)


class Wanted(Enum):
    """Which line is the next that matters."""

    ANY = "any"
    NAMED = "named"
    """One with a name before a colon; what goes on with the line before is of no use."""
    EDGE = "edge"
    """The beginning or the end of a card."""


def physical(file: BinaryIO, wanted: Callable[[], Wanted]) -> Iterator[tuple[bytes, bool]]:
    """The lines as UTF-8 or whatever it is, and whether each ends there; long ones in pieces.

    Where not any line is `wanted`, many that are not may be left out.
    """
    rest = b""
    begins = True
    for block in blocks(file):
        text = rest + block
        if (which := wanted()) is not Wanted.ANY:
            text, begins = _from_next(text, which, begins=begins)
            # Whether what comes now begins a line, or goes on with one.
            yield b"", begins
        lines = text.splitlines(keepends=True)
        # A carriage return that comes last may be half of a line's end.
        rest = b"" if not lines or lines[-1].endswith(b"\n") else lines.pop()
        for line in lines:
            yield line.rstrip(b"\r\n"), True
        begins = begins or bool(lines)
        if len(rest) >= BLOCK and not rest.endswith(b"\r"):
            yield rest, False
            rest, begins = b"", False
    if rest:
        yield rest.rstrip(b"\r\n"), rest.endswith(b"\r")


def _from_next(text: bytes, wanted: Wanted, *, begins: bool) -> tuple[bytes, bool]:
    """A text from the next line that is wanted, and whether a line begins with it.

    Without one it is the last line, which may go on, or nothing of a long one.
    """
    if wanted is Wanted.EDGE:
        if b"vcard" in text.lower():
            if begins and _AN_EDGE.match(text):
                return text, True
            if found := _NEXT_EDGE.search(text):
                return text[found.end() :], True
    elif places := [place for mark in (b":", b";") if (place := text.find(mark)) >= 0]:
        start = _line_start(text, min(places))
        return text[start:], begins or start > 0
    start = _line_start(text, len(text))
    if start or len(text) < BLOCK:
        return text[start:], begins or start > 0
    return b"", False


def _line_start(text: bytes, before: int) -> int:
    return max(text.rfind(b"\n", 0, before), text.rfind(b"\r", 0, before)) + 1
