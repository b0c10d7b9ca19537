"""Whether every turn stands as the rules give it, and what else is kept with a conversation."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from convonote.conversation.queue import place
from convonote.conversation.turn_records import Pace
from convonote.store.base import Base
from convonote.store.findings import Findings
from convonote.store.turns import checkpoints, folding, pace, placing
from convonote.store.turns.folding import Folded, Rows
from convonote.store.turns.packing import pack

_AT_ONCE = 200
"""Conversations folded at a time."""
_IN = "IN (SELECT value FROM json_each(?))"
_KEPT = "exchanges, last_at, channels, people, spoke, folded_to, waits"
_PLACED = "section, turn, rank, order_at, until, changes_at"


def check_turns(base: Base, findings: Findings, tick: Callable[[int], None]) -> None:
    """Fold every conversation again, compare, and mend what differs."""
    last = 0
    while True:
        with base.reading():
            ids = [
                id
                for (id,) in base.rows(
                    "SELECT id FROM conversation WHERE id > ? ORDER BY id LIMIT ?", (last, _AT_ONCE)
                )
            ]
            wrong = _wrong(base, ids) if ids else {}
        if not ids:
            return
        if wrong and not base.read_only:
            with base.transaction():
                folding.refold(base, wrong)
        for topic, what in wrong.values():
            findings.add(
                "conversations", f"“{topic}”: {what} was not as it should be", mended=_can(base)
            )
        last = ids[-1]
        tick(len(ids))


def check_answers(base: Base, findings: Findings) -> None:
    """Tie what replies to a message that is there to it."""
    sql = (
        "SELECT e.id, p.id, e.conversation FROM exchange AS e"
        " JOIN exchange AS p ON p.message_id = e.replies_to"
        " WHERE e.answers IS NULL AND p.id <> e.id"
    )
    with base.reading():
        rows = base.rows(sql)
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        if not base.read_only:
            with base.transaction():
                base.many(
                    "UPDATE exchange SET answers = ? WHERE id = ?",
                    [(answered, id) for id, answered, _ in some],
                )
                folding.refold(base, [conversation for _, _, conversation in some])
        for id, _, _ in some:
            findings.add(
                "exchanges", f"exchange {id} was not tied to what it answers", mended=_can(base)
            )


def _wrong(base: Base, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """The conversations that are not as they should be: topic, and what it is."""
    key = (json.dumps(list(ids)),)
    stored = {
        row[0]: row
        for row in base.rows(
            f"SELECT id, topic, deleted_at IS NULL AND merged_into IS NULL, {_KEPT}, {_PLACED}"
            f" FROM conversation WHERE id {_IN}",
            key,
        )
    }
    answers: dict[int, set[tuple[Any, ...]]] = {id: set() for id in ids}
    for id, *answer in base.rows(
        "SELECT conversation, exchange, person, channel, took FROM answer"
        f" WHERE conversation {_IN}",
        key,
    ):
        answers[id].add(tuple(answer))
    usual = pace.pace(base)
    wrong = {}
    kept = checkpoints.kept(base, ids)
    for id, (rows, folded) in folding.folded_again(base, ids, kept).items():
        _, topic, here, *columns = stored[id]
        what = _difference(rows, folded, columns[:7], answers[id])
        stages = {moment: pack(waits) for moment, waits in folded.stages.items()}
        if what is None and stages != kept.get(id, {}):
            what = "a checkpoint"
        if what is None and here and not _placed(base, folded, usual, columns[7:]):
            what = "the place in the queue"
        if what is not None:
            wrong[id] = (topic, what)
    return wrong


def _difference(
    rows: Rows,
    folded: Folded,
    kept: Sequence[object],
    answers: set[tuple[Any, ...]],
) -> str | None:
    """What of a conversation is not as it should be."""
    if kept[6] != pack(folded.waits):
        return "the turn"
    if tuple(kept[:6]) != tuple(folded.summary.columns()):
        return "the summary"
    if folded.sorted_at != rows.sorted_at:
        return "the order"
    if rows.participants.keys() != folded.summary.participants.keys():
        return "who takes part"
    if rows.participants != folded.summary.participants:
        return "when you were last in touch"
    if answers != {(*key, *value) for key, value in folding.answers(folded.waits).items()}:
        return "the answer times"
    return None


def _placed(base: Base, folded: Folded, usual: Pace, columns: Sequence[object]) -> bool:
    return placing.columns(place(folded.waits, usual, base.now())) == tuple(columns)


def _can(base: Base) -> bool:
    return not base.read_only
