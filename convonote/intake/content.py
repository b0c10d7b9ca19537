"""What one stream of bytes holds: messages, cards, a chat, or such things packed."""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from convonote.intake.emlx import unwrapped
from convonote.intake.folders import flags_of
from convonote.intake.formats import HEAD, Format, recognise_head
from convonote.intake.mail.kept_as import Flags
from convonote.intake.mail.message import RawMessage
from convonote.intake.mbox import LARGEST_MESSAGE, Cut, split_mbox
from convonote.intake.records import Card, Incoming, Refused, Skipped
from convonote.intake.unpacking import Unpacked, UnpackError, compressed_with

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Item = RawMessage | Incoming | Card | Refused | Skipped
Progress = Callable[[int], None]
"""Is told how many bytes more have been read."""

_PACKED_NAMES = (".gz", ".bz2", ".xz")
_MOZILLA = re.compile(rb"^X-Mozilla-Status: ([0-9a-f]{4})", re.M | re.I)
_X_STATUS = re.compile(rb"^X-Status: ([A-Z]+)", re.M)
_EXPUNGED = 0x0008
_INTERNAL = re.compile(rb"^Subject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA", re.M)
"""What Pine and the servers like it keep at the beginning of an mbox for themselves."""


_NO_FLAGS = Flags()


@dataclass(frozen=True, slots=True)
class Manner:
    """How everything is read, wherever it lies."""

    told: Progress
    keep_in: str | None = None
    """The folder for what is attached, if that is wanted."""
    zone: tzinfo | None = None
    """By whose clock the lines of a chat are; the machine's own if None."""


@dataclass(frozen=True, slots=True)
class Content:
    """A stream with what is known of it before it is read."""

    stream: BinaryIO
    source: str
    """Where it is, for a person to find."""
    name: str
    """By which it may be recognised: that of its file."""
    manner: Manner
    flags: Flags = _NO_FLAGS
    place: int = 0
    modified: int | None = None
    """When its file was changed last, in UTC microseconds."""
    size: int | None = None
    """Its bytes, where they are known before it is read."""
    message: bool = False
    """It is a message, whatever it looks like."""
    first: int = 0
    """How many messages of an mbox are before it."""
    whole: bool = False
    """An mbox that cannot have been cut short at its end."""
    named: bool = False
    """Somebody named it, so that it is read whatever its name."""
    packed: int = 0
    """How often it was packed."""

    def told(self, read: int) -> None:
        """Say that so many bytes more have been read."""
        self.manner.told(read)

    def message_of(self, raw: bytes, flags: Flags, **more: Any) -> RawMessage:
        """A message in it."""
        return RawMessage(
            raw=raw,
            flags=flags,
            modified=self.modified,
            keep_in=self.manner.keep_in,
            **{"source": self.source, "place": self.place, **more},
        )


def read_content(content: Content) -> Iterator[Item]:
    """Everything in it; Skipped where it is nothing that is read."""
    head = content.stream.read(HEAD)
    kind = Format.MESSAGE if content.message and not compressed_with(head) else None
    kind = kind or recognise_head(head, content.name, named=content.named)
    if content.stream.seekable():
        content.stream.seek(-len(head), os.SEEK_CUR)
    else:
        content = replace(content, stream=_buffered(_Rejoined(head, content.stream)))
    if kind is Format.COMPRESSED:
        yield from _from_compressed(content)
    elif kind is Format.ZIP and (content.named or content.name.lower().endswith(".zip")):
        yield from _from_zip(content)
    elif kind is Format.MESSAGE:
        yield from _from_message(content)
    elif kind is Format.MBOX:
        for item, _ in read_mbox(content):
            yield item
    elif kind in (Format.EMPTY, Format.UNKNOWN, Format.EXPORT, Format.ZIP):
        content.told(content.size or 0)
        yield Skipped(content.source)
    else:
        yield from _from_others(content, kind)


def _from_others(content: Content, kind: Format) -> Iterator[Item]:
    """Cards, a chat or a transcript; what reads them is loaded when it comes to that."""
    stream, zone = content.stream, content.manner.zone
    if kind is Format.VCARD:
        from convonote.intake.cards import read_cards

        yield from read_cards(stream, content.source)
    elif kind is Format.TRANSCRIPT:
        from convonote.intake.transcripts import read_transcript

        yield from read_transcript(stream, content.source, content.modified, zone)
    else:
        from convonote.intake.chats import read_chat

        yield from read_chat(stream, content.source, kind, zone)
    content.told(content.size or 0)


def read_mbox(content: Content) -> Iterator[tuple[RawMessage | Skipped, Cut]]:
    """Each message of an mbox, with where it was cut out."""
    before = 0
    for number, cut in enumerate(split_mbox(content.stream), content.first):
        content.told(cut.done - before)
        before = cut.done
        alone = cut.last and number == 0 and content.whole
        source = content.source if alone else f"{content.source}:{number + 1}"
        gone, draft = _status(cut.raw)
        if gone:
            yield Skipped(source), cut
            continue
        yield (
            content.message_of(
                cut.raw,
                Flags(content.flags.draft or draft, content.flags.mine),
                source=source,
                place=number,
                separator=cut.separator,
                last=cut.last and not content.whole,
            ),
            cut,
        )


def _from_message(content: Content) -> Iterator[Item]:
    raw = _beginning(content)
    content.told(len(raw) if content.size is None else content.size)
    flags = content.flags
    if content.name.endswith(".emlx"):
        inside = unwrapped(raw)
        if inside.deleted:
            yield Skipped(content.source)
            return
        raw, flags = inside.raw, Flags(flags.draft or inside.draft, flags.mine)
    yield content.message_of(raw, flags)


def _beginning(content: Content) -> bytes:
    """As much of it as the largest message has, in no more memory than it needs."""
    if content.size is not None:
        return content.stream.read(min(content.size, LARGEST_MESSAGE))
    raw = bytearray()
    while len(raw) < LARGEST_MESSAGE and (block := content.stream.read(1 << 20)):
        raw += block
    return bytes(raw)


def _from_compressed(content: Content) -> Iterator[Item]:
    if content.packed > 1:
        yield Refused(content.source, "it is packed more than twice: unpack it first")
        return
    unpacked = Unpacked(content.stream, size=content.size)
    read = 0

    def told(_: int) -> None:
        nonlocal read
        content.told(unpacked.read_in - read)
        read = unpacked.read_in

    name = content.name
    for ending in _PACKED_NAMES:
        name = name.removesuffix(ending)
    yield from _unpacked(
        replace(
            content,
            stream=_buffered(unpacked),
            name=name,
            manner=replace(content.manner, told=told),
        )
    )
    told(0)


def _from_zip(content: Content) -> Iterator[Item]:
    from convonote.intake.archives import files_of, seekable

    if content.packed:
        yield Refused(content.source, "it is an archive in an archive: unpack it first")
        return
    try:
        with seekable(content.stream) as archive:
            for name, packed, entry in files_of(archive):
                yield from _from_entry(content, name, entry)
                content.told(packed)
    except UnpackError as problem:
        yield Refused(content.source, str(problem))


def _from_entry(archive: Content, name: str, entry: BinaryIO | str) -> Iterator[Item]:
    """What one file in an archive holds."""
    source = f"{archive.source}/{name}"
    flags = archive.flags
    for part in name.split("/"):
        flags = flags_of(part, flags)
    if isinstance(entry, str):
        yield Refused(source, entry)
    elif flags.unwanted:
        yield Skipped(source)
    else:
        # Progress counts what was read of the archive, not what came out of it.
        inside = replace(
            archive,
            stream=entry,
            source=source,
            name=name,
            flags=flags,
            named=False,
            manner=replace(archive.manner, told=_nobody),
        )
        yield from _unpacked(inside)


def _unpacked(content: Content) -> Iterator[Item]:
    """What was packed, as far as it can be unpacked."""
    try:
        yield from read_content(replace(content, size=None, packed=content.packed + 1))
    except UnpackError as problem:
        yield Refused(content.source, str(problem))


def _nobody(read: int) -> None:
    """Progress that is told otherwise."""


def _status(raw: bytes) -> tuple[bool, bool]:
    """Whether a message in an mbox was deleted by its owner, and whether it is a draft."""
    head = raw[: max(0, raw.find(b"\n\n", 0, 65_536))] or raw[:4096]
    mozilla = _MOZILLA.search(head)
    status = _X_STATUS.search(head)
    marks = status[1] if status else b""
    expunged = mozilla is not None and int(mozilla[1], 16) & _EXPUNGED != 0
    return expunged or b"D" in marks or _INTERNAL.search(head) is not None, b"T" in marks


def _buffered(stream: RawIOBase) -> BinaryIO:
    return cast(BinaryIO, BufferedReader(stream, 1 << 18))


class _Rejoined(RawIOBase):
    """A stream of which the beginning has been read, with it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, into: "WriteableBuffer") -> int:
        """Fill a buffer with what is there."""
        room = memoryview(into).cast("B")
        block = self._head[: len(room)] or self._stream.read(len(room))
        self._head = self._head[len(block) :]
        room[: len(block)] = block
        return len(block)
