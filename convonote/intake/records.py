"""What intake hands over: plain records, which know no store."""

from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that is a message, or claims to be one, and cannot be taken in."""

    source: str
    reason: str
    """One line, for a person to read."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a folder that is no message, and was not read."""

    source: str
