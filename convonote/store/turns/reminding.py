"""When the user wants to be reminded of an answer that has not come: of what was already said."""

from collections.abc import Iterable

from convonote.conversation.turn_records import Wait, Waits, Why
from convonote.store.base import Base
from convonote.store.changes import USER
from convonote.store.errors import Refused
from convonote.store.records import Conversation
from convonote.store.turns import choices, queue
from convonote.store.turns.folding import Touched, refold


def set_reminder(base: Base, conversation: int, at: int | None) -> Conversation:
    """Be reminded from a moment on, unless somebody answers; None takes a reminder back (T13).

    It goes with what the user said last that nobody has answered, or with the turn set by hand.
    """
    with base.writing(USER, "") as recording:
        kept = queue.required(base, conversation)
        waits = queue.waits(base, kept)
        mine = _waited_for(waits)
        if not mine:
            raise Refused("nobody owes you an answer there, so there is nothing to be reminded of")
        if {wait.remind for wait in mine} == {at}:
            return queue.shown(base, [kept])[0]
        by_hand = [wait for wait in mine if wait.reason.why is Why.SET]
        said = _asked_last(waits, mine) if at is not None and not by_hand else None
        edited = _reminded_of(base, kept)
        for exchange in edited - {said}:
            recording.set("exchange", exchange, "remind_at", None)
        if said is not None:
            recording.set("exchange", said, "remind_at", at)
            edited |= {said}
        chosen = _set_last(base, kept) if by_hand else frozenset()
        for choice in chosen:
            # The date alone: what was said since the turn was set still counts as said after it.
            recording.set("choice", choice, "until", at)
        topic = choices.topic(base, kept)
        recording.what = (
            f"took back the reminder in {topic}" if at is None else (f"set a reminder in {topic}")
        )
        refold(base, (), touched={kept: Touched(edited=frozenset(edited), chosen=chosen)})
        return queue.shown(base, [kept])[0]


def _waited_for(waits: Waits) -> list[Wait]:
    """The waits by which others owe the user an answer."""
    return [
        wait
        for wait in waits.open
        if (wait.asker == waits.me or wait.reason.why is Why.SET) and set(wait.awaited) - {waits.me}
    ]


def _set_last(base: Base, conversation: int) -> frozenset[int]:
    """The setting by hand from which the turn stands as it is."""
    rows = base.rows(
        "SELECT id FROM choice WHERE conversation = ? AND kind = 'turn' AND deleted_at IS NULL"
        " ORDER BY known DESC, id DESC LIMIT 1",
        (conversation,),
    )
    return frozenset(id for (id,) in rows)


def _asked_last(waits: Waits, mine: Iterable[Wait]) -> int | None:
    """The exchange with which the user asked last, among those that nobody has answered."""
    last = [wait.last for wait in mine if wait.last is not None]
    word = waits.my_word
    return word.exchange if word is not None and word.exchange in last else max(last, default=None)


def _reminded_of(base: Base, conversation: int) -> set[int]:
    rows = base.rows(
        "SELECT id FROM exchange WHERE conversation = ? AND remind_at IS NOT NULL"
        " AND author = ? AND deleted_at IS NULL",
        (conversation, base.me),
    )
    return {id for (id,) in rows}
