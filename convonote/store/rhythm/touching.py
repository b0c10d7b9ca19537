"""Filling in when the user was last in touch with whom, in a notebook from before that was kept."""

from convonote.conversation.order import keyed
from convonote.store.base import Base
from convonote.store.rhythm import TOUCHED_TO
from convonote.store.turns.rows import read
from convonote.store.turns.summing import summary

_AT_ONCE = 200
"""Conversations read at a time."""


def fill(base: Base) -> None:
    """Fill it in, a few conversations at a time; what was broken off goes on from there."""
    with base.reading():
        noted = base.meta(TOUCHED_TO)
    while noted is not None:
        with base.transaction():
            ids = [
                id
                for (id,) in base.rows(
                    "SELECT id FROM conversation WHERE id > ? ORDER BY id LIMIT ?",
                    (int(noted), _AT_ONCE),
                )
            ]
            for conversation, rows in read(base, ids).items():
                touched = summary(keyed(rows.exchanges), rows.settings(base)).participants
                base.many(
                    "UPDATE participant SET touched_at = ? WHERE conversation = ? AND person = ?",
                    [(at, conversation, person) for person, at in touched.items()],
                )
            noted = str(ids[-1]) if ids else None
            base.set_meta(TOUCHED_TO, noted)
