"""What intake hands over: plain records, which know no store."""

import zlib
from dataclasses import dataclass, field
from typing import NamedTuple

from convonote.conversation.details import DetailKind
from convonote.conversation.records import Channel, Kind, Origin


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody as a source names them: an address on a channel, with the name shown there."""

    address: str
    """As written, such as `Ana@Example.org`; never empty."""
    name: str = ""
    channel: str = Channel.EMAIL


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a message carried, without its content."""

    name: str
    type: str
    size: int
    """Bytes, decoded."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One exchange as it came in."""

    source: str
    """Where it was read, for a person to find: a path, with a number in an mbox."""
    place: int
    """Its place in that source, from 0."""
    name: str
    """What makes copies of it one: its Message-ID, or a digest of its content; never empty."""
    references: tuple[str, ...]
    """The names of all messages it refers to, the oldest first, present in the source or not."""
    replies_to: str | None
    """The name of the one it replies to."""
    author: Party | None
    to: tuple[Party, ...]
    cc: tuple[Party, ...]
    at: int | None
    """UTC microseconds; None where the source gives no date at all."""
    offset: int
    """Minutes east of UTC where it was said."""
    topic: str
    """The subject, without reply marks."""
    text: str
    """The new part as markdown: without quotation of earlier mail and without signature."""
    original: str | None = None
    """The whole text, where it differs from `text`."""
    channel: str = Channel.EMAIL
    kind: Kind = Kind.SAID
    origin: Origin = Origin.PERSON
    lists: tuple[Party, ...] = ()
    """The discussion lists that this copy came over; they may stand in `to` and `cc` too."""
    failed: tuple[Party, ...] = ()
    """For a bounce: whom it could not reach."""
    named: tuple[Party, ...] = ()
    """Whom a line in a group chat names (T15)."""
    dated: bool = True
    """False where `at` is no more than a guess, such as the time of the file."""
    chat: str = ""
    """The chat it is a line of, by a lasting key; pauses cut its lines into conversations.

    The name of a line is the key, the minute in eight hexadecimal digits and a digest, with colons
    between them, so that the names of a chat's lines stand in the order of time.
    """
    asks: bool = False
    closes: bool = False
    accepts: bool = False
    draft: bool = False
    """It was never sent."""
    mine: bool = False
    """The source itself says that the user wrote it, such as a folder of sent mail."""
    delivered_to: tuple[str, ...] = ()
    """Addresses at which this copy arrived, from its delivery headers."""
    attachments: tuple[Attachment, ...] = field(default=())
    trouble: str = ""
    """What could not be done with it, for a person to read: its attachments could not be kept."""
    packed: bytes | None = None
    """The whole text by `pack`, in place of `original`, where another process has done that."""

    @property
    def whole(self) -> bytes | None:
        """The whole text, packed, where it differs from `text`."""
        if self.packed is not None or self.original is None:
            return self.packed
        return pack(self.original)


def pack(text: str) -> bytes:
    """A whole text in few bytes, as it is kept."""
    # A third quicker than the usual level, and a twentieth larger.
    return zlib.compress(text.encode(), 4)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing a card says of a person."""

    kind: DetailKind
    value: str
    extra: str = ""
    """What qualifies it: a level of expertise, the kind of a relation."""


@dataclass(frozen=True, slots=True)
class Card:
    """One person as a contact list gives them."""

    source: str
    place: int
    """Its place in that source, from 0."""
    name: str
    """As it is shown; empty where the card has addresses only."""
    addresses: tuple[Party, ...] = ()
    """Channel and value of each, the preferred ones first."""
    preferred: int = 0
    """How many of these, from the first, the card itself prefers."""
    details: tuple[Detail, ...] = ()
    organisation: bool = False
    """It stands for an organisation, not for somebody."""
    uid: str = ""
    """The card's own lasting name, where it has one."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is a message, or claims to be one, and cannot be taken in."""

    source: str
    reason: str
    """One line, for a person to read."""
    again: bool = False
    """It may be taken in another time, as it is: its file does not count as read."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a folder that is no message, and was not read."""

    source: str


class Taken(NamedTuple):
    """A file, or the beginning of an mbox, whose content has just been handed over.

    Once that is stored, the file need not be read again before it changes. There may be as many as
    a Maildir has messages, so this is the record that is made fastest.
    """

    folder: str
    """The folder that it lies in, absolute."""
    name: str
    """Its name there, without the flags that a Maildir puts behind it."""
    size: int = 0
    """Bytes of the file; 0 in a Maildir, where a file never changes."""
    modified: int = 0
    """When it was changed last, in nanoseconds; 0 in a Maildir."""
    draft: bool = False
    mine: bool = False
    upto: int = 0
    """How many of the bytes were read; fewer than `size` where an mbox may be cut short."""
    messages: int = 0
    """How many messages of an mbox are before that."""
    tail: bytes = b""
    """A digest of the bytes just before `upto`, by which a file that only grew is known."""
    unless_refused: bool = False
    """It does not count where what stood right before it was refused."""
    idle: bool = False
    """Nothing was in it that is read."""


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A source was opened, or read to its end."""

    path: str
    """Absolute."""
    kind: str
    """What it is, such as `mbox` or `Maildir`."""
    ended: bool
