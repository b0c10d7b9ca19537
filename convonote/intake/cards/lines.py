"""The lines of each card in a file, put together again where they were folded.

Nothing here depends on the size of the file: a line may be 100 MB long, and pictures are passed
over without being kept.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

LARGEST = 1 << 20
"""Bytes of one card that are kept; a larger one is refused."""
_BLOCK = 1 << 16
_LINE_COSTS = 64
"""Bytes that a line costs beside what stands in it."""

_BEGIN = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCARD\s*", re.IGNORECASE)
_END = re.compile(rb"\s*END[ \t]*:[ \t]*VCARD\s*", re.IGNORECASE)
_NAME = re.compile(rb"(?:[\w-]+\.)?([\w/-]+)[ \t]*[;:]")
_FOLDED_HEAD = re.compile(rb"(?:[\w-]+\.)?[A-Za-z][\w-]*;[\w-]+=")
"""A line that is folded before its value begins."""
_PROSE = re.compile(rb"(?:[\w-]+\.)?NOTE[;:]", re.IGNORECASE)
"""What some programs write over several lines without folding them."""
_OLD = re.compile(rb"VERSION[^:]*:\s*2\.1", re.IGNORECASE)
_NESTED_NAME = re.compile(rb"FN(?=[;:])", re.IGNORECASE)
_PASSED_OVER = {
    b"PHOTO", b"LOGO", b"SOUND", b"KEY", b"X-MS-CARDPICTURE", b"X-MS-OL-DESIGN", b"X-PHOTO",
    b"X-EVOLUTION-E-BOOK-PHOTO", b"X-IMAGE", b"X-THUMBNAIL",
}  # fmt: skip


@dataclass(slots=True)
class RawCard:
    """The lines between BEGIN and END, unfolded and as bytes."""

    number: int
    """Its place in the file, from 0."""
    lines: list[bytes] = field(default_factory=list)
    problem: str = ""
    """Why it cannot be taken in."""
    old: bool = False
    """It says that it is of version 2.1."""


def raw_cards(file: BinaryIO) -> Iterator[RawCard]:
    """The cards of a file, one after the other."""
    assembly = _Assembly()
    starts = True
    for line, ended in _physical(file):
        done = assembly.take(line, starts=starts)
        if done is not None:
            yield done
        starts = ended
    if (last := assembly.cut_off()) is not None:
        yield last


class _Assembly:
    """What is put together while the lines pass by."""

    def __init__(self) -> None:
        self._count = 0
        self._card: RawCard | None = None
        self._line: bytearray | None = None
        """The line under way; None where what comes is passed over."""
        self._size = 0
        self._quoted = False
        """The line under way is quoted-printable, so that `=` at its end goes on."""
        self._nested = 0

    def take(self, line: bytes, *, starts: bool) -> RawCard | None:
        """Take one line, or more of it; the card that ends here."""
        if not starts or (self._goes_on() and not _END.fullmatch(line)):
            self._append(line)
            return None
        if _BEGIN.fullmatch(line):
            return self._begin()
        if self._card is None:
            return None
        if _END.fullmatch(line):
            return self._end()
        if self._nested:
            if self._nested == 1 and _NESTED_NAME.match(line):
                self._start(_NESTED_NAME.sub(b"AGENT", line, count=1))
        elif line[:1] in (b" ", b"\t"):
            # Version 2.1 breaks lines at white space, which stays; later ones anywhere.
            self._append(b" " + line.strip() if self._card.old else line[1:])
        elif b":" in line or _FOLDED_HEAD.match(line):
            self._start(line)
        elif line.strip() and self._line is not None and _PROSE.match(self._line):
            self._append(b"\n" + line)
        elif line.strip():
            # It belongs to nothing that is known, such as a picture without folding.
            self._flush()
        return None

    def cut_off(self) -> RawCard | None:
        """The card in which the file ends."""
        self._flush()
        if self._card is not None:
            self._card.problem = "it is cut short: its END:VCARD is missing"
        return self._finished()

    def _begin(self) -> RawCard | None:
        if self._nested or (self._line is not None and self._line[:5].upper() == b"AGENT"):
            self._nested += 1
            return None
        # Where the END before it is missing, that card ends here.
        done = self._finished()
        self._card = RawCard(self._count)
        self._count += 1
        return done

    def _end(self) -> RawCard | None:
        if self._nested:
            self._nested -= 1
            return None
        return self._finished()

    def _finished(self) -> RawCard | None:
        self._flush()
        card, self._card = self._card, None
        self._size, self._nested = 0, 0
        return card

    def _start(self, line: bytes) -> None:
        """Begin another line."""
        assert self._card is not None
        self._flush()
        self._card.old = self._card.old or _OLD.match(line) is not None
        name = _NAME.match(line)
        if name is None or name[1].upper() in _PASSED_OVER:
            return
        head = line.partition(b":")[0].upper()
        self._quoted = b"QUOTED-PRINTABLE" in head
        self._line = bytearray()
        self._size += _LINE_COSTS
        self._append(line)

    def _append(self, more: bytes) -> None:
        if self._line is None or self._card is None:
            return
        self._size += len(more)
        if self._size > LARGEST:
            self._card.problem = f"it is larger than {LARGEST >> 20} MB, pictures left out"
            self._card.lines.clear()
            self._line = None
            return
        if self._goes_on():
            del self._line[self._line.rindex(b"=") :]
        self._line += more

    def _goes_on(self) -> bool:
        return self._quoted and self._line is not None and self._line.rstrip().endswith(b"=")

    def _flush(self) -> None:
        if self._line is not None and self._card is not None and not self._card.problem:
            self._card.lines.append(bytes(self._line))
        self._line, self._quoted = None, False


def _physical(file: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """The lines as UTF-8 or whatever it is, and whether each ends there; long ones in pieces."""
    rest = b""
    for block in _blocks(file):
        lines = (rest + block).splitlines(keepends=True)
        # A carriage return that comes last may be half of a line's end.
        rest = b"" if not lines or lines[-1].endswith(b"\n") else lines.pop()
        for line in lines:
            yield line.rstrip(b"\r\n"), True
        if len(rest) >= _BLOCK and not rest.endswith(b"\r"):
            yield rest, False
            rest = b""
    if rest:
        yield rest.rstrip(b"\r\n"), True


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """The file a block at a time, without a byte-order mark; UTF-16 becomes UTF-8."""
    first = file.read(_BLOCK)
    wide = _wide(first)
    if wide is None:
        yield first.removeprefix(b"\xef\xbb\xbf")
        while block := file.read(_BLOCK):
            yield block
        return
    decoder = codecs.getincrementaldecoder(wide)("replace")
    yield decoder.decode(first).removeprefix("\ufeff").encode("utf-8", "replace")
    while block := file.read(_BLOCK):
        yield decoder.decode(block).encode("utf-8", "replace")


def _wide(first: bytes) -> str | None:
    if first.startswith(b"\xff\xfe") or (first[:1] != b"\0" and first[1:2] == b"\0"):
        return "utf-16-le"
    if first.startswith(b"\xfe\xff") or first[:1] == b"\0":
        return "utf-16-be"
    return None
