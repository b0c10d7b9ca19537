"""What the notebook hands out of what it heard from people."""

from dataclasses import dataclass
from datetime import date

from convonote.conversation.remarks import RemarkKind
from convonote.conversation.wishes import Against, Wish
from convonote.store.people.person_records import Person


@dataclass(frozen=True, slots=True)
class Remark:
    """A line that stands in a private note, or a wish that was written on a card."""

    id: int
    uid: str
    kind: RemarkKind
    person: Person | None
    """Whom it is about; None for everybody in the conversation of its note."""
    text: str
    due: date | None
    """The day from which it is to be brought up; None for at once."""
    said_at: int
    offset: int
    exchange: int | None
    """The note it stands in; None where it was written on the card."""
    conversation: int | None
    used_at: int | None = None
    """When it was used up."""


@dataclass(frozen=True, slots=True)
class WishRow:
    """Something that somebody asked for."""

    id: int | None
    """None where it stands in the midst of what was said, and was not written down as a wish."""
    uid: str | None
    person: Person
    text: str
    """In the words in which it was written down."""
    said_at: int
    offset: int
    exchange: int | None
    """What it stands in; None where it was written on the card."""
    conversation: int | None
    wish: Wish | None
    """What it asks for; None where it is not understood, and so nothing can be warned of."""
    over: bool
    """It does not hold any more."""

    @property
    def until(self) -> date | None:
        """The first day on which it no longer holds."""
        return None if self.wish is None else self.wish.until


@dataclass(frozen=True, slots=True)
class Warning:
    """What is about to be said goes against something that somebody asked for."""

    person: Person
    text: str
    """What they asked for: in the words in which it was written down, or `prefers email`."""
    against: Against
    said_at: int | None
    """When they said so; None where only the card says it."""
    offset: int
    exchange: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that matters before writing again."""

    text: str
    at: int | None = None
    exchange: int | None = None
    """Where it came from."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer."""

    asker: Person
    asked: tuple[Person, ...]
    text: str
    """The sentence that asks, on one line."""
    at: int
    offset: int
    exchange: int
    conversation: int


@dataclass(frozen=True, slots=True)
class Before:
    """What stands beside the composer: all that matters before writing to some people again."""

    facts: tuple[Fact, ...] = ()
    wishes: tuple[WishRow, ...] = ()
    """Those that hold now."""
    theirs: tuple[OpenQuestion, ...] = ()
    """What they asked and I have not answered."""
    mine: tuple[OpenQuestion, ...] = ()
    """What I asked and they have not answered."""
    volunteered: tuple[Remark, ...] = ()
    next_time: tuple[Remark, ...] = ()
