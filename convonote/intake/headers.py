"""The headers of a message or of a part of one, read once and kept within bounds."""

import re

from convonote.intake.charset import decode
from convonote.intake.encoded import decoded

_FIELD = re.compile(r"^([!-9;-~]{1,100})[ \t]*+:[ \t]*+([^\n]*+(?:\n[ \t][^\n]*+)*+)", re.M)
_FOLD = re.compile(r"\s*\n\s*")
_SPACE = re.compile(r"\s+")

LARGEST_BLOCK = 256 * 1024
"""Bytes of headers that are read; what stands beyond is left out."""
LONGEST_VALUE = 64 * 1024
"""Characters of one header that are read."""


class Headers:
    """Header fields by lower-case name, each as written but unfolded."""

    __slots__ = ("_fields",)

    def __init__(self, fields: dict[str, list[str]]) -> None:
        self._fields = fields

    def __len__(self) -> int:
        return len(self._fields)

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def get(self, name: str) -> str:
        """The first value, or nothing."""
        values = self._fields.get(name)
        return values[0] if values else ""

    def all(self, name: str) -> list[str]:
        """Every value, in order."""
        return self._fields.get(name, [])

    def text(self, name: str) -> str:
        """The first value with encoded words read and white space folded."""
        return _SPACE.sub(" ", decoded(self.get(name))).strip()


def read_headers(raw: bytes, start: int, end: int) -> tuple[Headers, int]:
    """The headers from `start`, and where the body begins; line ends are LF only."""
    if raw.startswith(b"\n", start):
        return Headers({}), start + 1
    blank = raw.find(b"\n\n", start, end)
    stop = end if blank < 0 else blank
    block = raw[start : min(stop, start + LARGEST_BLOCK)]
    try:
        text, narrow = block.decode("utf-8"), False
    except UnicodeDecodeError:
        text, narrow = block.decode("latin-1"), True
    fields: dict[str, list[str]] = {}
    last = 0
    for match in _FIELD.finditer(text):
        value = match[2][:LONGEST_VALUE]
        if "\n" in value:
            value = _FOLD.sub(" ", value)
        if narrow and not value.isascii():
            value = decode(value.encode("latin-1"))
        if "\0" in value:
            value = value.replace("\0", "\ufffd")
        fields.setdefault(match[1].lower(), []).append(value.strip())
        last = match.end()
    body = min(stop + 2, end)
    if text[last:].strip("\n") and stop - start <= LARGEST_BLOCK:
        # Lines that are no headers, and none after them: the blank line is missing.
        body = start + len(text[:last].encode("latin-1" if narrow else "utf-8"))
    return Headers(fields), body
