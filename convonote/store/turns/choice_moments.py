"""After which moment of a conversation a setting by hand counts."""

import json
from collections.abc import Collection, Sequence

from convonote.conversation.records import Choice
from convonote.store.base import Base

NEVER = -1 << 62
"""A moment before all others."""


def in_time(
    base: Base, conversation: int, choices: Sequence[Choice]
) -> list[tuple[int | None, Choice]] | None:
    """Settings by hand with the moments after which they count; None where time does not tell."""
    placed = []
    for choice in sorted(choices, key=lambda choice: (choice.known, choice.id)):
        last, first = _around(base, conversation, choice.known)
        if last is not None and first is not None and first < last:
            return None
        placed.append((last, choice))
    return placed


def _around(base: Base, conversation: int, known: int) -> tuple[int | None, int | None]:
    """The last moment of what was known at a setting by hand, and the first of the rest."""
    row = base.row(
        "SELECT max(sorted_at) FILTER (WHERE id <= ?2), min(sorted_at) FILTER (WHERE id > ?2)"
        " FROM exchange WHERE conversation = ?1 AND deleted_at IS NULL",
        (conversation, known),
    )
    return (None, None) if row is None else (row[0], row[1])


def since(base: Base, conversation: int, chosen: Collection[int]) -> list[int] | None:
    """The moments from which settings by hand count, even deleted ones; None as in `in_time`."""
    moments = []
    for (known,) in base.rows(
        "SELECT known FROM choice WHERE id IN (SELECT value FROM json_each(?))"
        " AND conversation = ?",
        (json.dumps(sorted(chosen)), conversation),
    ):
        last, first = _around(base, conversation, known)
        if last is not None and first is not None and first < last:
            return None
        # A checkpoint at the last moment itself is of before the setting.
        moments.append(NEVER if last is None else last + 1)
    return moments
