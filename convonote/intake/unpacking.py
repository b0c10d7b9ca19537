"""Compressed files as the streams that are in them, with a bound for those that never end."""

import bz2
import lzma
import zlib
from io import RawIOBase
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LARGEST_FACTOR = 200
"""How many times its own size a file may unpack to; text comes to some twenty times at most."""
ALWAYS = 64 << 20
"""Bytes that any file may unpack to."""
LARGEST = 64 << 30
"""Bytes that no file may unpack to more than."""
_BLOCK = 1 << 16
_MEMORY = 128 << 20
"""Bytes that a decompressor may ask for."""
_MAGIC = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz"}
_LONGEST_MAGIC = max(map(len, _MAGIC))


class UnpackError(Exception):
    """What is compressed cannot be read further; the message is the reason, in one line."""


def compressed_with(head: bytes) -> str:
    """By what a file is compressed, told by its first bytes; empty where it is not."""
    return next((name for magic, name in _MAGIC.items() if head.startswith(magic)), "")


def most_unpacked(packed: int) -> int:
    """The bytes that a file of some size may unpack to."""
    return min(max(ALWAYS, LARGEST_FACTOR * packed), LARGEST)


def first_unpacked(stream: BinaryIO, most: int) -> bytes:
    """Some of the first bytes of what may be compressed, unpacked; none where it is damaged."""
    try:
        return Unpacked(stream).read(most) or b""
    except UnpackError:
        return b""


class Unpacked(RawIOBase):
    """The content of a compressed stream; reading raises UnpackError where it cannot go on."""

    def __init__(self, stream: BinaryIO, *, size: int | None = None) -> None:
        """`size` is that of the stream, or None where it is not known before it ends."""
        super().__init__()
        self._stream = stream
        self._packed = stream.read(_BLOCK)
        self._kind = compressed_with(self._packed)
        self._one = _decompressor(self._kind)
        self._size = size
        self.read_in = len(self._packed)
        """Compressed bytes that were read so far."""
        self.read_out = 0
        """Bytes that came out so far."""

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, into: "WriteableBuffer") -> int:
        """Fill a buffer as far as one step of unpacking gives."""
        room = memoryview(into).cast("B")
        text = self._step(len(room))
        room[: len(text)] = text
        return len(text)

    def _step(self, most: int) -> bytes:
        while True:
            if self._one.eof and not self._next_member():
                return b""
            try:
                text = self._unpack(most)
            except (zlib.error, lzma.LZMAError, OSError, EOFError) as problem:
                raise UnpackError(f"its {self._kind} compression is damaged ({problem})") from None
            if text:
                self.read_out += len(text)
                self._check()
                return text
            if not self._one.eof and not self._refill():
                raise UnpackError(f"its {self._kind} compression ends too early: it is cut short")

    def _unpack(self, most: int) -> bytes:
        packed, self._packed = self._packed, b""
        text: bytes = self._one.decompress(packed, most)
        if self._kind == "gzip":
            self._packed = self._one.unconsumed_tail
        return text

    def _refill(self) -> bool:
        if self._packed or not getattr(self._one, "needs_input", True):
            return True
        return self._read_packed()

    def _read_packed(self) -> bool:
        block = self._stream.read(_BLOCK)
        self._packed += block
        self.read_in += len(block)
        return bool(block)

    def _next_member(self) -> bool:
        """Go on with what was compressed by itself and joined on; padding is passed by."""
        self._packed = (self._one.unused_data or self._packed).lstrip(b"\0")
        while len(self._packed) < _LONGEST_MAGIC and self._read_packed():
            self._packed = self._packed.lstrip(b"\0")
        if compressed_with(self._packed) != self._kind:
            return False  # Something else may follow, such as a signature.
        self._one = _decompressor(self._kind)
        return True

    def _check(self) -> None:
        packed = self.read_in if self._size is None else self._size
        if self.read_out > most_unpacked(packed):
            raise UnpackError(
                f"it unpacks to more than {most_unpacked(packed) >> 20:,} MB, which is more than"
                " mail does: what is behind that was left out"
            )


def _decompressor(kind: str) -> Any:
    """What unpacks one member; the three kinds agree in what is used of them, but in no type."""
    if kind == "bzip2":
        return bz2.BZ2Decompressor()
    if kind == "xz":
        return lzma.LZMADecompressor(memlimit=_MEMORY)
    return zlib.decompressobj(wbits=31)
