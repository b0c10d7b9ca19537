"""Messages out of an mbox, one by one, however large it is."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LARGEST_MESSAGE = 48 << 20
"""Bytes of one message that are kept; of a larger one only its beginning is read."""
_BLOCK = 1 << 18
"""Bytes that are read at once."""
_LONGEST_LINE = 1 << 12
"""Bytes of a line that are looked at to tell whether a message begins there."""
_LONGEST_HEADERS = 1 << 16
"""Bytes in which a Content-Length is looked for."""

_WEEKDAY = re.compile(rb"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? ")
_CLOCK = re.compile(rb"\d:\d\d\b")
_YEAR = re.compile(rb"\b\d{4}\b")
_NUMBERS = re.compile(rb"\b(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d|\b(?:19|20)\d\d \d\d:\d\d:\d\d")
_HEADER = re.compile(rb"[!-9;-~]{1,76}:(?:[ \t\r\n]|\Z)")
_KNOWN = (
    rb"(?:(?i:return-path|received|from|to|subject|date|message-id|delivered-to|x-[\w-]+|"
    rb"mime-version|content-[\w-]+|sender|status|envelope-to|reply-to|dkim-signature|in-reply-to|"
    rb"references|cc|bcc|list-[\w-]+):)"
)
_KNOWN_HEADER = re.compile(_KNOWN)
_CANDIDATE = re.compile(rb"^From (?:[^\n]{0,400}\d{4}|[^\n]*\n" + _KNOWN + rb")", re.M)
"""What is looked at more closely; a line of text that begins with From is rarely like it."""
_ESCAPED = re.compile(rb"^>(>*From )", re.M)
_UNESCAPED = re.compile(rb"^From ", re.M)
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,9})[ \t]*\r?$", re.M | re.I)
_HEADERS_END = re.compile(rb"\n\r?\n")
_ALSO_FROM = re.compile(rb">?From ")
_MOST_FROM = 8
"""`From ` lines that may stand one below the other above the headers."""
_BLANK = (b"\n", b"\r\n")
_MMDF = b"\1\1\1\1\n"
_MMDF_LINE = re.compile(rb"^\x01{4}$", re.M)


class Cut(NamedTuple):
    """One message out of an mbox."""

    raw: bytes
    """Without its `From ` line."""
    separator: bytes
    """That `From ` line."""
    start: int
    """How many bytes of the file stand before that line."""
    done: int
    """How many bytes were read up to its end."""
    last: bool
    """The file ends with it, so that it may have been cut short there."""


def split_mbox(stream: BinaryIO) -> Iterator[Cut]:
    """Every message, in order; what stands before the first `From ` line is none."""
    ahead = _Ahead(stream)
    mark = ahead.text(3)
    if mark == b"\xef\xbb\xbf":
        ahead.drop(3)
    if ahead.text(len(_MMDF)) == _MMDF:
        yield from _split_mmdf(ahead)
        return
    start, _ = _next_separator(ahead, 0)
    ahead.drop(start)
    while not ahead.ended:
        begun = ahead.done
        separator = ahead.line(0)
        end, counted = _end(ahead, len(separator))
        raw = ahead.text(min(end, LARGEST_MESSAGE))[len(separator) :]
        # Of a message that is too large only the beginning is kept: it says nothing of its end.
        whole = end <= LARGEST_MESSAGE
        ahead.drop(end)
        yield Cut(
            raw if counted else _unescaped(raw),
            separator,
            begun,
            ahead.done,
            ahead.ended and whole,
        )


def _end(ahead: "_Ahead", start: int) -> tuple[int, bool]:
    """Where the message whose headers begin at `start` ends, and whether it was only counted."""
    headers = ahead.text(start + _LONGEST_HEADERS)[start:]
    found = _HEADERS_END.search(headers)
    length = _LENGTH.search(headers, 0, found.end()) if found else None
    if found and length:
        end = start + found.end() + int(length[1])
        if end <= LARGEST_MESSAGE and (after := _boundary(ahead, end)) is not None:
            body = ahead.text(end)[start + found.end() :]
            # Some escape what they count, some need not.
            return after, _UNESCAPED.search(body) is not None
    return _next_separator(ahead, start)


def _boundary(ahead: "_Ahead", place: int) -> int | None:
    """Where the next message begins if it does so at a place; its length may be a lie."""
    if not ahead.reaches(place):
        return None
    for _ in range(2):
        line = ahead.line(place)
        if line not in _BLANK:
            break
        place += len(line)
    line = ahead.line(place)
    if not line:
        return place
    begins = line.startswith(b"From ") and _separates(ahead, place, blank=True)
    return place if begins else None


def _next_separator(ahead: "_Ahead", start: int) -> tuple[int, bool]:
    """Where the next `From ` line stands that begins a message, or the end; never counted."""
    while True:
        place = ahead.find(_CANDIDATE, start)
        line = ahead.line(place)
        if not line:
            return place, False
        if _separates(ahead, place, blank=ahead.after_blank(place)):
            return place, False
        start = place + 1


def _separates(ahead: "_Ahead", place: int, *, blank: bool) -> bool:
    """Whether a `From ` line begins a message; else it is a line of somebody's text.

    Without a header below it is always text: what is no message must stay in the one before.
    """
    line = ahead.line(place)
    place += len(line)
    following = ahead.line(place)
    if not _is_dated(line):
        return blank and bool(_KNOWN_HEADER.match(following))
    for _ in range(_MOST_FROM):
        # Each machine on the way may have put its own line there.
        if not (_ALSO_FROM.match(following) and _is_dated(following)):
            break
        place += len(following)
        following = ahead.line(place)
    return bool((_HEADER if blank else _KNOWN_HEADER).match(following))


def _is_dated(line: bytes) -> bool:
    """Whether a weekday, a time and a year stand in a line, or a date in numbers."""
    place = 0
    for sought in (_WEEKDAY, _CLOCK, _YEAR):
        found = sought.search(line, place)
        if found is None:
            return _NUMBERS.search(line) is not None
        place = found.end()
    return True


def _unescaped(raw: bytes) -> bytes:
    return _ESCAPED.sub(rb"\1", raw) if b"\n>" in raw else raw


def _split_mmdf(ahead: "_Ahead") -> Iterator[Cut]:
    """The messages of an MMDF mailbox, each between two lines of four control characters."""
    while not ahead.ended:
        start, line = ahead.done, ahead.line(0)
        if line in (_MMDF, *_BLANK):
            ahead.drop(len(line))
            continue
        end = ahead.find(_MMDF_LINE, 0)
        raw = ahead.text(min(end, LARGEST_MESSAGE))
        separator = line if line.startswith(b"From ") else b""
        closed = bool(ahead.line(end))
        ahead.drop(end + len(ahead.line(end)))
        yield Cut(raw[len(separator) :], separator, start, ahead.done, not closed)


class _Ahead:
    """A stream that is looked at before it is taken; places count from what is not taken yet."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._text = bytearray()
        self._left_out = 0
        """Bytes behind the first LARGEST_MESSAGE that were let go while looking further."""
        self._over = False
        self._lone = False
        """Lines end with a carriage return alone, as on old Macs."""
        self.done = 0
        """Bytes that were taken."""
        self._more()
        self._lone = b"\n" not in self._text and b"\r" in self._text
        if self._lone:
            self._text = self._text.replace(b"\r", b"\n")

    def _more(self) -> None:
        block = self._stream.read(_BLOCK)
        self._over = not block
        self._text += block.replace(b"\r", b"\n") if self._lone else block

    def _reach(self, end: int) -> None:
        while not self._over and len(self._text) + self._left_out < end:
            self._more()

    def reaches(self, end: int) -> bool:
        """Whether there is anything up to a place that is within the largest message."""
        self._reach(end)
        return len(self._text) >= end

    @property
    def ended(self) -> bool:
        """Nothing is left."""
        self._reach(1)
        return not self._text

    def text(self, end: int) -> bytes:
        """What stands before a place that is within the largest message."""
        self._reach(end)
        return bytes(memoryview(self._text)[:end])

    def line(self, place: int) -> bytes:
        """The line that begins at a place; empty at the end, cut where it is very long."""
        self._reach(place + _LONGEST_LINE)
        start = place - self._left_out
        end = self._text.find(b"\n", start, start + _LONGEST_LINE)
        return bytes(self._text[start : start + _LONGEST_LINE if end < 0 else end + 1])

    def after_blank(self, place: int) -> bool:
        """Whether a line that begins at a place is the first or follows an empty one."""
        start = place - self._left_out
        before = bytes(self._text[max(0, start - 3) : start])
        return place == 0 or before.endswith((b"\n\n", b"\n\r\n")) or before in _BLANK

    def find(self, beginning: re.Pattern[bytes], start: int) -> int:
        """Where a line with this beginning stands at or behind a place, or the end."""
        self._reach(start + 1)
        at = start - self._left_out
        while (found := beginning.search(self._text, at)) is None:
            if self._over:
                return len(self._text) + self._left_out
            # What the end of the buffer may hide is within two lines of it.
            at = max(at, len(self._text) - 2 * _LONGEST_LINE)
            let_go = at - _LONGEST_LINE - LARGEST_MESSAGE
            if let_go > 0:
                del self._text[LARGEST_MESSAGE : LARGEST_MESSAGE + let_go]
                self._left_out += let_go
                at -= let_go
            self._more()
        return found.start() + self._left_out

    def drop(self, end: int) -> None:
        """Take everything before a place."""
        self._reach(end)
        del self._text[: end - self._left_out]
        self.done += end
        self._left_out = 0
