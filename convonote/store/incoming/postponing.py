"""Long conversations that an import folds now and then, not with each of its transactions.

Mail of a long conversation that comes in no order would have all of it folded again each time, and
somebody new in a chat each conversation of it. What is put off is marked as folded to nowhere, so
that whoever else adds to it folds it anew, and it is done when the import is over or the notebook
is opened next.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from convonote.store.base import Base
from convonote.store.incoming import UNFOLDED
from convonote.store.turns.folding import refold
from convonote.store.writing.titling import retitle

LONG = 1_000
"""Exchanges from which a conversation is put off; so many at most are folded at once."""
_PART = 4
"""It is folded again when it has grown by this part of what it had: all in all a few times."""


class Postponed:
    """What one import puts off."""

    def __init__(self) -> None:
        self._grown_by: dict[int, int] = {}

    def of(
        self, base: Base, conversations: Iterable[int], grown: Mapping[int, Collection[int]]
    ) -> set[int]:
        """Those of the conversations that are folded later, marked in the transaction under way."""
        later = set()
        at_once = 0
        for id, exchanges in base.rows(
            "SELECT id, exchanges FROM conversation WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY exchanges",
            (json.dumps(list(conversations)),),
        ):
            at_once += exchanges
            if at_once < LONG:
                continue
            by = self._grown_by.pop(id, 0) + len(grown.get(id, (id,)))
            if exchanges < LONG or by < exchanges // _PART:
                self._grown_by[id] = by
                later.add(id)
        if later:
            base.many(
                "UPDATE conversation SET folded_to = '' WHERE id = ?", [(id,) for id in later]
            )
            base.set_meta(UNFOLDED, "1")
        return later


def fold_postponed(base: Base, paced: set[int] | None = None) -> None:
    """Fold what was put off, in transactions of a few short conversations or one long one."""
    with base.reading():
        if base.meta(UNFOLDED) is None:
            return
        rows = base.rows(
            "SELECT id, exchanges FROM conversation WHERE folded_to = '' AND exchanges > 0"
            " AND deleted_at IS NULL AND merged_into IS NULL"
        )
    for ids in _together(rows):
        with base.transaction():
            refold(base, ids, paced=paced)
            retitle(base, ids)
    with base.transaction():
        base.set_meta(UNFOLDED, None)


def _together(rows: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Some conversations at a time, as many as have few exchanges in all."""
    ids: list[int] = []
    at_once = 0
    for id, exchanges in rows:
        if ids and at_once + exchanges > LONG:
            yield ids
            ids, at_once = [], 0
        ids.append(id)
        at_once += exchanges
    if ids:
        yield ids
