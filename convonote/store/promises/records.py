"""A promise as shown, who settled it, and what somebody says of it."""

from dataclasses import dataclass
from datetime import date

from convonote.conversation.records import PromiseState
from convonote.store.people.person_records import Person


@dataclass(frozen=True, slots=True)
class Settled:
    """Who said where a promise stands, when, and in which exchange."""

    person: Person
    at: int
    exchange: int | None
    """None where the user did it by a key."""
    exchange_uid: str | None = None
    topic: str = ""
    """Of the conversation in which it was said, where that is not the promise's own."""


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise as shown."""

    id: int
    uid: str
    conversation: int
    exchange: int | None
    owner: Person
    what: str
    due: date | None
    state: PromiseState
    said_at: int
    overdue: bool = False
    line: int | None = None
    """The line of its task item or of its words in the text, from 0; None if added by hand."""
    found: str = ""
    """How it came: `wording`, `hand`, or empty for a task item."""
    settled: Settled | None = None
    """Only where a call says that it fills it."""
    topic: str = ""
    """Of its conversation; filled as `settled` is."""
    conversation_uid: str = ""
    """Filled as `settled` is."""
    exchange_uid: str | None = None
    """Of the exchange in which it was made; filled as `settled` is."""
    people: tuple[Person, ...] = ()
    """With whom, the user left out; filled as `settled` is."""
    reported: "Report | None" = None
    """What somebody said of it that nobody has taken yet; filled as `settled` is."""

    @property
    def unowned(self) -> bool:
        """Whether its task item names somebody of whom nobody can tell who that is."""
        suggested = self.state is PromiseState.SUGGESTED
        return suggested and not self.found and self.line is not None and self.what.startswith("@")


@dataclass(frozen=True, slots=True)
class Report:
    """Words by which somebody may have kept or let go of a promise."""

    id: int
    promise: int
    what: str
    """What was promised."""
    state: PromiseState
    person: Person
    """Who said so."""
    at: int
    exchange: int
    exchange_uid: str = ""
    topic: str = ""
    """Of the conversation in which it was said, where that is not the promise's own."""
