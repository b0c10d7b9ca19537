"""Long conversations that an import folds now and then, not with each of its transactions.

Mail of a long conversation that comes in no order would have all of it folded again each time. What
is put off is marked as folded to nowhere, so that whoever else adds to it folds it anew, and it is
done when the import is over or the notebook is opened next.
"""

import json
from collections.abc import Collection, Iterable, Mapping

from convonote.store.base import Base
from convonote.store.folding import refold
from convonote.store.titling import retitle

LONG = 1_000
"""Exchanges from which a conversation is put off."""
_PART = 4
"""It is folded again when it has grown by this part of what it had: all in all a few times."""
_NOTED = "unfolded"


class Postponed:
    """What one import puts off."""

    def __init__(self) -> None:
        self._grown_by: dict[int, int] = {}

    def of(
        self, base: Base, conversations: Iterable[int], grown: Mapping[int, Collection[int]]
    ) -> set[int]:
        """Those of the conversations that are folded later, marked in the transaction under way."""
        later = set()
        for id, exchanges in base.rows(
            "SELECT id, exchanges FROM conversation WHERE id IN (SELECT value FROM json_each(?))"
            " AND exchanges >= ?",
            (json.dumps(list(conversations)), LONG),
        ):
            by = self._grown_by.pop(id, 0) + len(grown.get(id, (id,)))
            if by < exchanges // _PART:
                self._grown_by[id] = by
                later.add(id)
        if later:
            base.many(
                "UPDATE conversation SET folded_to = '' WHERE id = ?", [(id,) for id in later]
            )
            base.set_meta(_NOTED, "1")
        return later


def fold_postponed(base: Base, paced: set[int] | None = None) -> None:
    """Fold what was put off, each conversation in a transaction of its own."""
    with base.reading():
        if base.meta(_NOTED) is None:
            return
        rows = base.rows(
            "SELECT id FROM conversation WHERE folded_to = '' AND exchanges >= ?"
            " AND deleted_at IS NULL AND merged_into IS NULL",
            (LONG,),
        )
    for (id,) in rows:
        with base.transaction():
            refold(base, [id], paced=paced)
            retitle(base, [id])
    with base.transaction():
        base.set_meta(_NOTED, None)
