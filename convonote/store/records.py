"""What the notebook hands out: frozen records, never rows of a model.

`id` is a key within this notebook and this run's handle for calls; `uid` is the name that lasts.
Moments are UTC microseconds, `offset` minutes east of UTC.
"""

from dataclasses import dataclass
from datetime import date

from convonote.conversation.records import Kind, Origin, PromiseState
from convonote.conversation.turn_records import Section, Turn, Why
from convonote.store.people.person_records import Person
from convonote.store.promises.records import PromiseRow, Report


@dataclass(frozen=True, slots=True)
class HolderRow:
    """Somebody who holds the turn, with the reason in words."""

    person: Person
    since: int
    due: date | None
    why: str
    """Such as "Ana asked on Tue 3 Nov by phone; nothing went back since"."""
    rule: str
    """The number of the rule, such as `T2`."""
    exchange: int | None = None
    """The exchange that opened it."""
    together: int = 1
    """How many are waited for together."""
    everyone: bool = False
    """Whether an answer by each of them is waited for, or the first one is enough."""
    remind: int | None = None
    """When the user wants to be reminded if no answer has come."""
    cause: Why = Why.WROTE
    """For which of the reasons it was opened."""
    dated: bool = True
    """Whether it is known when that was."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as the queue shows it."""

    id: int
    uid: str
    topic: str
    people: tuple[Person, ...]
    """Everybody in it but the user, who spoke last first; lists are left out."""
    section: Section
    turn: Turn
    holders: tuple[HolderRow, ...]
    lapsed: tuple[HolderRow, ...]
    """Who would hold it had it not gone quiet."""
    promises: tuple[PromiseRow, ...]
    """The open ones."""
    until: int | None
    last_at: int | None
    channels: tuple[str, ...]
    """The latest first."""
    exchanges: int
    draft: bool = False
    """Whether something begun for it waits to be written on."""
    left: frozenset[int] = frozenset()
    """Who of the people left it and has not spoken since."""
    dated: bool = True
    """Whether it is known of anything in it when it was said."""

    @property
    def since(self) -> int | None:
        """Since when it is the turn of whoever's it is, or would be if it had not gone quiet."""
        holders = [holder for holder in self.holders or self.lapsed if holder.dated]
        mine = [holder for holder in holders if holder.person.me]
        return min((holder.since for holder in mine or holders), default=None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One exchange in a timeline."""

    id: int
    uid: str
    conversation: int
    kind: Kind
    channel: str
    author: Person | None
    to: tuple[Person, ...]
    cc: tuple[Person, ...]
    speakers: tuple[Person, ...]
    at: int
    offset: int
    subject: str
    text: str
    origin: Origin
    queued: bool
    dated: bool
    """False where the source gave no usable date."""
    has_original: bool
    edited: bool
    imported: bool
    attachments: tuple[tuple[str, str, int], ...]
    """(name, type, bytes)"""
    promises: tuple[PromiseRow, ...]
    waiting: bool
    """It is unanswered: a wait for the user that is still open was opened or renewed here."""
    message_id: str | None = None
    """Its name where it came from, such as a Message-ID; only where a call says so."""
    replies_to: str | None = None
    """The name of what it replies to; filled as `message_id` is."""
    answers: int | None = None
    """The exchange that it answers, where that is known."""
    everyone: bool = False
    """Its author waits for each of those it is addressed to."""
    no_answer: bool = False
    """It wants no answer."""
    remind_at: int | None = None
    """When the user wants to be reminded if no answer has come."""
    reports: tuple[Report, ...] = ()
    """What it may say of open promises."""

    @property
    def drawn(self) -> str:
        """The text with its boxes as the promises stand, for keeping one ticks it."""
        done = {
            promise.line: promise.state is PromiseState.KEPT
            for promise in self.promises
            if promise.line is not None and not promise.found
        }
        if not done:
            return self.text
        from convonote.conversation.tasks import boxed

        return boxed(self.text, done)


@dataclass(frozen=True, slots=True)
class Window:
    """Some neighbouring entries of a timeline, oldest first, and where they stand in it."""

    conversation: int
    total: int
    first: int
    """The place of the first entry in the whole timeline, from 0."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What one exchange answers, and what answers it, in its conversation."""

    answers: Entry | None = None
    answered_by: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What a name on the command line may mean: a person or a conversation."""

    person: Person | None = None
    conversation: Conversation | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Something being written."""

    id: int
    uid: str
    conversation: int | None
    answers: int | None
    kind: Kind
    channel: str
    author: int | None
    people: tuple[int, ...]
    topic: str
    text: str
    updated_at: int
    edits: int | None = None
    """The exchange whose text it is to replace."""
    cc: tuple[int, ...] = ()
    words: str = ""
    """What is typed in the other fields, as whoever saved it packed it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What saying something did."""

    exchange: int
    conversation: int
    change: int
    promises: tuple[PromiseRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `doctor` found wrong."""

    what: str
    """One line, for a person to read."""
    mended: bool = False
