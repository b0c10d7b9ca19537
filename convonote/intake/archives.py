"""Zip archives as the files in them, with a bound for those that would never end."""

import os
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from typing import IO, TYPE_CHECKING, BinaryIO, NamedTuple

from convonote.intake.unpacking import UnpackError, most_unpacked

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST_LISTING = 16 << 20
"""Bytes of the list of files in an archive; some 150,000 of them."""
LARGEST_PIPED = 4 << 30
"""Bytes of an archive that comes over a pipe, and so has to be put somewhere first."""
_END = struct.Struct("<4s8xLLH")
"""How an archive ends: a magic, the size of its listing and where that is, a comment's length."""
_LOCATOR = struct.Struct("<4s4xQ4x")
"""What stands before that in a large one: a magic, and where the larger end is."""
_LARGER = struct.Struct("<4s36xQ")
"""The larger end: a magic, and the size of the listing."""
_LONGEST_COMMENT = 1 << 16
_LARGE = 0xFFFF_FFFF
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Entry(NamedTuple):
    """One file in an archive."""

    name: str
    """With the folders it lies in."""
    packed: int
    """The bytes that it takes in the archive."""
    content: BinaryIO | str
    """A stream, good until the next entry is asked for; or why it cannot be read."""


@contextmanager
def seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """A stream that can be read from any place, as an archive must be. Raises UnpackError."""
    if stream.seekable():
        yield stream
        return
    with tempfile.TemporaryFile() as kept:
        while block := stream.read(1 << 20):
            if kept.tell() + len(block) > LARGEST_PIPED:
                raise UnpackError("it is too large for a pipe: name the file instead")
            kept.write(block)
        kept.seek(0)
        yield kept


def files_of(archive: BinaryIO) -> Iterator[Entry]:
    """Every file; raises UnpackError where the archive itself cannot be read, or no further."""
    size = archive.seek(0, os.SEEK_END)
    if _listing(archive, size) > LARGEST_LISTING:
        raise UnpackError("the archive lists more files than are read: unpack it first")
    try:
        opened = zipfile.ZipFile(archive)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as problem:
        raise UnpackError(f"the zip archive is damaged ({problem})") from None
    budget = _Budget(most_unpacked(size))
    with opened:
        for info in opened.infolist():
            if info.is_dir():
                continue
            if budget.left < 0:
                raise UnpackError("it unpacks to more than mail does: the rest was left out")
            if info.flag_bits & _ENCRYPTED:
                reason = "it is encrypted: unpack it first"
            elif info.compress_type not in _METHODS:
                reason = "it is packed in an unusual way: unpack it first"
            else:
                try:
                    with opened.open(info) as entry:
                        stream = BufferedReader(_Content(entry, budget), 1 << 16)
                        yield Entry(info.filename, info.compress_size, stream)
                    continue
                except (zipfile.BadZipFile, NotImplementedError, OSError) as problem:
                    reason = f"it cannot be unpacked ({problem})"
            yield Entry(info.filename, info.compress_size, reason)


class _Budget:
    def __init__(self, left: int) -> None:
        self.left = left
        """Bytes that may still come out of the archive."""


class _Content(RawIOBase):
    """One file in an archive; reading raises UnpackError where it cannot go on."""

    def __init__(self, entry: IO[bytes], budget: _Budget) -> None:
        super().__init__()
        self._entry = entry
        self._budget = budget

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, into: "WriteableBuffer") -> int:
        """Fill a buffer as far as one step of unpacking gives."""
        room = memoryview(into).cast("B")
        try:
            text = self._entry.read(min(len(room), 1 << 16))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as problem:
            raise UnpackError(f"its part of the archive is damaged ({problem})") from None
        self._budget.left -= len(text)
        if self._budget.left < 0:
            raise UnpackError("it unpacks to more than mail does")
        room[: len(text)] = text
        return len(text)


def _listing(archive: BinaryIO, size: int) -> int:
    """The bytes that the list of files has; 0 where its end is not found."""
    start = max(0, size - _LONGEST_COMMENT - _END.size)
    archive.seek(start)
    end = archive.read()
    at = end.rfind(b"PK\5\6")
    if at < 0 or at + _END.size > len(end):
        return 0
    _, listed, _, _ = _END.unpack_from(end, at)
    if listed == _LARGE and at >= _LOCATOR.size:
        magic, place = _LOCATOR.unpack_from(end, at - _LOCATOR.size)
        if magic == b"PK\6\7" and place < size:
            archive.seek(place)
            larger = archive.read(_LARGER.size)
            if len(larger) == _LARGER.size:
                return int(_LARGER.unpack(larger)[1])
    return int(listed)
