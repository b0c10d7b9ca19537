"""The headers of a message or of a part of one, read once and kept within bounds."""

import re

from convonote.intake.mail.charset import decode
from convonote.intake.mail.encoded import decoded

_FIELD = re.compile(r"^([!-9;-~]{1,100})[ \t]*+:[ \t]*+([^\n]*+(?:\n[ \t][^\n]*+)*+)", re.M)
_CHARSET = re.compile(rb"charset[ \t]*=[ \t]*\"?([\w.:-]{2,40})", re.I)

LARGEST_BLOCK = 4 << 20
"""Bytes of headers that are read: of a larger block the beginning and the end."""
LONGEST_VALUE = 64 * 1024
"""Characters of one header that are read; of References, as many at its end besides."""
_MOST_FIELDS = 100_000
_LOOKED_THROUGH = 64 * 1024


class Headers:
    """Header fields by lower-case name, each as written but unfolded."""

    __slots__ = ("_fields",)

    def __init__(self, fields: dict[str, list[str]]) -> None:
        self._fields = fields

    def __len__(self) -> int:
        return len(self._fields)

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def any_of(self, names: frozenset[str]) -> bool:
        """Whether one of these is there."""
        return not names.isdisjoint(self._fields)

    def get(self, name: str) -> str:
        """The first value, or nothing."""
        values = self._fields.get(name)
        return values[0] if values else ""

    def all(self, name: str) -> list[str]:
        """Every value, in order."""
        return self._fields.get(name, [])

    def text(self, name: str) -> str:
        """The first value with encoded words read and white space folded."""
        return " ".join(decoded(self.get(name)).split())


def read_headers(raw: bytes, start: int, end: int) -> tuple[Headers, int]:
    """The headers from `start`, and where the body begins; line ends are LF only."""
    if raw.startswith(b"\n", start):
        return Headers({}), start + 1
    blank = raw.find(b"\n\n", start, end)
    stop = end if blank < 0 else blank
    block = _block(raw, start, stop)
    charset = ""
    try:
        text, narrow = block.decode("utf-8"), False
    except UnicodeDecodeError:
        text, narrow = block.decode("latin-1"), True
        # Headers in a charset of their own are written in that of the text.
        named = _CHARSET.search(raw, start, min(end, start + _LOOKED_THROUGH))
        charset = named[1].decode("ascii", "replace") if named else ""
    fields: dict[str, list[str]] = {}
    last = 0
    for number, match in enumerate(_FIELD.finditer(text)):
        name = match[1].lower()
        value = match[2]
        if len(value) > LONGEST_VALUE:
            rest = value[-LONGEST_VALUE:] if name == "references" else ""
            value = f"{value[:LONGEST_VALUE]} {rest.partition(' ')[2]}"
        if "\n" in value:
            value = " ".join(filter(None, map(str.strip, value.split("\n"))))
        if narrow and not value.isascii():
            value = decode(value.encode("latin-1"), charset)
        if "\0" in value:
            value = value.replace("\0", "\ufffd")
        fields.setdefault(name, []).append(value.strip())
        last = match.end()
        if number == _MOST_FIELDS:
            return Headers(fields), min(stop + 2, end)
    body = min(stop + 2, end)
    if text[last:].strip("\n") and stop - start <= LARGEST_BLOCK:
        # Lines that are no headers, and none after them: the blank line is missing.
        body = start + len(text[:last].encode("latin-1" if narrow else "utf-8"))
    return Headers(fields), body


def _block(raw: bytes, start: int, stop: int) -> bytes:
    """The lines of the headers, of an endless block the first and the last."""
    if stop - start <= LARGEST_BLOCK:
        block = raw[start:stop]
    else:
        half = LARGEST_BLOCK // 2
        block = raw[start : start + half] + b"\n" + raw[stop - half : stop].partition(b"\n")[2]
    if start == 0 and block.startswith((b" ", b"\t")):
        # The first line of a message cannot go on from another one; every place stays the same.
        flush = block.lstrip(b" \t")
        return b"\n" * (len(block) - len(flush)) + flush
    return block
