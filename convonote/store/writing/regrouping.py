"""Conversations put together and taken apart by the user, which no import turns around."""

import json
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.links.apart import taken_apart
from convonote.store.people import naming
from convonote.store.records import Conversation
from convonote.store.storable import storable
from convonote.store.turns import choices, queue
from convonote.store.turns.folding import Touched, refold
from convonote.store.writing import moving
from convonote.store.writing.titling import retitle


def merge(base: Base, kept: int, gone: int) -> Conversation:
    """Make two conversations one, with the uid of the older and the topic of `kept`."""
    with base.writing(USER, "") as recording:
        kept, gone = queue.required(base, kept), queue.required(base, gone)
        if kept == gone:
            raise Refused("these two are one conversation already; choose another one")
        recording.what = f"merged {choices.topic(base, gone)} into {choices.topic(base, kept)}"
        merged = _merge(base, recording, kept, gone)
        return _regrouped(base, recording, merged, {gone, kept, merged})


def split(base: Base, exchange: int, *, with_answers: bool, topic: str) -> Conversation:
    """Make an exchange, and what answers it, a conversation of its own."""
    topic = storable(topic.strip())
    with base.writing(USER, "") as recording:
        source = _conversation(base, exchange)
        moved = _with_answers(base, exchange, source) if with_answers else {exchange}
        if not _left(base, source, moved):
            raise Refused("this is all of the conversation; there is nothing to split off")
        new = recording.insert(
            "conversation",
            topic=topic,
            topic_by="user" if topic else "import",
            created_at=base.now(),
        )
        _take_apart(base, recording, source, new)
        moving.carry(base, recording, moved, new)
        shown = _regrouped(base, recording, new, {new}, {source: moved})
        recording.what = f"split {choices.topic(base, new)} off {choices.topic(base, source)}"
        return shown


def move(base: Base, exchanges: Iterable[int], into: int) -> Conversation:
    """Move some exchanges into another conversation; one that is left empty becomes part of it."""
    with base.writing(USER, "") as recording:
        into = target = queue.required(base, into)
        sources: dict[int, set[int]] = {}
        for exchange in exchanges:
            sources.setdefault(_conversation(base, exchange), set()).add(exchange)
        sources.pop(target, None)
        if not sources:
            raise Refused("nothing to move: choose exchanges of another conversation")
        count = sum(map(len, sources.values()))
        what = "an exchange" if count == 1 else f"{count} exchanges"
        recording.what = f"moved {what} into {choices.topic(base, target)}"
        joined: set[int] = set()
        for source, moved in sources.items():
            if _left(base, source, moved):
                _take_apart(base, recording, source, target)
                if moving.carry(base, recording, moved, target):
                    joined.add(target)
            else:
                decided = _is_decided(base, source) or _is_decided(base, target)
                target = _merge(base, recording, target, source)
                joined |= {source} if target == into and not decided else {into, source, target}
        sources[target] = {exchange for moved in sources.values() for exchange in moved}
        return _regrouped(base, recording, target, joined, sources)


def _merge(base: Base, recording: Recording, kept: int, gone: int) -> int:
    """Join two conversations; the one that stays."""
    wanted: str = base.value("SELECT topic FROM conversation WHERE id = ?", (kept,))
    older: int
    younger: int
    (older,), (younger,) = base.rows(
        "SELECT id FROM conversation WHERE id IN (?, ?) ORDER BY uid", (kept, gone)
    )
    moving.join(base, recording, older, younger)
    if wanted:
        # The user named the one that the other becomes part of, and looks for it by that name.
        recording.set("conversation", older, "topic", wanted)
        recording.set("conversation", older, "topic_by", "user")
    return older


def _take_apart(base: Base, recording: Recording, source: int, other: int) -> None:
    """Note that nothing may join these two, nor the other with what the first was apart from.

    What refers to messages that move away now may refer to the other conversation instead.
    """
    known = taken_apart(base)
    for each in sorted({source, *known.get(source, ())} - {other} - known.get(other, set())):
        recording.insert("apart", conversation=each, other=other, created_at=base.now())


def _regrouped(
    base: Base,
    recording: Recording,
    shown: int,
    anew: Collection[int],
    shifted: Mapping[int, Collection[int]] = MappingProxyType({}),
) -> Conversation:
    """The conversation to show, after some became others and into or from some exchanges moved."""
    places = {id: Touched(shifted=frozenset(its)) for id, its in shifted.items()}
    touched = {*anew, *places}
    refold(base, anew, touched=places)
    retitle(base, touched, recording=recording)
    for id in touched:
        naming.index_conversation(base, id)
    return queue.shown(base, [shown])[0]


def _conversation(base: Base, exchange: int) -> int:
    found = base.value(
        "SELECT conversation FROM exchange WHERE id = ? AND deleted_at IS NULL", (exchange,)
    )
    kept = None if found is None else queue.followed(base, found)
    if kept is None:
        raise Refused("this exchange is no longer there; it was deleted meanwhile")
    return kept


def _with_answers(base: Base, exchange: int, conversation: int) -> set[int]:
    """An exchange, what answers it, what answers that, and so on, within its conversation."""
    rows = base.rows(
        "WITH RECURSIVE chosen (id) AS (SELECT ?1 UNION SELECT e.id FROM exchange AS e"
        " JOIN chosen ON e.answers = chosen.id WHERE e.conversation = ?2) SELECT id FROM chosen",
        (exchange, conversation),
    )
    return {id for (id,) in rows}


def _is_decided(base: Base, conversation: int) -> bool:
    """Whether the user set something by hand in a conversation, which counts where it goes."""
    sql = "SELECT 1 FROM choice WHERE conversation = ? AND deleted_at IS NULL LIMIT 1"
    return base.row(sql, (conversation,)) is not None


def _left(base: Base, conversation: int, moved: Collection[int]) -> bool:
    """Something stays when some exchanges move away."""
    sql = (
        "SELECT 1 FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
        " AND id NOT IN (SELECT value FROM json_each(?)) LIMIT 1"
    )
    return base.row(sql, (conversation, json.dumps(sorted(moved)))) is not None
