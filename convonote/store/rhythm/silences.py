"""The longest time in which nobody spoke, from the moments themselves."""

from collections.abc import Iterable

from convonote.store.base import Base
from convonote.store.rhythm.picture_records import Silence

SPOKEN = "deleted_at IS NULL AND kind <> 'note' AND origin = 'person'"
"""Which exchanges somebody said."""


def in_conversation(base: Base, conversation: int, end: int) -> Silence | None:
    """The longest time between two exchanges of a conversation, or from the last one to the end."""
    row = base.row(
        "SELECT at, until - at FROM (SELECT sorted_at AS at, lead(sorted_at, 1, ?2) OVER"
        f" (ORDER BY sorted_at) AS until FROM exchange WHERE conversation = ?1 AND {SPOKEN})"
        " ORDER BY 2 DESC, 1 LIMIT 1",
        (conversation, end),
    )
    return None if row is None else Silence(*row)


def between(spans: Iterable[tuple[int, int]], end: int) -> Silence | None:
    """The longest time between days on which something was said, first and last in each."""
    found: Silence | None = None
    spoken = None
    for earliest, latest in (*sorted(spans), (end, end)):
        if spoken is not None and (found is None or earliest - spoken > found.long):
            found = Silence(spoken, earliest - spoken)
        spoken = max(latest, spoken or latest)
    return found
