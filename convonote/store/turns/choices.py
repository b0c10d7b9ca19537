"""What the user decides by hand: the turn, later, closed, where a promise stands, what was sent."""

import json
from collections.abc import Collection, Sequence

from convonote.conversation.records import ChoiceKind, PromiseState
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.people import people
from convonote.store.records import Conversation, NotebookError
from convonote.store.turns import queue
from convonote.store.turns.folding import refold


def set_turn(
    base: Base, conversation: int, holders: Sequence[int], *, everyone: bool, reason: str
) -> Conversation:
    """Set the turn to some people, or with none to nobody (T8)."""
    with base.writing(USER, "set the turn") as recording:
        kept = queue.required(base, conversation)
        give_turn(base, recording, kept, holders, everyone=everyone, reason=reason)
        whose = people.listed(base, holders) if holders else "nobody"
        recording.what = f"gave the turn to {whose} in {topic(base, kept)}"
        return _refolded(base, kept)


def give_turn(
    base: Base,
    recording: Recording,
    conversation: int,
    holders: Sequence[int],
    *,
    everyone: bool = True,
    reason: str = "",
    joining: Collection[int] = (),
) -> None:
    """Write the turn set by hand, as part of a change; the caller folds again.

    `joining` are people whom the same change brings into the conversation.
    """
    present = base.rows("SELECT person FROM participant WHERE conversation = ?", (conversation,))
    outside = set(holders) - {base.me, *joining} - {person for (person,) in present}
    if outside:
        raise NotebookError(f"{people.listed(base, sorted(outside))} is not in this conversation")
    _choose(
        base,
        recording,
        conversation,
        ChoiceKind.TURN,
        holders=json.dumps(sorted(set(holders))),
        everyone=int(everyone),
        reason=reason,
    )


def set_later(base: Base, conversation: int, until: int | None) -> Conversation:
    """Take a conversation out of the queue until a moment, or back into it (T11)."""
    with base.writing(USER, "") as recording:
        kept = queue.required(base, conversation)
        _choose(base, recording, kept, ChoiceKind.LATER, until=until)
        done = "took back into the queue" if until is None else "put off"
        recording.what = f"{done} {topic(base, kept)}"
        return _refolded(base, kept)


def set_closed(base: Base, conversation: int, closed: bool) -> Conversation:
    """Close a conversation, or open it again (T11)."""
    with base.writing(USER, "") as recording:
        kept = queue.required(base, conversation)
        kind = ChoiceKind.CLOSED if closed else ChoiceKind.OPENED
        _choose(base, recording, kept, kind)
        recording.what = f"{'closed' if closed else 'opened'} {topic(base, kept)}"
        return _refolded(base, kept)


def set_promise(base: Base, promise: int, state: PromiseState) -> None:
    """Say where a promise stands."""
    with base.writing(USER, "") as recording:
        row = base.row(
            "SELECT conversation, what FROM promise WHERE id = ? AND deleted_at IS NULL", (promise,)
        )
        if row is None:
            raise NotebookError("this promise is no longer there; it was deleted meanwhile")
        conversation, what = row
        recording.set("promise", promise, "state", str(state))
        recording.what = f"{state}: {what}"
        refold(base, [conversation])


def sent(base: Base, exchange: int) -> None:
    """Note that a queued exchange is now known to be sent (T10)."""
    with base.writing(USER, "sent what was queued") as recording:
        conversation = base.value(
            "SELECT conversation FROM exchange WHERE id = ? AND deleted_at IS NULL", (exchange,)
        )
        if conversation is None:
            raise NotebookError("this exchange is no longer there; it was deleted meanwhile")
        recording.set("exchange", exchange, "queued", 0)
        refold(base, [conversation])


def topic(base: Base, conversation: int) -> str:
    """What a conversation is called in the name of a change."""
    found: str = base.value("SELECT topic FROM conversation WHERE id = ?", (conversation,))
    return found or "a conversation without a topic"


def _choose(
    base: Base, recording: Recording, conversation: int, kind: ChoiceKind, **values: object
) -> None:
    known = base.value(
        "SELECT coalesce(max(id), 0) FROM exchange WHERE conversation = ?", (conversation,)
    )
    recording.insert(
        "choice", conversation=conversation, kind=str(kind), at=base.now(), known=known, **values
    )


def _refolded(base: Base, conversation: int) -> Conversation:
    refold(base, [conversation])
    return queue.shown(base, [conversation])[0]
