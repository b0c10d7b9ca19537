"""What is being written down, apart from any screen: how it opens, and how it is said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from convonote.conversation.records import SECOND, Channel, Kind
from convonote.screens.compose_request import ComposeRequest, Mode
from convonote.sending import Letter, SendingError, email_of
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation, Draft, Entry, Person, Said

TOPIC_LENGTH = 60
"""Characters of the text that stand as the topic where none is given."""


class After(StrEnum):
    """Whose turn it is afterwards."""

    RULES = "by the rules"
    NO_ANSWER = "no answer needed"
    EACH = "each of them"
    ME = "me"
    THEM = "them"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Sketch:
    """What stands in a composer at a moment."""

    mode: Mode
    conversation: int | None
    answers: int | None
    channel: str
    people: tuple[int, ...]
    """Whom it is with; in what they said, the first of them speaks."""
    topic: str
    text: str

    @property
    def kind(self) -> Kind:
        """What sort of exchange it becomes."""
        return {Mode.TALK: Kind.TALK, Mode.NOTE: Kind.NOTE}.get(self.mode, Kind.SAID)

    def author(self, me: int) -> int | None:
        """Who says it, as far as that is known yet."""
        if self.mode in (Mode.SAID, Mode.NOTE):
            return me
        if self.mode is Mode.THEIRS and self.people:
            return self.people[0]
        return None

    @property
    def shown_topic(self) -> str:
        """The topic, or the first words of the text."""
        if self.topic.strip():
            return " ".join(self.topic.split())
        first = next((line for line in self.text.splitlines() if line.strip()), "")
        words = " ".join(first.lstrip("#->*![] ").split())
        return words if len(words) <= TOPIC_LENGTH else words[: TOPIC_LENGTH - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a composer opens with, as read from the notebook."""

    me: Person
    mode: Mode
    conversation: Conversation | None
    quoted: Entry | None
    """What is answered, else what was said last."""
    people: tuple[Person, ...]
    cc: tuple[Person, ...]
    channel: str
    channels: tuple[str, ...]
    """Those that can be chosen, the likeliest first."""
    topic: str = ""
    answers: int | None = None


def begun(request: ComposeRequest, text: str) -> Sketch:
    """What stands in a composer that has not yet read anything."""
    draft = request.draft
    return Sketch(
        mode=request.mode,
        conversation=draft.conversation if draft else request.conversation,
        answers=draft.answers if draft else request.answers,
        channel=draft.channel if draft else Channel.EMAIL,
        people=draft.people if draft else request.people,
        topic=draft.topic if draft else "",
        text=text,
    )


def opening(notebook: Notebook, request: ComposeRequest) -> Opening:
    """Read what the composer needs; a draft's own fields come first."""
    draft, me = request.draft, notebook.me
    where = draft.conversation if draft else request.conversation
    answers = draft.answers if draft else request.answers
    mode = mode_of(draft, me.id) if draft else request.mode
    conversation = None if where is None else notebook.conversation(where)
    answered = None if answers is None else notebook.entry(answers)
    last = answered or _last(notebook, conversation)
    ids = draft.people if draft else request.people
    people = _known(notebook, ids) or _usual_people(conversation, answered)
    if mode is Mode.SAID and answered:
        cc = tuple(one for one in answered.cc if not one.me and one not in people)
    else:
        cc = ()
    full = _known(notebook, (one.id for one in people))
    channels = likely_channels(notebook, conversation, answered, full)
    return Opening(
        me=me,
        mode=mode,
        conversation=conversation,
        quoted=last,
        people=full,
        cc=cc,
        channel=draft.channel if draft and draft.channel else channels[0],
        channels=tuple(dict.fromkeys((*channels, *Channel))),
        topic=draft.topic if draft else "",
        answers=answers,
    )


def mode_of(draft: Draft, me: int) -> Mode:
    """How a draft was being written."""
    if draft.kind is Kind.NOTE:
        return Mode.NOTE
    if draft.kind is Kind.TALK:
        return Mode.TALK
    return Mode.SAID if draft.author == me else Mode.THEIRS


@dataclass(frozen=True, slots=True)
class Saying:
    """A sketch that is ready to be said."""

    sketch: Sketch
    me: int
    cc: tuple[int, ...] = ()
    at: int | None = None
    """None for now."""
    offset: int | None = None
    after: After = After.RULES
    queued: bool = False
    draft: int | None = None
    """The draft to be dropped in the same change."""


def say(notebook: Notebook, saying: Saying) -> Said:
    """Write it down; raises NotebookError, and then nothing of it is written."""
    sketch = saying.sketch
    people, others = sketch.people, sketch.people[1:]
    to = {Mode.SAID: people, Mode.THEIRS: (saying.me, *others)}.get(sketch.mode, ())
    moves = sketch.mode is not Mode.NOTE
    holders = {After.ME: (saying.me,), After.THEM: people, After.NOBODY: ()}
    return notebook.say(
        sketch.text,
        conversation=sketch.conversation,
        topic=sketch.shown_topic if sketch.conversation is None else "",
        kind=sketch.kind,
        channel=sketch.channel if moves else Channel.OTHER,
        author=sketch.author(saying.me),
        to=to,
        cc=saying.cc if sketch.mode is Mode.SAID else (),
        speakers=(saying.me, *people) if sketch.mode is Mode.TALK else (),
        at=saying.at,
        offset=saying.offset,
        answers=sketch.answers,
        everyone=moves and saying.after is After.EACH,
        no_answer=moves and saying.after is After.NO_ANSWER,
        queued=saying.queued,
        turn=holders.get(saying.after) if moves else None,
        turn_everyone=False,
        draft=saying.draft,
    )


def letter(notebook: Notebook, saying: Saying) -> Letter:
    """What is said, as mail; raises SendingError where an address is missing."""
    sketch, me = saying.sketch, notebook.me
    sender = email_of(me.addresses)
    if sender is None:
        raise SendingError('Your own address is not known; put addresses = ["…"] under [me]')
    answered = None if sketch.answers is None else notebook.entry(sketch.answers)
    where = None if sketch.conversation is None else notebook.conversation(sketch.conversation)
    topic = where.topic if where else sketch.shown_topic
    before = answered.replies_to if answered else None
    at = notebook.now() if saying.at is None else saying.at
    return Letter(
        sender=(me.name, sender),
        to=_mailboxes(_known(notebook, sketch.people)),
        cc=_mailboxes(_known(notebook, saying.cc)),
        subject=f"Re: {topic}" if where and where.exchanges else topic,
        text=sketch.text,
        at=at,
        offset=_offset(at, notebook.zone) if saying.offset is None else saying.offset,
        answers=answered.message_id if answered else None,
        references=(before,) if before else (),
    )


def _offset(at: int, zone: tzinfo) -> int:
    """Minutes east of UTC in a zone at a moment."""
    shift = datetime.fromtimestamp(at / SECOND, zone).utcoffset()
    return 0 if shift is None else shift // timedelta(minutes=1)


def _mailboxes(people: Iterable[Person]) -> tuple[tuple[str, str], ...]:
    """(name, address) of each; everybody must have an address."""
    found = []
    for person in people:
        value = email_of(person.addresses)
        if value is None:
            raise SendingError(f"{person.name} has no email address here; add one, or say s or k")
        found.append((person.name, value))
    return tuple(found)


def _known(notebook: Notebook, ids: Iterable[int]) -> tuple[Person, ...]:
    """People with their addresses, without those who are gone."""
    return tuple(person for one in ids if (person := notebook.person(one)) is not None)


def _last(notebook: Notebook, conversation: Conversation | None) -> Entry | None:
    """What was said last in a conversation."""
    if conversation is None:
        return None
    return next(iter(notebook.timeline(conversation.id, start=-1, limit=1).entries), None)


def _usual_people(conversation: Conversation | None, answered: Entry | None) -> tuple[Person, ...]:
    """Whom an answer goes to: who said it and who else it was said to; else everybody."""
    if answered is not None:
        said = (answered.author,) if answered.author else answered.speakers
        both = dict.fromkeys(one for one in (*said, *answered.to) if not one.me)
        if both:
            return tuple(both)
    return conversation.people if conversation else ()


def likely_channels(
    notebook: Notebook,
    conversation: Conversation | None,
    answered: Entry | None,
    people: tuple[Person, ...],
) -> tuple[str, ...]:
    """The likeliest channels: of what is answered, last used with these people, their addresses."""
    found = [answered.channel] if answered else []
    if conversation is not None:
        found += conversation.channels
    elif people:
        past = notebook.with_people(one.id for one in people)
        latest = max(past, key=lambda one: one.last_at or 0, default=None)
        found += latest.channels if latest else ()
    found += [channel for one in people for channel, _ in one.addresses]
    return tuple(dict.fromkeys([*found, Channel.EMAIL]))
