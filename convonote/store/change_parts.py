"""What the parts of a change touch: conversations, their exchanges, and names in the index."""

import json
from collections.abc import Iterator
from typing import Any

from convonote.store.base import Base
from convonote.store.people import merging, naming
from convonote.store.people.namesakes import beside_namesakes
from convonote.store.turns.folding import Touched
from convonote.store.writing import moving, originals

Part = tuple[str, int, int, str | None, str | None, str | None]
"""table, first, last, field, before, after"""
_REWORDED = ("text", "asks", "closes", "accepts", "edited_at", "queued", originals.KEPT)
"""The fields of an exchange that change neither order nor people."""
_NAMED = (("conversation", None), ("conversation", "topic"), ("conversation", moving.NAMES))
"""That a conversation is there, and what it is called by, which folding does not ask for."""


def touched(base: Base, parts: list[Part]) -> Iterator[Any]:
    """The conversations in which something is changed by these parts."""
    for table, first, last, field, before, _ in parts:
        if table == "conversation":
            yield from range(first, last + 1)
        elif field == merging.MOVED:
            yield from merging.conversations(base, first, json.loads(before or ""))
        elif table == "person" and field == "name":
            yield from beside_namesakes(base, first)
        elif table in ("exchange", "promise", "choice"):
            sql = f'SELECT DISTINCT conversation FROM "{table}" WHERE id BETWEEN ? AND ?'
            yield from (id for (id,) in base.rows(sql, (first, last)))


def exchanges(parts: list[Part]) -> tuple[set[int], set[int], set[int]] | None:
    """The exchanges that are reworded, those that come or go, and the settings by hand that do.

    None where more is changed.
    """
    reworded: set[int] = set()
    shifted: set[int] = set()
    chosen: set[int] = set()
    for table, first, last, field, *_ in parts:
        if table == "exchange" and field in _REWORDED:
            reworded.add(first)
        elif table == "exchange" and field in (None, "deleted_at", "conversation"):
            shifted.update(range(first, last + 1))
        elif table == "choice" and field is None:
            chosen.update(range(first, last + 1))
        elif table not in ("promise", "settling", "apart") and (table, field) not in _NAMED:
            return None
    return reworded, shifted, chosen


def places(
    base: Base,
    conversations: set[Any],
    parts: list[Part],
    reworded: set[int],
    shifted: set[int],
    chosen: set[int],
) -> dict[int, Touched]:
    """What is touched in each of the conversations."""
    ids: dict[int, set[int]] = {conversation: set() for conversation in conversations}
    for table, id, _, field, *sides in parts:
        if (table, field) == ("exchange", "conversation"):
            # It is touched where it went as well as where it came from.
            for side in sides:
                ids[json.loads(side or "")].add(id)
    for id, conversation in base.rows(
        "SELECT id, conversation FROM exchange WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(reworded | shifted)),),
    ):
        ids[conversation].add(id)
    return {
        conversation: Touched(
            frozenset(its & reworded - shifted), frozenset(its & shifted), chosen=frozenset(chosen)
        )
        for conversation, its in ids.items()
    }


def rename(base: Base, parts: list[Part]) -> None:
    """Bring the index of names in step."""
    people: set[int] = set()
    for table, first, last, field, *sides in parts:
        if table == "conversation":
            for id in range(first, last + 1):
                naming.index_conversation(base, id)
        elif table == "person":
            people.update(range(first, last + 1))
        elif table in ("address", "detail"):
            sql = f"SELECT DISTINCT person FROM {table} WHERE id BETWEEN ? AND ?"
            people.update(id for (id,) in base.rows(sql, (first, last)))
            if field == "person":
                people.update(json.loads(side) for side in sides if side is not None)
    for id in sorted(people):
        naming.index_person(base, id)
