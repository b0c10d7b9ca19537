"""Messages out of an mbox, one by one, however large it is."""

import re
from collections.abc import Iterator
from typing import BinaryIO

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


def split_mbox(stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Every message without its `From ` line, and how many bytes were read up to its end."""
    kept: list[bytes] = []
    size = done = 0
    inside = False
    blank = whole = True
    line = stream.readline(_LONGEST_LINE)
    start = line.removeprefix(b"\xef\xbb\xbf")
    done, line = len(line) - len(start), start
    while line:
        following = stream.readline(_LONGEST_LINE)
        if whole and line.startswith(b"From ") and _separates(line, following, blank=blank):
            if inside:
                yield _unescaped(kept), done
            kept, size, inside = [], 0, True
        elif inside and size < LARGEST_MESSAGE:
            kept.append(line)
            size += len(line)
        done += len(line)
        blank = whole and line in _BLANK
        whole = line.endswith(b"\n")
        line = following
    if inside:
        yield _unescaped(kept), done


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
