"""Which conversations the user took apart, so that nothing joins them again."""

from collections import defaultdict

from convonote.store.base import Base


def taken_apart(base: Base) -> dict[int, set[int]]:
    """By conversation: those from which the user took it apart, where they stand joined now."""
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in base.rows(
        "SELECT coalesce(c.merged_into, c.id), coalesce(o.merged_into, o.id) FROM apart AS a"
        " JOIN conversation AS c ON c.id = a.conversation"
        " JOIN conversation AS o ON o.id = a.other WHERE a.deleted_at IS NULL"
    ):
        # Whoever joined them again by hand wants them to be one.
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return found
