"""The plain records that the turn rules work on.

Every moment is an `int` of UTC microseconds since 1970; every length of time is an `int` of
microseconds. People, exchanges and promises are named by `int` keys, which mean nothing here
beyond being different: whoever calls says what they stand for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from enum import StrEnum

SECOND = 1_000_000
"""Microseconds in a second."""
DAY = 86_400 * SECOND
"""Microseconds in a day."""
QUIET_AFTER = 14 * DAY
"""How long a wait lasts whose opening asks nothing, where the user has set nothing else (T14)."""
QUIET_AFTER_ASK = 90 * DAY
"""The same for one whose opening asks."""


class Kind(StrEnum):
    """What sort of thing an exchange is."""

    SAID = "said"
    """One thing said by one author to some people."""
    TALK = "talk"
    """Several people spoke: a call, a meeting, a transcript."""
    NOTE = "note"
    """A private note, which never moves the turn."""


class Channel(StrEnum):
    """How something is said."""

    EMAIL = "email"
    PHONE = "phone"
    VIDEO = "video"
    CHAT = "chat"
    SMS = "sms"
    LETTER = "letter"
    IN_PERSON = "in person"
    WEB = "web"
    OTHER = "other"


class Origin(StrEnum):
    """Who or what made an exchange, as far as the turn is concerned (T5)."""

    PERSON = "person"
    MACHINE = "machine"
    """A robot, a delivery report, a newsletter: opens and ends nothing."""
    BOUNCE = "bounce"
    """The failed delivery of a message: hands the turn back to its author."""
    ACCEPTANCE = "acceptance"
    """A calendar acceptance: ends a wait and opens nothing."""


class PromiseState(StrEnum):
    """Where a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    LET_GO = "let go"
    SUGGESTED = "suggested"
    """Recognised by wording or in imported text; nobody has taken it yet."""
    DISMISSED = "dismissed"


class ChoiceKind(StrEnum):
    """What the user decided by hand about a conversation."""

    TURN = "turn"
    """Who holds the turn (T8)."""
    LATER = "later"
    """Out of the queue until a moment (T11)."""
    CLOSED = "closed"
    """Archived (T11)."""
    OPENED = "opened"
    """Taken back from the archive."""
    LEFT = "left"
    """Who is in it no longer: nobody waits for them, nor they for anybody, until they speak or the
    user speaks to them. What they promised stands."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One thing said, a talk or a note, without its text: what was in it is in the flags."""

    id: int
    at: int
    author: int | None
    """Who said it; None for a talk or where nobody can tell."""
    kind: Kind = Kind.SAID
    channel: str = Channel.EMAIL
    to: tuple[int, ...] = ()
    """Whom it is addressed to: people and lists."""
    cc: tuple[int, ...] = ()
    """Who reads along: people and lists."""
    speakers: tuple[int, ...] = ()
    """Who was present at a talk."""
    named: tuple[int, ...] = ()
    """Whom a line in a group chat names; for a bounce, whom it could not reach."""
    answers: int | None = None
    """The exchange that this one replies to, where that is known."""
    origin: Origin = Origin.PERSON
    via_list: bool = False
    """It reached the user through a discussion list only (T5)."""
    asks: bool = False
    """It wants an answer or an action."""
    closes: bool = False
    """It is a closing: thanks, a farewell, or a withdrawal (T4)."""
    accepts: bool = False
    """It says that its author will do what was asked (T4)."""
    no_answer: bool = False
    """The author marked it as wanting no answer (T4)."""
    everyone: bool = False
    """The author waits for each of those addressed, not for any one (T3)."""
    queued: bool = False
    """Handed over, not yet known to be sent (T10)."""
    place: int = 0
    """Its place in the source it came from, from 0."""
    name: str = ""
    """Its lasting name, such as a Message-ID: decides between those of one moment (T16)."""
    arrived: int = 0
    """A number that grows with each exchange the notebook came to know (T8)."""
    remind: int | None = None
    """The moment at which the user wants to be reminded if no answer has come (T13)."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something a person said they would do."""

    id: int
    owner: int
    said_at: int
    due: date | None = None
    state: PromiseState = PromiseState.OPEN
    exchange: int | None = None
    arrived: int = 0
    """As the `arrived` of the exchange in which it was made."""
    stated_at: int | None = None
    """When the user said by hand that it stands open; None where only that exchange does."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A setting by hand, with the exchanges that were known then."""

    id: int
    at: int
    kind: ChoiceKind = ChoiceKind.TURN
    holders: tuple[int, ...] = ()
    """With TURN: who shall speak next; empty for nobody. With LEFT: who left."""
    everyone: bool = True
    """With several holders: each of them shall speak, not any one."""
    until: int | None = None
    """With LATER: the moment at which it comes back; None takes an earlier one back. With TURN: the
    moment at which the user wants to be reminded if no answer has come (T13)."""
    reason: str = ""
    known: int = 0
    """The greatest `arrived` among the exchanges that were known when this was set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the rules must know beyond the exchanges."""

    me: int
    zone: tzinfo = UTC
    """The user's own time zone, in which days begin."""
    choices: tuple[Choice, ...] = ()
    lists: frozenset[int] = frozenset()
    """Those among the addressees that are discussion lists, not people."""
    same: Mapping[int, int] = field(default_factory=dict)
    """Who counts as whom within this conversation (T17), from `who.same_people`."""
    quiet_after: int = QUIET_AFTER
    """How long a wait lasts whose opening asks nothing (T14)."""
    quiet_after_ask: int = QUIET_AFTER_ASK
    """How long a wait lasts whose opening asks (T14)."""
