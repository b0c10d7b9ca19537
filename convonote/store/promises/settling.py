"""Saying where a promise stands: kept, let go, open again; its due date; one added by hand."""

from datetime import date

from convonote.conversation.records import PromiseState
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.people import people
from convonote.store.promises import looking_back, promises
from convonote.store.promises.noting import answer_reports, set_state
from convonote.store.storable import storable
from convonote.store.turns import choices, queue
from convonote.store.turns.folding import Touched, refold


def settle(base: Base, promise: int, state: PromiseState) -> None:
    """Say where a promise stands, as the user does by a key."""
    with base.writing(USER, "") as recording:
        conversation, what = _required(base, promise)
        suggested = _is_suggested(base, promise)
        recording.what = f"{_done(state, suggested)}: {what}"
        if suggested and state is not PromiseState.DISMISSED:
            _require_owner(base, promise)
        if not set_state(base, recording, promise, state, person=base.me, at=base.now()):
            return
        if suggested:
            _dismiss_repeats(base, recording, promise)
        if suggested and state is PromiseState.OPEN:
            looking_back.look_back(base, recording, promise)
        refold(base, (), touched={conversation: Touched()})


def _done(state: PromiseState, suggested: bool) -> str:
    """What was done to a promise, as undoing tells it."""
    if state is not PromiseState.OPEN:
        return str(state)
    return "took the promise" if suggested else "opened the promise again"


def take_report(base: Base, report: int) -> None:
    """Take it that a promise is kept or let go because somebody said so."""
    with base.writing(USER, "") as recording:
        promise, state = _required_report(base, report)
        conversation, what = _required(base, promise)
        recording.what = f"{state}: {what}"
        recording.set("settling", report, "standing", "taken")
        recording.set("promise", promise, "state", state)
        answer_reports(base, recording, promise)
        refold(base, (), touched={conversation: Touched()})


def dismiss_report(base: Base, report: int) -> None:
    """Take it that a promise is open, whatever seemed to be said of it."""
    with base.writing(USER, "") as recording:
        promise, _ = _required_report(base, report)
        _, what = _required(base, promise)
        recording.what = f"still open: {what}"
        recording.set("settling", report, "standing", "dismissed")


def set_due(base: Base, promise: int, due: date | None) -> None:
    """Give a promise another due date, or none."""
    with base.writing(USER, "") as recording:
        conversation, what = _required(base, promise)
        recording.set("promise", promise, "due", None if due is None else due.isoformat())
        recording.what = f"due {due or 'no day'}: {what}"
        refold(base, (), touched={conversation: Touched()})


def add(
    base: Base,
    conversation: int,
    what: str,
    *,
    owner: int | None,
    due: date | None,
    exchange: int | None,
) -> int:
    """Write down a promise that stands in no text; gives its id."""
    what = storable(" ".join(what.split()))
    if not what:
        raise Refused("a promise says what is to be done; write that first")
    with base.writing(USER, "") as recording:
        kept = queue.required(base, conversation)
        owner = base.me if owner is None else owner
        _required_here(base, kept, owner)
        id = recording.insert(
            "promise",
            conversation=kept,
            exchange=exchange,
            owner=owner,
            what=what,
            due=None if due is None else due.isoformat(),
            state=str(PromiseState.OPEN),
            said_at=base.now(),
            found="hand",
        )
        recording.what = f"added the promise {what} in {choices.topic(base, kept)}"
        refold(base, (), touched={kept: Touched()})
        return id


def _dismiss_repeats(base: Base, recording: Recording, promise: int) -> None:
    """What is suggested in the same words elsewhere in the conversation is decided with it."""
    repeats = base.rows(
        "SELECT q.id FROM promise AS p JOIN promise AS q ON q.conversation = p.conversation"
        " AND q.owner = p.owner AND q.what = p.what COLLATE NOCASE AND q.id <> p.id"
        " WHERE p.id = ? AND q.state = 'suggested' AND q.deleted_at IS NULL ORDER BY q.id",
        (promise,),
    )
    for (id,) in repeats:
        recording.set("promise", id, "state", str(PromiseState.DISMISSED))


def _required(base: Base, promise: int) -> tuple[int, str]:
    row = base.row(
        "SELECT conversation, what FROM promise WHERE id = ? AND deleted_at IS NULL", (promise,)
    )
    if row is None:
        raise Refused("this promise is no longer there; it was deleted meanwhile")
    return row[0], row[1]


def _is_suggested(base: Base, promise: int) -> bool:
    state = base.value("SELECT state FROM promise WHERE id = ?", (promise,))
    return bool(state == PromiseState.SUGGESTED)


def _require_owner(base: Base, promise: int) -> None:
    """A task item that names somebody whom nobody knows cannot be taken as another's promise."""
    (row,) = base.rows(f"SELECT {promises.COLUMNS} FROM promise WHERE id = ?", (promise,))
    if promises.whole(base, [row])[0].unowned:
        raise Refused("@ names nobody here, or several; write in the text who is meant, in full")


def _required_report(base: Base, report: int) -> tuple[int, str]:
    row = base.row(
        "SELECT promise, state FROM settling"
        " WHERE id = ? AND standing = 'suggested' AND deleted_at IS NULL",
        (report,),
    )
    if row is None:
        raise Refused("this suggestion is no longer there; it was decided meanwhile")
    return row[0], row[1]


def _required_here(base: Base, conversation: int, owner: int) -> None:
    """Who promises something is in the conversation, or the user."""
    here = "SELECT 1 FROM participant WHERE conversation = ? AND person = ?"
    if owner != base.me and base.row(here, (conversation, owner)) is None:
        raise Refused(f"{people.listed(base, [owner])} is not in this conversation")
