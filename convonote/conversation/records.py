"""The plain records that the turn rules work on.

Every moment is an `int` of UTC microseconds since 1970; every length of time is an `int` of
microseconds. People, exchanges and promises are named by `int` keys, which mean nothing here
beyond being different: whoever calls says what they stand for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from enum import IntEnum, StrEnum

SECOND = 1_000_000
"""Microseconds in a second."""
DAY = 86_400 * SECOND
"""Microseconds in a day."""


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
    """Who is in it no longer: nobody waits for them, nor they for anybody, until they speak."""


class Turn(StrEnum):
    """Whose turn it is, seen from the user."""

    ME = "me"
    THEM = "them"
    NOBODY = "nobody"


class Section(StrEnum):
    """The part of the queue in which a conversation stands, in the order of the screen."""

    MINE = "mine"
    NUDGE = "nudge"
    THEIRS = "theirs"
    LATER = "later"
    REACH_OUT = "reach out"
    QUIET = "quiet"
    RESTING = "resting"
    CLOSED = "closed"


class Rank(IntEnum):
    """What comes first within a section; only *mine* has more than one."""

    OVERDUE = 0
    DUE_TODAY = 1
    USUAL = 2


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
    """With LATER: the moment at which it comes back; None takes an earlier one back."""
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
    quiet_after: int = 14 * DAY
    """How long a wait lasts whose opening asks nothing (T14)."""
    quiet_after_ask: int = 90 * DAY
    """How long a wait lasts whose opening asks (T14)."""


class Why(StrEnum):
    """The reason for which somebody is waited for, each with the rule behind it."""

    ASKED = "asked"  # T2
    WROTE = "wrote"  # T2, and nothing was asked
    ACCEPTED = "accepted"  # T4
    PROMISED = "promised"  # T6
    SET = "set"  # T8
    BOUNCED = "bounced"  # T5


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a wait is open: enough to say it in a sentence, in whatever names are shown."""

    why: Why
    rule: str
    """The rule's number in the design, such as `T2`."""
    at: int
    """When that happened."""
    channel: str = ""
    exchange: int | None = None
    """The exchange that opened the wait."""
    note: str = ""
    """With SET: the reason that the user gave; with PROMISED: nothing."""
    promise: int | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """Somebody waits for somebody."""

    asker: int | None
    """Who waits; None where no person does: a promise, a setting by hand, a bounce."""
    awaited: tuple[int, ...]
    """Whom they wait for, in ascending order; may hold a list, for anybody on it."""
    since: int
    reason: Reason
    asks: bool = False
    everyone: bool = False
    """It ends only when each has answered, not with the first answer."""
    cc: tuple[int, ...] = ()
    """Who reads along, and so may answer for those awaited (T3)."""
    last: int | None = None
    """The last exchange that asked this again."""
    lists: tuple[int, ...] = ()
    """The lists it went over: an answer there is heard (T1)."""
    starts: int | None = None
    """The moment from which it holds; None for at once (T6)."""
    overdue: int | None = None
    """The moment from which it is overdue (T6)."""
    due: date | None = None
    lasting: bool = False
    """It never lapses: a promise, or a setting by hand (T14)."""
    remind: int | None = None
    """The moment from which it is to be nudged, where the user has set one (T13)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was answered with a question, and is still open (T7)."""

    asker: int
    asked: int
    exchange: int


@dataclass(frozen=True, slots=True)
class LastWord:
    """What the user said last."""

    at: int
    asks: bool
    channel: str
    exchange: int


@dataclass(frozen=True, slots=True)
class Answer:
    """How long somebody took to answer, for their usual pace (T13)."""

    person: int
    channel: str
    """The channel on which the wait was opened."""
    took: int
    exchange: int


@dataclass(frozen=True, slots=True)
class Waits:
    """What `fold` gives: who waits for whom in a conversation, and what changes with time."""

    me: int
    people: tuple[int, ...] = ()
    """Everybody who takes part, in ascending order: nobody else ever holds the turn."""
    open: tuple[Wait, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    spoken_at: int | None = None
    """When a person last spoke."""
    my_word: LastWord | None = None
    later: int | None = None
    """Snoozed until then."""
    closed: bool = False
    quiet_after: int = 14 * DAY
    quiet_after_ask: int = 90 * DAY


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who is expected to speak next."""

    person: int
    me: bool
    since: int
    due: date | None
    reason: Reason
    asker: int | None
    """Who waits for them; None where no person does."""
    asker_me: bool = False
    remind: int | None = None
    """When the user wanted to be reminded of it (T13)."""
    together: int = 1
    """How many are waited for by the same wait (T3)."""
    everyone: bool = False
    """That wait ends only when each has answered."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long people usually take to answer, in microseconds (T13)."""

    by_channel: Mapping[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    """(person, channel) to (answers on record, their median)."""
    by_person: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """person to (answers on record, their median)."""
    notebook: int | None = None
    """The median of everybody's answers but the user's; None where there are none."""

    ENOUGH = 3
    """Answers needed before a median says something."""
    UNKNOWN = 7 * DAY
    """The pace of somebody of whom nothing is known in a notebook of which nothing is."""

    def usual(self, person: int, channel: str) -> int:
        """The usual answer time of a person on a channel, from what is known best (T13)."""
        for count, median in (
            self.by_channel.get((person, channel), (0, 0)),
            self.by_person.get(person, (0, 0)),
        ):
            if count >= self.ENOUGH:
                return median
        return self.UNKNOWN if self.notebook is None else self.notebook


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation stands in the queue at a moment, and until when that holds."""

    section: Section
    turn: Turn
    rank: Rank
    order: int
    """Within section and rank, the smallest comes first."""
    holders: tuple[Holder, ...]
    """Who holds the turn now, the longest waited for first; none in *quiet*."""
    lapsed: tuple[Holder, ...] = ()
    """Who would hold it if their wait had not gone quiet (T14)."""
    until: int | None = None
    """In *later*: when it comes back or falls due."""
    changes_at: int | None = None
    """The next moment at which any of this changes by itself."""
