"""What the user decides by hand: the turn, later, closed, what was sent."""

import json
from collections.abc import Collection, Mapping, Sequence

from convonote.conversation.records import ChoiceKind
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.people import people
from convonote.store.records import Conversation
from convonote.store.turns import queue
from convonote.store.turns.folding import Touched, refold


def set_turn(
    base: Base,
    conversation: int,
    holders: Sequence[int],
    *,
    everyone: bool,
    reason: str,
    remind: int | None = None,
) -> Conversation:
    """Set the turn to some people, or with none to nobody (T8)."""
    with base.writing(USER, "set the turn") as recording:
        kept = queue.required(base, conversation)
        before = queue.shown(base, [kept])[0]
        set_to = _set_to(holders, everyone, reason, remind)
        # A promise that came due since then may have moved the turn.
        standing = {holder.person.id for holder in before.holders} == set(holders)
        if standing and _is_said(base, kept, ChoiceKind.TURN, set_to):
            return before
        choice = give_turn(
            base, recording, kept, holders, everyone=everyone, reason=reason, remind=remind
        )
        whose = people.listed(base, holders) if holders else "nobody"
        recording.what = f"gave the turn to {whose} in {topic(base, kept)}"
        return _refolded(base, kept, choice)


def give_turn(
    base: Base,
    recording: Recording,
    conversation: int,
    holders: Sequence[int],
    *,
    everyone: bool = True,
    reason: str = "",
    remind: int | None = None,
    joining: Collection[int] = (),
) -> int:
    """Write the turn set by hand, as part of a change; the caller folds again. Gives its id.

    `joining` are people whom the same change brings into the conversation.
    """
    _refuse_outside(base, conversation, holders, joining)
    if remind is not None and not set(holders) - {base.me}:
        raise Refused("nobody else is to answer, so there is nothing to be reminded of")
    return _choose(
        base,
        recording,
        conversation,
        ChoiceKind.TURN,
        **_set_to(holders, everyone, reason, remind),
    )


def _set_to(
    holders: Sequence[int], everyone: bool, reason: str, remind: int | None
) -> dict[str, object]:
    """The columns of a turn set by hand."""
    return {
        "holders": json.dumps(sorted(set(holders))),
        "everyone": int(everyone or len(set(holders)) < 2),
        "reason": reason,
        "until": remind,
    }


def _refuse_outside(
    base: Base, conversation: int, holders: Sequence[int], joining: Collection[int]
) -> None:
    present = base.rows("SELECT person FROM participant WHERE conversation = ?", (conversation,))
    outside = set(holders) - {base.me, *joining} - {person for (person,) in present}
    if outside:
        raise Refused(f"{people.listed(base, sorted(outside))} is not in this conversation")


def set_later(base: Base, conversation: int, until: int | None) -> Conversation:
    """Take a conversation out of the queue until a moment, or back into it (T11)."""
    with base.writing(USER, "") as recording:
        kept = queue.required(base, conversation)
        now = queue.waits(base, kept)
        if now.later == until or (until is None and (now.later or 0) <= base.now()):
            return queue.shown(base, [kept])[0]
        choice = _choose(base, recording, kept, ChoiceKind.LATER, until=until)
        done = "took back into the queue" if until is None else "put off"
        recording.what = f"{done} {topic(base, kept)}"
        return _refolded(base, kept, choice)


def set_closed(base: Base, conversation: int, closed: bool) -> Conversation:
    """Close a conversation, or open it again (T11)."""
    with base.writing(USER, "") as recording:
        kept = queue.required(base, conversation)
        if queue.waits(base, kept).closed == closed:
            return queue.shown(base, [kept])[0]
        kind = ChoiceKind.CLOSED if closed else ChoiceKind.OPENED
        choice = _choose(base, recording, kept, kind)
        recording.what = f"{'closed' if closed else 'opened'} {topic(base, kept)}"
        return _refolded(base, kept, choice)


def set_left(base: Base, conversation: int, gone: Sequence[int]) -> Conversation:
    """Say that some people are in a conversation no longer; the waits of others stand (T8)."""
    with base.writing(USER, "") as recording:
        kept = queue.required(base, conversation)
        _refuse_outside(base, kept, gone, ())
        if base.me in gone:
            raise Refused("you are always in it; close the conversation instead")
        holders = json.dumps(sorted(set(gone)))
        if _is_said(base, kept, ChoiceKind.LEFT, {"holders": holders}):
            return queue.shown(base, [kept])[0]
        choice = _choose(base, recording, kept, ChoiceKind.LEFT, holders=holders)
        recording.what = f"noted that {people.listed(base, gone)} left {topic(base, kept)}"
        return _refolded(base, kept, choice)


def sent(base: Base, exchange: int) -> None:
    """Note that a queued exchange is now known to be sent (T10)."""
    with base.writing(USER, "sent what was queued") as recording:
        conversation = base.value(
            "SELECT conversation FROM exchange WHERE id = ? AND deleted_at IS NULL", (exchange,)
        )
        if conversation is None:
            raise Refused("this exchange is no longer there; it was deleted meanwhile")
        recording.set("exchange", exchange, "queued", 0)
        refold(base, (), touched={conversation: Touched(edited=frozenset({exchange}))})


def topic(base: Base, conversation: int) -> str:
    """What a conversation is called in the name of a change."""
    found: str = base.value("SELECT topic FROM conversation WHERE id = ?", (conversation,))
    return found or "a conversation without a topic"


def _choose(
    base: Base, recording: Recording, conversation: int, kind: ChoiceKind, **values: object
) -> int:
    known = _known(base, conversation)
    return recording.insert(
        "choice", conversation=conversation, kind=str(kind), at=base.now(), known=known, **values
    )


def _known(base: Base, conversation: int) -> int:
    """The latest exchange that a choice made now knows of."""
    known: int = base.value(
        "SELECT coalesce(max(id), 0) FROM exchange WHERE conversation = ?", (conversation,)
    )
    return known


def _is_said(base: Base, conversation: int, kind: ChoiceKind, values: Mapping[str, object]) -> bool:
    """Whether just this was chosen last, and nothing was said since."""
    row = base.row(
        f"SELECT kind, known, {', '.join(values)} FROM choice"
        " WHERE conversation = ? AND deleted_at IS NULL ORDER BY id DESC LIMIT 1",
        (conversation,),
    )
    return row == (str(kind), _known(base, conversation), *values.values())


def _refolded(base: Base, conversation: int, choice: int) -> Conversation:
    refold(base, (), touched={conversation: Touched(choice=choice)})
    return queue.shown(base, [conversation])[0]
