"""Folding conversations again, and keeping what that gives in their columns."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from convonote.conversation.order import keyed, moments
from convonote.conversation.turn import fold_in_stages
from convonote.conversation.turn_records import Waits
from convonote.store.base import Base
from convonote.store.turns import checkpoints, mending
from convonote.store.turns.appending import AtHand, Folded, Grown, folded_on
from convonote.store.turns.mending import Touched, mended
from convonote.store.turns.packing import pack
from convonote.store.turns.placing import live_with, place_again
from convonote.store.turns.rows import Rows, read, rows_at_hand
from convonote.store.turns.summing import summary

__all__ = ["Folded", "Rows", "Touched", "answers", "folded_again", "refold"]

BATCH = 200
"""Conversations read at once, so that a big import takes bounded memory."""
_IN = "IN (SELECT value FROM json_each(?))"

Postponed = Callable[[Base, Iterable[int], Grown], Collection[int]]
"""Says which of some conversations, with what they have grown by, are to be folded later."""

_NONE: Grown = MappingProxyType({})
_NOTHING: AtHand = MappingProxyType({})
_UNTOUCHED: Mapping[int, Touched] = MappingProxyType({})


def refold(
    base: Base,
    conversations: Iterable[int],
    *,
    grown: Grown = _NONE,
    touched: Mapping[int, Touched] = _UNTOUCHED,
    at_hand: AtHand = _NOTHING,
    made: Collection[int] = (),
    paced: set[int] | None = None,
    postponed: Postponed | None = None,
) -> None:
    """Bring the turn of conversations up to date, in the transaction under way.

    Those that have only `grown` are folded on where that gives the same, and those `touched` in
    places are mended there. Where this changes
    somebody's usual pace, the other conversations with them are placed again too; an import gives
    `paced`, which collects these people for its end. Exchanges `at_hand` are not read, and
    conversations just `made` hold nothing but what they have grown by; what `postponed` says is
    left for later.
    """
    anew = set(conversations)
    grown = {id: new for id, new in grown.items() if id not in anew}
    touched = {id: what for id, what in touched.items() if id not in anew}
    ids = sorted({*anew, *grown, *touched})
    changed: set[int] = set()
    waits: dict[int, Waits] = {}
    everything = list(ids)
    for first in range(0, len(everything), BATCH):
        some = everything[first : first + BATCH]
        new = {
            id: grown[id]
            for id in some
            if id in made and id in grown and at_hand.keys() >= set(grown[id])
        }
        on = folded_on(
            base, {id: grown[id] for id in some if id in grown and id not in new}, at_hand
        )
        on |= _folded(base, rows_at_hand(base, new, at_hand))
        rest = [id for id in some if id not in on]
        mends = mended(base, _places(rest, touched, grown))
        mending.keep(base, mends)
        rest = [id for id in rest if id not in mends]
        if postponed is not None and (later := postponed(base, rest, grown)):
            rest = [id for id in rest if id not in later]
            ids = [id for id in ids if id not in later]
        again = folded_again(base, rest)
        _keep(base, on | again)
        checkpoints.keep(base, {id: its.stages for id, (_, its) in again.items()})
        _grow_checkpoints(base, on)
        waits |= {conversation: its.waits for conversation, (_, its) in (on | again).items()}
        waits |= {conversation: mend.waits for conversation, mend in mends.items()}
        changed |= _keep_answers(base, {id: waits[id] for id in on}, set())
        before = mending.kept_answers(base, mends)
        changed |= _keep_answers(base, {id: waits[id] for id in mends}, before)
        before = _kept_answers(base, again)
        changed |= _keep_answers(base, {id: waits[id] for id in again}, before)
    if paced is None:
        place_again(base, {*ids, *live_with(base, changed)}, waits)
    else:
        place_again(base, ids, waits)
        paced |= changed


def _places(ids: Iterable[int], touched: Mapping[int, Touched], grown: Grown) -> dict[int, Touched]:
    """What was touched in those conversations of which that is known."""
    places = {id: Touched(shifted=frozenset(grown[id])) for id in ids if id in grown}
    return places | {id: touched[id] for id in ids if id in touched and id not in grown}


def folded_again(
    base: Base,
    conversations: Sequence[int],
    stops: Mapping[int, Collection[int]] | None = None,
) -> dict[int, tuple[Rows, Folded]]:
    """Conversations folded from their rows; nothing is written. `doctor` compares with it.

    `stops` are the moments of their checkpoints, where these are not to be chosen anew.
    """
    return _folded(base, read(base, conversations), stops)


def _folded(
    base: Base,
    read: Mapping[int, Rows],
    stops: Mapping[int, Collection[int]] | None = None,
) -> dict[int, tuple[Rows, Folded]]:
    result = {}
    for conversation, rows in read.items():
        settings = rows.settings(base)
        in_order = keyed(rows.exchanges)
        timed = list(moments(in_order))
        its = (
            checkpoints.stops(timed, settings.choices)
            if stops is None
            else stops.get(conversation, ())
        )
        waits, stages = fold_in_stages(timed, rows.promises, settings, its)
        sorted_at = {exchange.id: moment for moment, exchange in timed}
        result[conversation] = rows, Folded(waits, summary(in_order, settings), sorted_at, stages)
    return result


def _keep(base: Base, folded: Mapping[int, tuple[Rows, Folded]]) -> None:
    """Write what was found, one statement for all conversations."""
    base.many(
        "UPDATE exchange SET sorted_at = ? WHERE id = ?",
        [
            (moment, id)
            for rows, its in folded.values()
            for id, moment in its.sorted_at.items()
            if rows.sorted_at[id] != moment
        ],
    )
    base.many(
        "DELETE FROM participant WHERE conversation = ? AND person = ?",
        [
            (conversation, person)
            for conversation, (rows, its) in folded.items()
            for person in rows.participants.keys() - its.summary.participants.keys()
        ],
    )
    base.many(
        "INSERT OR REPLACE INTO participant (conversation, person, touched_at) VALUES (?, ?, ?)",
        [
            (conversation, person, touched_at)
            for conversation, (rows, its) in folded.items()
            for person, touched_at in its.summary.participants.items()
            if person not in rows.participants or rows.participants[person] != touched_at
        ],
    )
    base.many(
        "UPDATE conversation SET exchanges = ?, last_at = ?, channels = ?, people = ?,"
        " spoke = ?, folded_to = ?, waits = ? WHERE id = ?",
        [
            (*its.summary.columns(), pack(its.waits), conversation)
            for conversation, (_, its) in folded.items()
        ],
    )


def _grow_checkpoints(base: Base, on: Mapping[int, tuple[Rows, Folded]]) -> None:
    """Make checkpoints at the ends of conversations that have grown long."""
    for conversation, (_, its) in on.items():
        if its.summary.exchanges >= checkpoints.LONG:
            checkpoints.grow(base, conversation, max(its.sorted_at.values()), its.waits)


def answers(waits: Waits) -> dict[tuple[int, int], tuple[str, int]]:
    """The answers in a conversation as they are kept: by (exchange, person), each once."""
    kept: dict[tuple[int, int], tuple[str, int]] = {}
    for answer in waits.answers:
        key = answer.exchange, answer.person
        if key not in kept or kept[key][1] < answer.took:
            kept[key] = answer.channel, answer.took
    return kept


def _kept_answers(base: Base, conversations: Iterable[int]) -> set[tuple[Any, ...]]:
    return set(
        base.rows(
            "SELECT conversation, exchange, person, channel, took FROM answer"
            f" WHERE conversation {_IN}",
            (json.dumps(list(conversations)),),
        )
    )


def _keep_answers(base: Base, waits: Mapping[int, Waits], before: set[tuple[Any, ...]]) -> set[int]:
    """Write the answers that are new or gone; the people whose pace that may change."""
    after = {
        (conversation, *key, *value)
        for conversation, its in waits.items()
        for key, value in answers(its).items()
    }
    base.many(
        "DELETE FROM answer WHERE exchange = ? AND person = ?",
        [(exchange, person) for _, exchange, person, _, _ in before - after],
    )
    base.many(
        "INSERT OR REPLACE INTO answer (conversation, exchange, person, channel, took)"
        " VALUES (?, ?, ?, ?, ?)",
        sorted(after - before),
    )
    return {person for _, _, person, _, _ in before ^ after}
