"""With whom there was talk lately."""

import json
from collections.abc import Iterable

from convonote.store.base import Base


def spoken_with(base: Base, people: Iterable[int], since: int) -> dict[int, int]:
    """How many exchanges since a moment each of them said or was addressed in; 0 left out."""
    rows = base.rows(
        "SELECT p.person, count(*) FROM participant AS p"
        " JOIN conversation AS c ON c.id = p.conversation"
        " JOIN exchange AS e ON e.conversation = c.id AND e.sorted_at >= ?1"
        " WHERE p.person IN (SELECT value FROM json_each(?2)) AND c.last_at >= ?1"
        " AND c.deleted_at IS NULL AND e.deleted_at IS NULL AND (e.author = p.person OR EXISTS"
        " (SELECT 1 FROM addressee WHERE exchange = e.id AND person = p.person)) GROUP BY 1",
        (since, json.dumps(list(people))),
    )
    return dict(rows)
