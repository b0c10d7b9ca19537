"""Promises filed from the task items of a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone

from convonote.conversation.records import Kind, PromiseState
from convonote.conversation.tasks import Task, tasks
from convonote.conversation.zones import day_of
from convonote.store.base import Base
from convonote.store.changes import Recording


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

    @property
    def said_on(self) -> date:
        """The day on which it was said, where it was said."""
        # No clock on earth is a whole day off, but a message may claim so.
        minutes = max(-1439, min(1439, self.offset))
        return day_of(self.at, timezone(timedelta(minutes=minutes)))


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
    """The promises in a text, each with its owner and where it stands at first."""
    return [_filed(task, setting) for task in tasks(text, setting.said_on)]


def _filed(task: Task, setting: Setting) -> Filed:
    author = setting.me if setting.author is None else setting.author
    owner = by_name(task.owner, setting) if task.owner else author
    if task.done:
        state = PromiseState.KEPT
    elif owner is None or setting.kind is Kind.NOTE or setting.imported:
        state = PromiseState.SUGGESTED
    else:
        state = PromiseState.OPEN
    due = None if task.due is None else task.due.isoformat()
    return Filed(author if owner is None else owner, task.what, task.line, due, state, task.done)


def by_name(name: str, setting: Setting) -> int | None:
    """The one who is meant by a full or a first name; None where nobody or more than one is."""
    sought = " ".join(name.casefold().split())
    if sought == "me":
        return setting.me
    full = [id for id, known in setting.names.items() if _folded(known) == sought]
    first = [id for id, known in setting.names.items() if _folded(known).split(" ")[0] == sought]
    for found in (full, first):
        if len(found) == 1:
            return found[0]
    return None


def file(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Write the promises of a new text."""
    conversation = _conversation(base, exchange)
    for each in filed(text, setting):
        _insert(recording, conversation, exchange, each, setting)


def refile(
    base: Base, recording: Recording, exchange: int, texts: tuple[str, str], setting: Setting
) -> None:
    """Bring the promises of a text in step with its new wording; `texts` are before and after."""
    before = {_key(each): each for each in filed(texts[0], setting)}
    after = filed(texts[1], setting)
    kept = base.rows(
        "SELECT id, what, line FROM promise WHERE exchange = ? AND deleted_at IS NULL", (exchange,)
    )
    for each, id in _paired(after, kept):
        if id is None:
            _insert(recording, _conversation(base, exchange), exchange, each, setting)
            continue
        old = before.get(next(what for known, what, _ in kept if known == id))
        recording.set("promise", id, "what", each.what)
        recording.set("promise", id, "line", each.line)
        if old is None or (old.due, old.owner) != (each.due, each.owner):
            recording.set("promise", id, "due", each.due)
            recording.set("promise", id, "owner", each.owner)
        # What was ticked or dismissed by a key stands, unless the tick in the text itself changed.
        if old is None or old.done != each.done:
            recording.set("promise", id, "state", str(each.state))
    left = {id for _, id in _paired(after, kept)}
    for id, _, _ in kept:
        if id not in left:
            recording.delete("promise", id)


def _paired(
    after: Sequence[Filed], kept: Sequence[tuple[int, str, int | None]]
) -> list[tuple[Filed, int | None]]:
    """Each item of the new text with the promise it was: by its words, else by its line."""
    free = {id: (what, line) for id, what, line in kept}
    paired: dict[int, int] = {}
    for by_words in (True, False):
        for number, each in enumerate(after):
            if number in paired:
                continue
            sought = _key(each) if by_words else each.line
            found = next(
                (id for id, known in free.items() if known[0 if by_words else 1] == sought), None
            )
            if found is not None:
                paired[number] = found
                del free[found]
    return [(each, paired.get(number)) for number, each in enumerate(after)]


def _key(each: Filed) -> str:
    return each.what


def _insert(
    recording: Recording, conversation: int, exchange: int, each: Filed, setting: Setting
) -> None:
    recording.insert(
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


def _conversation(base: Base, exchange: int) -> int:
    conversation: int = base.value("SELECT conversation FROM exchange WHERE id = ?", (exchange,))
    return conversation


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
