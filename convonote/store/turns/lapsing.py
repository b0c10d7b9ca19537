"""After how long a silence waits go quiet (T14), which the user may set: the queue follows it."""

import time

from convonote.conversation.records import QUIET_AFTER, QUIET_AFTER_ASK
from convonote.store.base import Base
from convonote.store.turns.packing import QUIET, QUIET_ASK
from convonote.store.turns.placing import PAUSE, place_waiting

_QUIET = "quiet after"
"""What the notebook was placed with: two lengths of time, in microseconds."""
_AT_ONCE = 2_000
"""Conversations whose waits are written in one transaction."""


def follow(base: Base, quiet_after: int | None, quiet_after_ask: int | None) -> None:
    """Place the notebook by other lengths than before; None leaves one as it is.

    What is cut short is done when the notebook is opened next. One that can only be read stays as
    it was placed.
    """
    with base.reading():
        placed = catch_up(base)
    wanted = quiet_after or base.quiet_after, quiet_after_ask or base.quiet_after_ask
    if wanted == placed or base.read_only:
        return
    base.quiet_after, base.quiet_after_ask = wanted
    _rewrite(base)
    place_waiting(base)
    with base.transaction():
        base.set_meta(_QUIET, " ".join(map(str, wanted)))


def catch_up(base: Base) -> tuple[int, int]:
    """Go by the lengths that the notebook was placed with last, maybe by another program."""
    kept = base.meta(_QUIET)
    told, asked = (QUIET_AFTER, QUIET_AFTER_ASK) if kept is None else map(int, kept.split())
    base.quiet_after, base.quiet_after_ask = told, asked
    return told, asked


def _rewrite(base: Base) -> None:
    """Put the new lengths into the waits that are kept, checkpoints too."""
    values = (QUIET, base.quiet_after, QUIET_ASK, base.quiet_after_ask)
    with base.reading():
        last: int = base.value("SELECT coalesce(max(id), 0) FROM conversation")
    for first in range(1, last + 1, _AT_ONCE):
        some = first, first + _AT_ONCE - 1
        with base.transaction():
            base.run(
                "UPDATE conversation SET waits = json_set(waits, ?, ?, ?, ?)"
                " WHERE id BETWEEN ? AND ? AND waits <> ''",
                (*values, *some),
            )
            base.run(
                "UPDATE checkpoint SET waits = json_set(waits, ?, ?, ?, ?)"
                " WHERE conversation BETWEEN ? AND ?",
                (*values, *some),
            )
        time.sleep(PAUSE)
