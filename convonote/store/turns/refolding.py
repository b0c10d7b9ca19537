"""Folding anew what a notebook folded by an older reading of the rules."""

from convonote.store.base import Base
from convonote.store.turns import NEWEST_RULES, RULES
from convonote.store.turns.folding import BATCH, refold


def refold_settings(base: Base) -> None:
    """Fold anew where the turn was set by hand, or somebody left.

    What is cut short is done when the notebook is opened next.
    """
    with base.reading():
        chosen = [
            id
            for (id,) in base.rows(
                "SELECT DISTINCT conversation FROM choice"
                " WHERE kind IN ('turn', 'left') AND deleted_at IS NULL"
            )
        ]
    for first in range(0, len(chosen), BATCH):
        with base.transaction():
            refold(base, chosen[first : first + BATCH])
    with base.transaction():
        base.set_meta(RULES, NEWEST_RULES)
