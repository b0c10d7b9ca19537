"""A file of text a block at a time, as UTF-8 where it is UTF-16."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

BLOCK = 1 << 16
"""Bytes that are read at once."""


def blocks(file: BinaryIO) -> Iterator[bytes]:
    """The file from where it stands, without a byte-order mark."""
    first = file.read(BLOCK)
    wide = _wide(first)
    if wide is None:
        yield first.removeprefix(b"\xef\xbb\xbf")
        while block := file.read(BLOCK):
            yield block
        return
    decoder = codecs.getincrementaldecoder(wide)("replace")
    yield decoder.decode(first).removeprefix("\ufeff").encode("utf-8", "replace")
    while block := file.read(BLOCK):
        yield decoder.decode(block).encode("utf-8", "replace")


def _wide(first: bytes) -> str | None:
    if first.startswith(b"\xff\xfe") or (first[:1] != b"\0" and first[1:2] == b"\0"):
        return "utf-16-le"
    if first.startswith(b"\xfe\xff") or first[:1] == b"\0":
        return "utf-16-be"
    return None
