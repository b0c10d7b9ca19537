"""Promises filed from the task items of a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from convonote.conversation.called import folded_name, meant
from convonote.conversation.records import Kind, PromiseState
from convonote.conversation.tasks import Task, boxed, tasks
from convonote.conversation.zones import day_at
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.promises.noting import note, set_state


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text was said, as far as its promises depend on it."""

    kind: Kind
    author: int | None
    me: int
    at: int
    offset: int
    names: Mapping[int, str]
    """Everybody who may be meant by `@name`."""
    imported: bool = False
    hearers: tuple[int, ...] = ()
    """Whom it is addressed to."""
    speakers: tuple[int, ...] = ()
    """Who speaks, in a talk."""
    by_mouth: bool = False
    """The user wrote down what was spoken, and may tell it in words of their own."""

    @property
    def speaker(self) -> int:
        """Who said it; of a talk or where nobody can tell, the user."""
        return self.me if self.author is None else self.author

    @property
    def said_on(self) -> date:
        """The day on which it was said, where it was said."""
        return day_at(self.at, self.offset)


@dataclass(frozen=True, slots=True)
class Filed:
    """A promise as the text has it."""

    owner: int
    what: str
    line: int
    due: str | None
    state: PromiseState
    done: bool


def filed(text: str, setting: Setting) -> list[Filed]:
    """The items of a text, each with its owner and where its promise stands at first.

    One that is dismissed from the first is no promise.
    """
    found = tasks(text, setting.said_on, setting.names.values())
    return [_filed(task, setting) for task in found]


def _filed(task: Task, setting: Setting) -> Filed:
    owner = by_name(task.owner, setting) if task.owner else setting.speaker
    if owner is None or setting.kind is Kind.NOTE or setting.imported:
        # A box that came ticked is nothing to decide on: a mere part of the text.
        state = PromiseState.DISMISSED if task.done else PromiseState.SUGGESTED
    elif task.done:
        state = PromiseState.KEPT
    else:
        state = PromiseState.OPEN
    due = None if task.due is None else task.due.isoformat()
    if owner is None:
        # Somebody must stand there; what is promised tells whom the text names.
        return Filed(setting.speaker, task.whole, task.line, due, state, task.done)
    return Filed(owner, task.what, task.line, due, state, task.done)


def by_name(name: str, setting: Setting) -> int | None:
    """The one who is meant by a full or a first name; None where nobody or more than one is."""
    return setting.me if folded_name(name) == "me" else meant(name, setting.names)


def file(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Write the promises of a new text."""
    conversation = _conversation(base, exchange)
    for each in filed(text, setting):
        if each.state is PromiseState.DISMISSED:
            continue
        _insert(recording, conversation, exchange, each, setting)


def drawn(base: Base, exchange: int, text: str) -> str:
    """The text of an exchange with its boxes as its promises stand."""
    states = base.rows(
        "SELECT line, state = 'kept' FROM promise WHERE exchange = ? AND line IS NOT NULL"
        " AND state <> 'dismissed' AND found IS NULL AND deleted_at IS NULL",
        (exchange,),
    )
    return boxed(text, {line: bool(kept) for line, kept in states})


def refile(
    base: Base,
    recording: Recording,
    exchange: int,
    texts: tuple[str, str],
    setting: Setting,
    *,
    by_user: bool = False,
) -> None:
    """Bring the promises of a text in step with its new wording; `texts` are before and after.

    Who edits (`by_user`) sees the boxes as the promises stand, and ticks them to keep one.
    """
    before = {each.what: each for each in filed(texts[0], setting)}
    kept = base.rows(
        "SELECT id, what, line, state FROM promise WHERE exchange = ? AND deleted_at IS NULL"
        " AND found IS NULL",
        (exchange,),
    )
    stood = {id: (what, state) for id, what, _, state in kept}
    paired = _paired(filed(texts[1], setting), kept)
    for each, id in paired:
        if id is None:
            if each.state is not PromiseState.DISMISSED:
                id = _insert(recording, _conversation(base, exchange), exchange, each, setting)
                if by_user and each.state is PromiseState.OPEN:
                    # It counts from now, whenever the rest was said (T8).
                    note(
                        recording,
                        id,
                        each.state,
                        person=setting.me,
                        at=base.now(),
                        exchange=exchange,
                    )
            continue
        what, state = stood[id]
        old = before.get(what)
        recording.set("promise", id, "what", each.what)
        recording.set("promise", id, "line", each.line)
        if old is None or (old.due, old.owner) != (each.due, each.owner):
            recording.set("promise", id, "due", each.due)
            recording.set("promise", id, "owner", each.owner)
        was_done = state == PromiseState.KEPT if by_user else old is not None and old.done
        # What was settled or dismissed by a key stands, unless the tick itself changed.
        if was_done != each.done:
            _tick(base, recording, (exchange, id, state), each, setting, by_user=by_user)
    for id in stood.keys() - {id for _, id in paired}:
        recording.delete("promise", id)


def _tick(
    base: Base,
    recording: Recording,
    which: tuple[int, int, str],
    each: Filed,
    setting: Setting,
    *,
    by_user: bool,
) -> None:
    """Settle a promise whose box was ticked or emptied in the text of an exchange."""
    exchange, promise, stood = which
    state = each.state
    if by_user and stood != PromiseState.DISMISSED and each.done:
        # Whoever ticks what was but suggested says that it was promised, and is kept.
        state = PromiseState.KEPT
    elif by_user and stood not in (PromiseState.SUGGESTED, PromiseState.DISMISSED):
        state = PromiseState.OPEN
    elif stood == PromiseState.OPEN and state is PromiseState.DISMISSED:
        # What the user took as a promise is ticked in another copy: they may take that too.
        note(
            recording,
            promise,
            PromiseState.KEPT,
            person=setting.speaker,
            at=setting.at,
            exchange=exchange,
            standing="suggested",
        )
        return
    set_state(
        base,
        recording,
        promise,
        state,
        person=setting.me if by_user else setting.speaker,
        at=base.now() if by_user else setting.at,
        exchange=exchange,
    )


def _paired(
    after: Sequence[Filed], kept: Sequence[tuple[int, str, int | None, str]]
) -> list[tuple[Filed, int | None]]:
    """Each item of the new text with the promise it was: by its words, else by its line."""
    free = {id: (what, line) for id, what, line, _ in kept}
    paired: dict[int, int] = {}
    for by_words in (True, False):
        for number, each in enumerate(after):
            if number in paired:
                continue
            sought = each.what if by_words else each.line
            found = next(
                (id for id, known in free.items() if known[0 if by_words else 1] == sought), None
            )
            if found is not None:
                paired[number] = found
                del free[found]
    return [(each, paired.get(number)) for number, each in enumerate(after)]


def _insert(
    recording: Recording, conversation: int, exchange: int, each: Filed, setting: Setting
) -> int:
    id = recording.insert(
        "promise",
        conversation=conversation,
        exchange=exchange,
        owner=each.owner,
        what=each.what,
        line=each.line,
        due=each.due,
        state=str(each.state),
        said_at=setting.at,
    )
    if each.done:
        note(recording, id, each.state, person=setting.speaker, at=setting.at, exchange=exchange)
    return id


def _conversation(base: Base, exchange: int) -> int:
    conversation: int = base.value("SELECT conversation FROM exchange WHERE id = ?", (exchange,))
    return conversation
