"""How long conversations stood now and then on their way, so that a change is folded from there.

A checkpoint holds the waits after all exchanges up to a moment. Only where settings by hand count
in the order of time (T8) is there such a thing; other conversations have none.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from convonote.conversation.records import Choice, Exchange
from convonote.conversation.turn import spoken
from convonote.conversation.turn_records import Waits
from convonote.store.base import Base
from convonote.store.turns.packing import pack

LONG = 1_000
"""Exchanges from which a conversation has checkpoints."""
APART = 250
"""Exchanges between two of them, at least."""
MOST = 100
"""How many a conversation has after it was folded whole."""

Stages = Mapping[int, Waits]
"""By moment: how a conversation stood then."""


def stops(in_order: Sequence[tuple[int, Exchange]], choices: Iterable[Choice]) -> frozenset[int]:
    """The moments of a conversation at which a checkpoint is made."""
    if len(in_order) < LONG or not all(_in_time(in_order, choice) for choice in choices):
        return frozenset()
    apart = max(APART, len(in_order) // MOST)
    return frozenset(moment for moment, _ in in_order[apart - 1 :: apart])


def keep(base: Base, stages: Mapping[int, Stages]) -> None:
    """Put these in the place of all checkpoints of conversations."""
    base.run(
        "DELETE FROM checkpoint WHERE conversation IN (SELECT value FROM json_each(?))",
        (json.dumps(list(stages)),),
    )
    for conversation, its in stages.items():
        if its:
            write(base, conversation, {moment: pack(waits) for moment, waits in its.items()})


def write(base: Base, conversation: int, packed: Mapping[int, str]) -> None:
    """Write some checkpoints of a conversation, in the place of those of the same moments."""
    base.many(
        "INSERT OR REPLACE INTO checkpoint (conversation, moment, waits) VALUES (?, ?, ?)",
        [(conversation, moment, waits) for moment, waits in packed.items()],
    )


def grow(base: Base, conversation: int, moment: int, waits: Waits) -> None:
    """Make a checkpoint at the end of a long conversation, where the last one is far back."""
    since: int = base.value(
        "SELECT count(*) FROM exchange WHERE conversation = ?1 AND deleted_at IS NULL AND sorted_at"
        " > coalesce((SELECT max(moment) FROM checkpoint WHERE conversation = ?1), 0)",
        (conversation,),
    )
    if since >= APART:
        write(base, conversation, {moment: pack(spoken(waits))})


def before(base: Base, conversation: int, moment: int) -> tuple[int, str] | None:
    """The last checkpoint before a moment: its own moment, and the waits."""
    row = base.row(
        "SELECT moment, waits FROM checkpoint WHERE conversation = ? AND moment < ?"
        " ORDER BY moment DESC LIMIT 1",
        (conversation, moment),
    )
    return None if row is None else (row[0], row[1])


def following(base: Base, conversation: int, moment: int) -> list[tuple[int, str]]:
    """The checkpoints after a moment, in their order."""
    return [
        (moment, waits)
        for moment, waits in base.rows(
            "SELECT moment, waits FROM checkpoint WHERE conversation = ? AND moment > ?"
            " ORDER BY moment",
            (conversation, moment),
        )
    ]


def drop(base: Base, conversation: int, moments: Iterable[int]) -> None:
    """Drop the checkpoints of moments at which nothing is said any more."""
    base.many(
        "DELETE FROM checkpoint WHERE conversation = ? AND moment = ?",
        [(conversation, moment) for moment in moments],
    )


def kept(base: Base, conversations: Iterable[int]) -> dict[int, dict[int, str]]:
    """By conversation and moment: the checkpoints as they are stored."""
    found: dict[int, dict[int, str]] = {}
    for conversation, moment, waits in base.rows(
        "SELECT conversation, moment, waits FROM checkpoint"
        " WHERE conversation IN (SELECT value FROM json_each(?))",
        (json.dumps(list(conversations)),),
    ):
        found.setdefault(conversation, {})[moment] = waits
    return found


def _in_time(in_order: Sequence[tuple[int, Exchange]], choice: Choice) -> bool:
    """Whether what was known at a setting by hand was also said before the rest."""
    late = False
    for _, exchange in in_order:
        if exchange.arrived > choice.known:
            late = True
        elif late:
            return False
    return True
