"""The lines of a chat in a file, with a quick way past those that begin no message."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from convonote.intake.blocks import blocks

_LONGEST_LINE = 1 << 20
"""Bytes of one line of the file; what goes beyond is read as the next line."""
_CLASSES = bytes(
    ord("0") if chr(byte).isdigit() or byte == ord("[") or byte >= 0x80 else byte
    for byte in range(256)
)
"""Turns whatever a line may begin with, where a message begins with it, into one and the same."""
# Behind invisible marks, and in other scripts than Latin, digits are not told apart here.
_HEAD = re.compile(
    rb"\n(?=(?:\[?(?:[\x80-\xff]{3})*\d{1,4}(?:[./-]|\xe5\xb9\xb4) ?[\d\x80-\xff]"
    rb"|[\xd9\xdb\xdf\xe0-\xe2\xea\xef\xf0][^\n./-]{0,24}(?:[./-]|\xe5\xb9\xb4))[^\n]{8})"
)
_BESIDE_LETTERS = bytes(range(0x80, 0xC0))
"""Bytes that go on with a letter in UTF-8."""


class FileLines:
    """The lines of a file, once, without their ends."""

    def __init__(self, file: BinaryIO) -> None:
        self._blocks = blocks(file)
        self.number = 0
        """The number of the line that was given last, from 1."""
        self.passing = False
        """Set where only a line that may begin a message is wanted."""
        self.passed = 0
        """Characters that were passed over since `passing` was set; whoever sets it resets this."""

    def __iter__(self) -> Iterator[str]:
        rest = b""
        for block in self._blocks:
            whole, rest = self._whole(rest + block)
            # Each line stands behind the end of another one.
            whole, at = b"\n" + whole, 1
            while at < len(whole):
                if self.passing and (at := self._next_head(whole, at)) == len(whole):
                    break
                end = whole.find(b"\n", at) + 1 or len(whole)
                line, at = whole[at:end], end
                self.number += 1
                yield _decoded(line).rstrip("\r\n")
        if rest:
            self.number += 1
            yield _decoded(rest).rstrip("\r\n")

    def _whole(self, text: bytes) -> tuple[bytes, bytes]:
        """The lines that are whole, or so long that they are taken apart, and what is left."""
        end = text.rfind(b"\n") + 1
        return (text, b"") if len(text) - end >= _LONGEST_LINE else (text[:end], text[end:])

    def _next_head(self, text: bytes, at: int) -> int:
        """Where the first line from here on begins that may begin a message."""
        end = len(text)
        # Most blocks hold no such line, which is told much quicker than where one is.
        if (at > 1 or b"\n0" in text.translate(_CLASSES)) and (found := _HEAD.search(text, at - 1)):
            end = found.start() + 1
        self.number += text.count(b"\n", at, end)
        self.passed += len(text[at:end].translate(None, _BESIDE_LETTERS))
        return end


def _decoded(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
