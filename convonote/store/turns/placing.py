"""Where conversations stand in the queue: kept in columns, so that a window is read by an index.

What was placed holds until its `changes_at`, or until somebody's usual pace is another.
"""

import json
import time
from collections.abc import Collection, Iterable, Mapping, Sequence

from convonote.conversation.queue import place
from convonote.conversation.records import SECOND
from convonote.conversation.turn_records import Place, Section, Waits
from convonote.store.base import Base
from convonote.store.search import tidying
from convonote.store.turns import pace as paces
from convonote.store.turns.packing import unpack

BATCH = 200
"""Conversations placed in one transaction, so that no other program waits long."""
LIVE = (Section.MINE, Section.NUDGE, Section.THEIRS, Section.LATER)
"""The sections whose order or next change hangs on somebody's pace."""
PAUSE = 0.004
"""Seconds between transactions of which there are many: SQLite's other writers look again after
one, two, five and more thousandths, and would wait long if the next one always came first."""
_IMPORTING = "importing"
_PLACED_AT = "placed at"
"""About the latest moment, by whatever clock, at which something was placed."""
_STEP = 60 * SECOND
"""By so much clocks may differ before what was placed by another one is placed again."""


def place_again(
    base: Base, conversations: Iterable[int], waits: Mapping[int, Waits] | None = None
) -> int:
    """Place conversations as of now, in the transaction under way; how many that moved.

    `waits` has those that are at hand already.
    """
    pace, now, known = paces.pace(base), base.now(), waits or {}
    if now >= _placed_at(base) + _STEP // 2:
        base.set_meta(_PLACED_AT, str(now))
    rows = base.rows(
        "SELECT id, waits, section, turn, rank, order_at, until, changes_at FROM conversation"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(conversations))),),
    )
    moved = []
    for id, packed, *before in rows:
        its = known.get(id) or (unpack(packed) if packed else Waits(me=base.me))
        after = columns(place(its, pace, now))
        if after != tuple(before):
            moved.append((*after, id))
    base.many(
        "UPDATE conversation SET section = ?, turn = ?, rank = ?, order_at = ?, until = ?,"
        " changes_at = ? WHERE id = ?",
        moved,
    )
    return len(moved)


def columns(place: Place) -> tuple[str, str, int, int, int | None, int | None]:
    """A place as the columns that keep it: section, turn, rank, order_at, until, changes_at."""
    return (
        str(place.section),
        str(place.turn),
        int(place.rank),
        place.order,
        place.until,
        place.changes_at,
    )


def live_with(base: Base, people: Collection[int]) -> list[int]:
    """The conversations in the queue in which one of these people takes part."""
    if not people:
        return []
    rows = base.rows(
        "SELECT DISTINCT conversation.id FROM participant"
        " JOIN conversation ON conversation.id = participant.conversation"
        " WHERE participant.person IN (SELECT value FROM json_each(?))"
        " AND section IN ('mine', 'nudge', 'theirs', 'later')",
        (json.dumps(sorted(people)),),
    )
    return [id for (id,) in rows]


def settle(base: Base) -> int:
    """Place again what the passing of time has changed; how many conversations that moved."""
    if base.read_only:
        return 0
    moved = 0
    with base.reading():
        old = paces.is_old(base)
        is_back = base.now() < _placed_at(base) - _STEP
    if is_back:
        # The clock was ahead: what was placed by it would hold until it is as late as that.
        moved += place_waiting(base)
        with base.transaction():
            base.set_meta(_PLACED_AT, str(base.now()))
    if old:
        with base.transaction():
            renewed = paces.renew(base)
        if renewed:
            moved += _place_live(base)
    while due := _due(base):
        with base.transaction():
            moved += place_again(base, due)
        time.sleep(PAUSE)
    return moved


def place_waiting(base: Base) -> int:
    """Place again whatever the time of day has a part in; how many conversations that moved."""
    with base.reading():
        waiting = base.rows(
            "SELECT id FROM conversation WHERE waits <> '' AND deleted_at IS NULL"
            " AND merged_into IS NULL"
            " AND (json_array_length(waits, '$[1]') OR json_extract(waits, '$[5]') IS NOT NULL)"
        )
    return _place_in_turn(base, [id for (id,) in waiting])


def begin_import(base: Base) -> None:
    """Note, in the transaction under way, that the queue is to be placed again when it is over."""
    if base.meta(_IMPORTING) is None:
        base.set_meta(_IMPORTING, "1")
        tidying.begin_many(base)


def finish_import(base: Base, people: Collection[int] | None = None) -> int:
    """Place the queue by what an import taught about people's pace; how many that moved.

    `people` are those whose pace it changed, all where None. What was cut short is done when the
    notebook is opened next.
    """
    with base.reading():
        if base.meta(_IMPORTING) is None:
            return 0
    with base.transaction():
        renewed = paces.renew(base)
    moved = _place_live(base, None if renewed else people)
    while True:
        with base.transaction():
            if not tidying.merge_some(base):
                tidying.end_many(base)
                base.set_meta(_IMPORTING, None)
                return moved
        time.sleep(PAUSE)


def _place_live(base: Base, people: Collection[int] | None = None) -> int:
    with base.reading():
        if people is not None:
            live = live_with(base, people)
        else:
            marks = ", ".join("?" * len(LIVE))
            live = [
                id
                for (id,) in base.rows(
                    f"SELECT id FROM conversation WHERE section IN ({marks})"
                    " AND deleted_at IS NULL AND merged_into IS NULL",
                    [str(section) for section in LIVE],
                )
            ]
    return _place_in_turn(base, live)


def _place_in_turn(base: Base, conversations: Sequence[int]) -> int:
    """Place many conversations, a few in each transaction; how many that moved."""
    moved = 0
    for first in range(0, len(conversations), BATCH):
        with base.transaction():
            moved += place_again(base, conversations[first : first + BATCH])
        time.sleep(PAUSE)
    return moved


def _placed_at(base: Base) -> int:
    return int(base.meta(_PLACED_AT) or 0)


def _due(base: Base) -> list[int]:
    with base.reading():
        rows = base.rows(
            "SELECT id FROM conversation WHERE changes_at <= ? AND deleted_at IS NULL"
            " AND merged_into IS NULL ORDER BY changes_at LIMIT ?",
            (base.now(), BATCH),
        )
    return [id for (id,) in rows]
