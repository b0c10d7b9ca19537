"""What the turn rules give: waits, who holds the turn and why, and the place in the queue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from convonote.conversation.records import DAY, QUIET_AFTER, QUIET_AFTER_ASK


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
    quiet_after: int = QUIET_AFTER
    quiet_after_ask: int = QUIET_AFTER_ASK
    left: tuple[int, ...] = ()
    """Who left and is not back, in ascending order: nobody waits for them."""


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
