"""What answers what, and the moments of exchanges whose source gave none."""

from collections.abc import Iterable

from convonote.store import searching
from convonote.store.base import Base

_MOST = 10_000
"""Steps in which a guessed moment may pass on; more than any real conversation needs."""


def link(base: Base, exchanges: Iterable[int]) -> set[int]:
    """Tie new exchanges to what they answer, and to what had come before and answers them.

    Gives all that now answer something else than before, or stand at another moment.
    """
    altered: set[int] = set()
    undated: set[int] = set()
    for id in exchanges:
        row = base.row("SELECT message_id, replies_to, answers FROM exchange WHERE id = ?", (id,))
        if row is None:
            continue
        name, replies_to, answers = row
        if answers is None and replies_to is not None:
            answered = base.value("SELECT id FROM exchange WHERE message_id = ?", (replies_to,))
            if answered is not None and answered != id:
                base.run("UPDATE exchange SET answers = ? WHERE id = ?", (answered, id))
                altered.add(id)
                undated.add(answered)
        waiting = base.rows(
            "SELECT id FROM exchange WHERE replies_to = ? AND answers IS NULL AND id <> ?",
            (name, id),
        )
        base.many(
            "UPDATE exchange SET answers = ? WHERE id = ?", [(id, child) for (child,) in waiting]
        )
        undated.add(id)
        undated.update(child for (child,) in waiting)
        altered.update(child for (child,) in waiting)
    return altered | _date(base, undated)


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
    queue = sorted(exchanges)
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
