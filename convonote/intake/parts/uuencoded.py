"""Files inside plain text, as they were sent before MIME: uuencoded, or by yEnc."""

import binascii
import re
from dataclasses import dataclass

_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ([^\n]{1,200})\n", re.M)
_LINE = re.compile(rb"[ -`]{1,90}[ \t]*\n?")
_END = re.compile(rb"[ `]?[ \t]*\n?end[ \t]*(?:\n|\Z)")
_YENC = re.compile(rb"^=ybegin [^\n]{1,300}?name=([^\n]{1,200})\n", re.M)
_SIZE = re.compile(rb"size=(\d{1,12})")
_MOST = 200
"""Files that are told apart in one text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A file that stands in a text: where, under which name, and what it holds."""

    start: int
    end: int
    name: bytes
    size: int
    content: bytes
    """Empty where it cannot be read, as with yEnc, which stands here with its name only."""


def decode_lines(raw: bytes, start: int = 0) -> tuple[bytes, int]:
    """What uuencoded lines hold from `start`, and where they end; a broken line ends them."""
    pieces: list[bytes] = []
    position = start
    while (line := _LINE.match(raw, position)) is not None:
        held = (line[0][0] - 32) & 63
        letters = line[0].rstrip(b"\n")[: 1 + (held + 2) // 3 * 4]
        if held == 0 or line[0].startswith(b"end\n"):
            break
        try:
            pieces.append(binascii.a2b_uu(letters))
        except binascii.Error:
            break
        position = line.end()
    end = _END.match(raw, position)
    return b"".join(pieces), end.end() if end else position


def whole(raw: bytes) -> bytes:
    """What a body holds that is uuencoded as a whole; it itself where it is not."""
    begin = _BEGIN.search(raw[:4096])
    content, _ = decode_lines(raw, begin.end() if begin else 0)
    return content or raw


def blocks(raw: bytes) -> list[Block]:
    """The files in a plain text, in order."""
    found: list[Block] = []
    position = 0
    for _ in range(_MOST):
        begin = _BEGIN.search(raw, position)
        if begin is None:
            break
        content, position = decode_lines(raw, begin.end())
        # Without a line that can be read it is a sentence that begins so.
        if content:
            found.append(Block(begin.start(), position, begin[1], len(content), content))
    return sorted([*found, *_yenc(raw)], key=lambda block: block.start)[:_MOST]


def _yenc(raw: bytes) -> list[Block]:
    found: list[Block] = []
    if b"=ybegin " not in raw:
        return found
    for begin in _YENC.finditer(raw):
        if found and begin.start() < found[-1].end:
            continue
        end = raw.find(b"\n=yend", begin.end())
        line = raw.find(b"\n", end + 1) if end >= 0 else -1
        stop = len(raw) if end < 0 or line < 0 else line + 1
        size = _SIZE.search(begin[0])
        length = int(size[1]) if size else stop - begin.end()
        found.append(Block(begin.start(), stop, begin[1].strip(), length, b""))
        if len(found) == _MOST:
            break
    return found


def without(raw: bytes, found: list[Block]) -> bytes:
    """The text with those files taken out."""
    pieces: list[bytes] = []
    position = 0
    for block in found:
        pieces.append(raw[position : block.start])
        position = max(position, block.end)
    pieces.append(raw[position:])
    return b"".join(pieces)
