"""From one exchange of a timeline to another: by day, by who speaks, by what answers what."""

from datetime import date

from convonote.store import said_days
from convonote.store.base import Base
from convonote.store.records import Around
from convonote.store.turns.queue import followed
from convonote.store.writing import timeline

_ORDER = "sorted_at, place, id"
MOST = 50
"""Answers to one exchange that are given."""


def place_on(base: Base, conversation: int, day: date) -> int:
    """The place of the first exchange said on a day or later; behind the last where none is."""
    kept = followed(base, conversation)
    said, parameters = said_days.from_day("sorted_at", day)
    first = base.value(
        f"SELECT id FROM exchange WHERE conversation = ? AND deleted_at IS NULL AND {said}"
        f" ORDER BY {_ORDER} LIMIT 1",
        (kept, *parameters),
    )
    place = None if first is None else timeline.place_of(base, first)
    if place is not None:
        return place
    behind: int = base.value(
        "SELECT count(*) FROM exchange WHERE conversation = ? AND deleted_at IS NULL", (kept,)
    )
    return behind


def next_by_same(base: Base, exchange: int, step: int) -> int | None:
    """The next (1) or previous (-1) exchange by the author of this one; None at the end."""
    row = base.row(
        "SELECT conversation, author, sorted_at, place, id FROM exchange WHERE id = ?", (exchange,)
    )
    if row is None:
        return None
    sign, order = (">", "ASC") if step > 0 else ("<", "DESC")
    found: int | None = base.value(
        "SELECT id FROM exchange WHERE conversation = ? AND deleted_at IS NULL AND author IS ?"
        f" AND ({_ORDER}) {sign} (?, ?, ?)"
        f" ORDER BY {_ORDER.replace(',', f' {order},')} {order} LIMIT 1",
        row,
    )
    return found


def around(base: Base, exchange: int) -> Around:
    """What an exchange answers, and what answers it, in its own conversation."""
    row = base.row("SELECT conversation, answers FROM exchange WHERE id = ?", (exchange,))
    if row is None:
        return Around()
    conversation, answers = row
    ids = base.rows(
        "SELECT id FROM exchange WHERE answers = ? AND conversation = ? AND deleted_at IS NULL"
        f" ORDER BY {_ORDER} LIMIT ?",
        (exchange, conversation, MOST),
    )
    before = None if answers is None else timeline.entry(base, answers)
    if before is not None and before.conversation != conversation:
        before = None
    return Around(before, tuple(timeline.entries(base, conversation, [id for (id,) in ids])))
