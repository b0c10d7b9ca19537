"""Messages out of an mbox, one by one, however large it is."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LARGEST_MESSAGE = 48 << 20
"""Bytes of one message that are kept; of a larger one only its beginning is read."""
_LONGEST_LINE = 1 << 16

_DATED = re.compile(
    rb"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d:\d\d\b.*\b\d{4}\b"
    rb"|\b(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d|\b(?:19|20)\d\d \d\d:\d\d:\d\d"
)
_HEADER = re.compile(rb">?From |[!-9;-~]{1,76}:(?:[ \t\r\n]|\Z)")
_KNOWN_HEADER = re.compile(
    rb">?From |(?:return-path|received|from|to|subject|date|message-id|delivered-to|x-[\w-]+|"
    rb"mime-version|content-[\w-]+|sender|status|envelope-to|reply-to|dkim-signature|in-reply-to|"
    rb"references|cc|list-[\w-]+):",
    re.I,
)
_ESCAPED = re.compile(rb"^>(>*From )", re.M)
_BLANK = (b"\n", b"\r\n")


class Cut(NamedTuple):
    """One message out of an mbox."""

    raw: bytes
    """Without its `From ` line."""
    separator: bytes
    """That `From ` line."""
    done: int
    """How many bytes were read up to its end."""
    last: bool
    """The file ends with it, so that it may have been cut short there."""


def split_mbox(stream: BinaryIO) -> Iterator[Cut]:
    """Every message, in order."""
    kept: list[bytes] = []
    size = done = 0
    inside = False
    separator = b""
    blank = whole = True
    line = stream.readline(_LONGEST_LINE)
    start = line.removeprefix(b"\xef\xbb\xbf")
    done, line = len(line) - len(start), start
    while line:
        following = stream.readline(_LONGEST_LINE)
        if whole and line.startswith(b"From ") and _separates(line, following, blank=blank):
            if inside:
                yield Cut(_unescaped(kept), separator, done, False)
            kept, size, inside, separator = [], 0, True, line
        elif inside and size < LARGEST_MESSAGE:
            kept.append(line)
            size += len(line)
        done += len(line)
        blank = whole and line in _BLANK
        whole = line.endswith(b"\n")
        line = following
    if inside:
        # Of a message that is too large only the beginning was kept, which says nothing of its end.
        yield Cut(_unescaped(kept), separator, done, size < LARGEST_MESSAGE)


def _separates(line: bytes, following: bytes, *, blank: bool) -> bool:
    """Whether a `From ` line begins a message; else it is a line of somebody's text."""
    if _DATED.search(line):
        # A message without any header is only believed after a blank line.
        if blank:
            return bool(_HEADER.match(following)) or following in (*_BLANK, b"")
        return bool(_KNOWN_HEADER.match(following))
    return blank and bool(_KNOWN_HEADER.match(following))


def _unescaped(lines: list[bytes]) -> bytes:
    raw = b"".join(lines)
    return _ESCAPED.sub(rb"\1", raw) if b"\n>" in raw else raw
