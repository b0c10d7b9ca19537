"""What a composer opens with: a draft, an exchange that is edited, or what is likely."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from convonote.conversation.details import DetailKind
from convonote.conversation.records import Channel, Kind
from convonote.conversation.zones import day_of
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation, Draft, Entry
from convonote.writing.compose_request import ComposeRequest, Mode, mode_of
from convonote.writing.composing import NOTHING_TYPED, After, Sketch, Typed, known


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
    typed: Typed = NOTHING_TYPED
    edits: Entry | None = None
    """The exchange that is edited."""

    @property
    def whole(self) -> bool:
        """All of it can be written, not the text alone of something that came in."""
        return self.edits is None or not (self.edits.imported or self.edits.message_id)


def begun(request: ComposeRequest, text: str) -> Sketch:
    """What stands in a composer that has not yet read anything."""
    draft = request.draft
    if draft is None:
        return Sketch(
            mode=request.mode,
            conversation=request.conversation,
            answers=request.answers,
            channel=Channel.EMAIL,
            people=request.people,
            topic="",
            text=text,
            edits=request.edits,
        )
    return Sketch(
        mode=request.mode,
        conversation=draft.conversation,
        answers=draft.answers,
        channel=draft.channel,
        people=draft.people,
        topic=draft.topic,
        text=text,
        cc=draft.cc,
        edits=draft.edits,
        typed=Typed.unpacked(draft.words),
    )


def opening(notebook: Notebook, request: ComposeRequest) -> Opening:
    """Read what the composer needs; a draft's own fields come first."""
    draft, me = request.draft, notebook.me
    edits = draft.edits if draft else request.edits
    edited = None if edits is None else notebook.entry(edits)
    found = _editing(notebook, me, edited) if edited else _likely(notebook, me, request)
    return found if draft is None else _from_draft(notebook, found, draft)


def _likely(notebook: Notebook, me: Person, request: ComposeRequest) -> Opening:
    """What a new exchange begins with: the usual people, and what was used last with them."""
    draft = request.draft
    where = draft.conversation if draft else request.conversation
    answers = draft.answers if draft else request.answers
    conversation = None if where is None else notebook.conversation(where)
    answered = None if answers is None else notebook.entry(answers)
    ids = draft.people if draft else request.people
    people = known(notebook, ids) or _usual_people(conversation, answered)
    people = known(notebook, (one.id for one in people))
    cc: tuple[Person, ...] = ()
    saying = request.mode is Mode.SAID
    if saying and answered:
        cc = tuple(one for one in answered.cc if not one.me and one not in people)
    channels = likely_channels(notebook, conversation, answered, people)
    return Opening(
        me=me,
        mode=request.mode,
        conversation=conversation,
        quoted=answered or _last(notebook, conversation),
        people=people,
        cc=cc,
        channel=channels[0],
        channels=tuple(dict.fromkeys((*channels, *Channel))),
        answers=answers,
        typed=Typed(after=last_after(notebook, people, me.id)) if saying else NOTHING_TYPED,
    )


def _editing(notebook: Notebook, me: Person, edited: Entry) -> Opening:
    """An exchange as it stands."""
    author = edited.author
    mode, people = Mode.SAID, edited.to
    if edited.kind is Kind.NOTE:
        mode = Mode.NOTE
    elif edited.kind is Kind.TALK:
        mode, people = Mode.TALK, edited.speakers
    elif author is not None and not author.me:
        mode, people = Mode.THEIRS, (author, *edited.to)
    after = After.EACH if edited.everyone else After.RULES
    return Opening(
        me=me,
        mode=mode,
        conversation=notebook.conversation(edited.conversation),
        quoted=None if edited.answers is None else notebook.entry(edited.answers),
        people=known(notebook, (one.id for one in people if not one.me)),
        cc=tuple(one for one in edited.cc if not one.me),
        channel=edited.channel,
        channels=tuple(dict.fromkeys((edited.channel, *Channel))),
        answers=edited.answers,
        typed=Typed(
            after=After.NO_ANSWER if edited.no_answer else after, remind=_reminder(notebook, edited)
        ),
        edits=edited,
    )


def _reminder(notebook: Notebook, edited: Entry) -> str:
    """The day of a reminder that is still to come."""
    at = edited.remind_at
    return "" if at is None or at <= notebook.now() else str(day_of(at, notebook.zone))


def _from_draft(notebook: Notebook, found: Opening, draft: Draft) -> Opening:
    """The same with all that a draft kept."""
    typed = Typed.unpacked(draft.words)
    # A draft that came in from a mail program has nothing typed, and answers everybody in copy.
    cc = known(notebook, draft.cc) if draft.words or draft.cc else found.cc
    people = known(notebook, draft.people) or (() if typed.new else found.people)
    return replace(
        found,
        mode=mode_of(draft, found.me.id),
        people=people,
        cc=cc,
        channel=draft.channel or found.channel,
        topic=draft.topic,
        typed=typed if draft.words else found.typed,
    )


def last_after(notebook: Notebook, people: Iterable[Person], me: int) -> After:
    """Whose turn it was made to be when something was last said to these people."""
    ids = {one.id for one in people}
    last = notebook.last_said_to(ids)
    if last is None:
        return After.RULES
    if last.turn is not None:
        if not last.turn:
            return After.NOBODY
        chosen = {frozenset({me}): After.ME, frozenset(ids): After.THEM}
        return chosen.get(frozenset(last.turn), After.RULES)
    if last.everyone and len(ids) > 1:
        return After.EACH
    return After.NO_ANSWER if last.no_answer else After.RULES


def likely_channels(
    notebook: Notebook,
    conversation: Conversation | None,
    answered: Entry | None,
    people: tuple[Person, ...],
) -> tuple[str, ...]:
    """The likeliest channels: of what is answered, used last with these people, their addresses."""
    found = [answered.channel] if answered else []
    if last := notebook.last_said_to({one.id for one in people}):
        found.append(last.channel)
    if conversation is not None:
        found += conversation.channels
    elif people:
        past = notebook.with_people(one.id for one in people)
        latest = max(past, key=lambda one: one.last_at or 0, default=None)
        found += latest.channels if latest else ()
    for one in people:
        preferred = (row for row in notebook.details(one.id) if row.kind == DetailKind.PREFERS)
        found += [row.value for row in preferred]
    found += [channel for one in people for channel, _ in one.addresses]
    return tuple(dict.fromkeys([*found, Channel.EMAIL]))


def _last(notebook: Notebook, conversation: Conversation | None) -> Entry | None:
    """What was said last in a conversation."""
    if conversation is None:
        return None
    return next(iter(notebook.timeline(conversation.id, start=-1, limit=1).entries), None)


def _usual_people(conversation: Conversation | None, answered: Entry | None) -> tuple[Person, ...]:
    """Whom an answer goes to: who said it and who else it was said to; else all who are in it."""
    left = conversation.left if conversation else frozenset()
    if answered is not None:
        said = (answered.author,) if answered.author else answered.speakers
        both = dict.fromkeys(
            one for one in (*said, *answered.to) if not one.me and one.id not in left
        )
        if both:
            return tuple(both)
    return tuple(one for one in conversation.people if one.id not in left) if conversation else ()
