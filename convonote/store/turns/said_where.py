"""What the clocks showed where something was said that somebody is waited for."""

import json
from collections.abc import Iterable

from convonote.conversation.turn_records import Holder, Why
from convonote.store.base import Base

_SQL = (
    'SELECT id, NULL, "offset" FROM exchange WHERE id IN (SELECT value FROM json_each(?))'
    ' UNION ALL SELECT e.conversation, e.at, e."offset" FROM json_each(?) AS first'
    " CROSS JOIN exchange AS e ON e.conversation = first.value ->> 0"
    " AND e.sorted_at = first.value ->> 1 AND e.deleted_at IS NULL"
)


def offsets(base: Base, holders: Iterable[tuple[int, Holder]]) -> dict[int, dict[int, int]]:
    """By conversation, the offset in minutes of each moment that the reason of a holder names."""
    said = [
        (conversation, holder, holder.reason.exchange)
        for conversation, holder in holders
        if holder.reason.exchange is not None
    ]
    # What was asked again waits since it was written first. A promise is waited for since its day
    # came, which nobody said.
    earlier = {
        (conversation, holder.since)
        for conversation, holder, _ in said
        if holder.reason.why is not Why.PROMISED and holder.since != holder.reason.at
    }
    exchanges = {exchange for _, _, exchange in said}
    rows = base.rows(_SQL, (json.dumps(sorted(exchanges)), json.dumps(sorted(earlier))))
    known: dict[tuple[int, int | None], int] = {(id, at): offset for id, at, offset in rows}
    found: dict[int, dict[int, int]] = {}
    for conversation, holder, exchange in said:
        there = known.get((exchange, None))
        for at in (holder.reason.at, holder.since):
            offset = known.get((conversation, at), there)
            if offset is not None and (at == holder.reason.at or (conversation, at) in earlier):
                found.setdefault(conversation, {})[at] = offset
    return found
