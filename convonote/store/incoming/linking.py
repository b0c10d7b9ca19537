"""What answers what, and the moments of exchanges whose source gave none."""

import json
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from convonote.store.base import Base
from convonote.store.search import searching

_IN = "IN (SELECT value FROM json_each(?))"
_NONE: Mapping[str, tuple[int, int | None]] = MappingProxyType({})
_MOST = 10_000
"""Steps in which a guessed moment may pass on; more than any real conversation needs."""


def link(
    base: Base,
    exchanges: Collection[int],
    new: Mapping[str, tuple[int, int | None]] = _NONE,
) -> set[int]:
    """Tie exchanges to what they answer, and to what had come before and answers them.

    `new` are others by name, each with what it is tied to already. Gives all that now answer
    something else than before, or stand at another moment.
    """
    names = {name: id for name, (id, _) in new.items()}
    near = {id for pair in new.values() for id in pair if id is not None}
    ties = set()
    if exchanges:
        rows = base.rows(
            f"SELECT id, message_id, replies_to, answers FROM exchange WHERE id {_IN}",
            (json.dumps(list(exchanges)),),
        )
        untied = [(id, parent) for id, _, parent, answers in rows if parent and answers is None]
        known = named(base, (parent for _, parent in untied))
        ties = {(id, known[parent]) for id, parent in untied if parent in known}
        names |= {name: id for id, name, _, _ in rows if name is not None}
        near |= {id for row in rows for id in (row[0], row[3]) if id is not None}
    ties |= {
        (child, names[name])
        for child, name in base.rows(
            f"SELECT id, replies_to FROM exchange WHERE replies_to {_IN} AND answers IS NULL",
            (json.dumps(list(names)),),
        )
    }
    tied = sorted((child, parent) for child, parent in ties if child != parent)
    base.many(
        "UPDATE exchange SET answers = ? WHERE id = ?", [(parent, child) for child, parent in tied]
    )
    return {child for child, _ in tied} | _date(base, near.union(*tied))


def named(base: Base, names: Iterable[str]) -> dict[str, int]:
    """The exchanges that have these names in their sources."""
    return dict(
        base.rows(
            f"SELECT message_id, id FROM exchange WHERE message_id {_IN}",
            (json.dumps(list(names)),),
        )
    )


def unlink(base: Base, exchanges: Iterable[int]) -> None:
    """Let nothing answer exchanges that are taken back; what comes again is tied again."""
    base.many(
        "UPDATE exchange SET answers = NULL WHERE answers = ? AND replies_to IS NOT NULL",
        [(id,) for id in exchanges],
    )


def _date(base: Base, exchanges: Iterable[int]) -> set[int]:
    """Give those without a date the moment of what they answer, else of the first answer.

    An exchange with neither keeps the moment at which it came in. Gives those that moved.
    """
    moved: set[int] = set()
    if base.row("SELECT 1 FROM exchange WHERE dated = 0 LIMIT 1") is None:
        return moved
    queue = [
        id
        for (id,) in base.rows(
            f"SELECT id FROM exchange WHERE id {_IN} AND dated = 0 ORDER BY id",
            (json.dumps(list(exchanges)),),
        )
    ]
    for _ in range(_MOST):
        if not queue:
            break
        id = queue.pop()
        row = base.row("SELECT at, answers FROM exchange WHERE id = ? AND dated = 0", (id,))
        if row is None:
            continue
        at, answers = row
        guessed = base.value("SELECT at FROM exchange WHERE id = ?", (answers,))
        if guessed is None:
            guessed = base.value(
                "SELECT min(at) FROM exchange WHERE answers = ? AND dated = 1", (id,)
            )
        if guessed is None or guessed == at:
            continue
        _move(base, id, guessed)
        moved.add(id)
        near = "SELECT id FROM exchange WHERE answers = ? AND dated = 0"
        queue += [child for (child,) in base.rows(near, (id,))]
    return moved


def _move(base: Base, exchange: int, at: int) -> None:
    """Put an exchange at another moment, in the index too."""
    searching.unindex(base, [exchange])
    (number,) = searching.search_ids(base, [at])
    base.run("UPDATE exchange SET at = ?, search_id = ? WHERE id = ?", (at, number, exchange))
    searching.index(base, [exchange])
