"""The lines of each card in a file, put together again where they were folded.

Nothing here depends on the size of the file: a line may be 100 MB long, and pictures are passed
over without being kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from convonote.intake.cards.passing import Wanted, physical

LARGEST = 1 << 20
"""Bytes of one card that are kept; a larger one is refused."""
_LINE_COSTS = 64
"""Bytes that a line costs beside what stands in it."""
_PIECE_COSTS = 8
"""The same for a piece that goes on with a line."""
_LONGEST_BLANK = 64
"""White space behind the `=` with which a quoted-printable line goes on."""

_BEGIN = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCARD\s*", re.IGNORECASE)
_END = re.compile(rb"\s*END[ \t]*:[ \t]*VCARD\s*", re.IGNORECASE)
_NAME = re.compile(rb"(?:[\w-]+\.)?([\w/-]+)[ \t]*[;:]")
_FOLDED_HEAD = re.compile(rb"(?:[\w-]+\.)?[A-Za-z][\w-]*;[\w-]+=")
"""A line that is folded before its value begins."""
_PROSE = re.compile(rb"(?:[\w-]+\.)?NOTE[;:]", re.IGNORECASE)
"""What some programs write over several lines without folding them."""
_OLD = re.compile(rb"VERSION[^:]*:\s*2\.1", re.IGNORECASE)
_TELLING = {
    b"FN", b"N", b"ORG", b"NICKNAME", b"EMAIL", b"TEL", b"IMPP", b"X-JABBER", b"X-SKYPE", b"ADR",
}  # fmt: skip
"""What says who somebody is, or how they are reached."""
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
    for line, ended in physical(file, assembly.wanted):
        done = assembly.take(line, starts=starts)
        if done is not None:
            yield done
        starts = ended
    if (last := assembly.cut_off(whole=starts)) is not None:
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
        self._spend(_PIECE_COSTS)
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
            self._spend(_LINE_COSTS)
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

    def wanted(self) -> Wanted:
        """Which lines are of any use to what is put together."""
        if self._card is None or self._card.problem:
            return Wanted.EDGE
        return Wanted.NAMED if self._line is None else Wanted.ANY

    def cut_off(self, *, whole: bool) -> RawCard | None:
        """The card in which the file ends; `whole` where its last line does not end with it.

        It is a card still if all it says who somebody is and how they are reached is there.
        """
        open_end = self._line is not None and (not whole or self._goes_on())
        broken = open_end and self._line is not None and _tells(self._line)
        self._flush()
        card = self._card
        if card is not None and not card.problem and (broken or not any(map(_tells, card.lines))):
            card.problem = "it is cut short: its END:VCARD is missing"
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
        self._spend(_LINE_COSTS)
        self._append(line)

    def _append(self, more: bytes) -> None:
        if self._line is not None:
            self._spend(len(more))
        if self._line is None:
            return
        if self._goes_on():
            del self._line[self._line.rindex(b"=") :]
        self._line += more

    def _spend(self, size: int) -> None:
        """Count what a card costs; one that costs too much is let go."""
        self._size += size
        if self._card is not None and self._size > LARGEST:
            self._card.problem = f"it is larger than {LARGEST >> 20} MB, pictures left out"
            self._card.lines.clear()
            self._line = None

    def _goes_on(self) -> bool:
        if not self._quoted or self._line is None:
            return False
        return self._line[-_LONGEST_BLANK:].rstrip().endswith(b"=")

    def _flush(self) -> None:
        if self._line is not None and self._card is not None and not self._card.problem:
            self._card.lines.append(bytes(self._line))
        self._line, self._quoted = None, False


def _tells(line: bytes | bytearray) -> bool:
    """Whether a line says who somebody is or how they are reached."""
    name = _NAME.match(line)
    return name is None or name[1].upper() in _TELLING
