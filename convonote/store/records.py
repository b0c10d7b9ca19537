"""What the notebook hands out: frozen records, never rows of a model.

`id` is a key within this notebook and this run's handle for calls; `uid` is the name that lasts.
Moments are UTC microseconds, `offset` minutes east of UTC.
"""

from dataclasses import dataclass
from datetime import date

from convonote.conversation.records import Kind, Origin, PromiseState, Section, Turn


class NotebookError(Exception):
    """The notebook cannot be opened or written; the message is one line that says what to do."""


class Refused(NotebookError):
    """What was asked for cannot be done with this; the notebook is well, and as it was."""


class UndoError(Exception):
    """There is nothing to undo, or its rows have changed since; the message says which."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody one talks with; the user is one of them."""

    id: int
    uid: str
    name: str
    me: bool = False
    is_list: bool = False
    """It is a discussion list, which is nobody."""
    addresses: tuple[tuple[str, str], ...] = ()
    """(channel, value), the preferred ones first; only where a call says that it fills them."""

    @property
    def with_address(self) -> str:
        """The name, and in brackets how they are reached, which tells them from a namesake."""
        values = [value for _, value in self.addresses]
        return f"{self.name} ({values[0]})" if values and self.name not in values else self.name

    def beside(self, other: "Person") -> str:
        """The name, with an address where the other is called the same."""
        same = self.name.casefold() == other.name.casefold()
        return self.with_address if same else self.name


@dataclass(frozen=True, slots=True)
class DetailRow:
    """Something known of a person beside name and addresses."""

    id: int
    uid: str
    kind: str
    """One of `DetailKind`; or `shares`, for an address that is somebody else's too."""
    value: str
    extra: str
    """What qualifies it: a level of expertise, the kind of a relation, a channel."""
    imported: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """A person as the contact list shows them."""

    person: Person
    """With addresses, the preferred ones first."""
    preferred: int
    """How many of the addresses are preferred."""
    details: tuple[DetailRow, ...]
    last_at: int | None
    """When something was last said in a conversation that they are in."""
    public: tuple[tuple[str, str], ...] = ()
    """(channel, value) of what the user marked as fit to be passed on."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two people who may be one."""

    one: Person
    other: Person
    reason: str
    """Such as "the same full name"."""


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


@dataclass(frozen=True, slots=True)
class Settled:
    """Who said where a promise stands, when, and in which exchange."""

    person: Person
    at: int
    exchange: int | None
    """None where the user did it by a key."""


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
    people: tuple[Person, ...] = ()
    """With whom, the user left out; filled as `settled` is."""
    reported: "Report | None" = None
    """What somebody said of it that nobody has taken yet; filled as `settled` is."""


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

    @property
    def since(self) -> int | None:
        """Since when it is the turn of whoever's it is, or would be if it had not gone quiet."""
        holders = self.holders or self.lapsed
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
class Hit:
    """Something found."""

    exchange: int
    exchange_uid: str
    conversation: int
    conversation_uid: str
    topic: str
    author: str
    at: int
    offset: int
    channel: str
    snippet: str
    """The words around the hit, on one line."""
    marks: tuple[tuple[int, int], ...] = ()
    """(start, end) of what was found, in characters of the snippet."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave, and how it was understood."""

    hits: tuple[Hit, ...] = ()
    understood: tuple[str, ...] = ()
    """Each filter in words, such as `from Ana Lima, Ana Santos`."""
    troubles: tuple[str, ...] = ()
    """Filters that were left out, each with why."""


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
class Received:
    """What an import did so far; `added`, `already` and `refused` together are what was read."""

    added: int = 0
    already: int = 0
    conversations: int = 0
    """New ones."""
    people: int = 0
    """New ones."""
    chats: int = 0
    """Chats of which lines were added."""
    cut: int = 0
    """New conversations into which pauses cut these."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somewhere that things were imported from."""

    path: str
    """Absolute."""
    kind: str
    """What it was when it was read last, such as `mbox` or `Maildir`."""
    read_at: int | None
    """When it was last read to its end."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `doctor` found wrong."""

    what: str
    """One line, for a person to read."""
    mended: bool = False
