"""What is handed out and taken in about people, beside `records` of the store."""

from dataclasses import dataclass

from convonote.store.listening.records import Remark, WishRow
from convonote.store.people.person_records import Contact, Person
from convonote.store.promises.records import PromiseRow
from convonote.store.records import Conversation
from convonote.store.rhythm.records import Quiet, Rhythm, UsualPace
from convonote.store.search.records import Hit


@dataclass(frozen=True, slots=True)
class WrittenAddress:
    """An address as the user wants it."""

    channel: str
    value: str
    preferred: bool = False
    public: bool = False
    """It may be passed on to others."""


@dataclass(frozen=True, slots=True)
class ContactForm:
    """A card as the user wants it: what it does not hold is taken away."""

    name: str
    addresses: tuple[WrittenAddress, ...]
    kinds: tuple[str, ...]
    """The kinds of details that the form is about; others stay as they are."""
    details: tuple[tuple[str, str, str], ...]
    """(kind, value, extra)"""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything worth a look before one speaks with somebody, at one moment."""

    contact: Contact
    conversations: tuple[Conversation, ...]
    """Those in which something is expected of somebody, or that were put off, as the queue has
    them; the first few."""
    open: int
    """How many of these there are."""
    promises: tuple[PromiseRow, ...]
    """What I owe them and they owe me, mine first, the earliest due first."""
    wishes: tuple[WishRow, ...]
    """What they asked for, as long as it holds."""
    next_time: tuple[Remark, ...]
    """What to bring up."""
    volunteered: tuple[Remark, ...]
    """What they told of themselves."""
    rhythm: Rhythm | None
    quiet: Quiet | None
    """Until when they are to be left alone, as the user means or they asked."""
    pace: tuple[UsualPace, ...]
    """How long they usually take to answer: on any channel, then on each."""
    last: tuple[Hit, ...]
    """What was said last between us, the latest first; the snippet is its beginning."""


@dataclass(frozen=True, slots=True)
class RecommendedIn:
    """A line of a note that says who is good for something."""

    topic: str
    name: str
    """As the line has it."""
    person: Person | None
    """Whom it means; None where nobody known is called so, and nothing was filed."""
    by: Person | None
    """Who said so; None where it does not say, or names nobody known."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Somebody said that a person is good for something."""

    by: Person | None
    """None where it was not written down who, or they are no longer there."""
    at: int
    """When it was said, or written down."""
    exchange: str | None
    """The uid of the exchange in which it was said, if that is known and still there."""
    offset: int | None = None
    """The minutes east of UTC where it was said; None where it was written down by itself."""


@dataclass(frozen=True, slots=True)
class Knows:
    """Something that tells what a person knows about, with where it comes from."""

    kind: str
    """`recommended`, or the kind of the detail on their card: expertise, role, line, tag."""
    topic: str
    level: str
    """Of expertise, if one is written down."""
    imported: bool
    """A card brought it in."""
    recommendation: Recommendation | None = None


@dataclass(frozen=True, slots=True)
class Knower:
    """A person who knows about something."""

    person: Person
    """With addresses."""
    knows: tuple[Knows, ...]
    """The surest first."""
