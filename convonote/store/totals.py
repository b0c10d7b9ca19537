"""How much there is in a notebook."""

from dataclasses import dataclass

from convonote.store.base import Base


@dataclass(frozen=True, slots=True)
class Totals:
    """What stands in a notebook now, without what was deleted."""

    conversations: int
    exchanges: int
    people: int
    promises: int
    """Open ones."""
    schema: int
    """The version of its tables."""
    size: int
    """Bytes of its file."""


def totals(base: Base) -> Totals:
    """Count what is there; exchanges by what each conversation keeps, which reads no texts."""
    (found,) = base.rows(
        "SELECT count(*), coalesce(sum(exchanges), 0) FROM conversation"
        " WHERE deleted_at IS NULL AND merged_into IS NULL"
    )
    return Totals(
        conversations=found[0],
        exchanges=found[1],
        people=base.value(
            "SELECT count(*) FROM person WHERE deleted_at IS NULL AND kind = 'person' AND me = 0"
        ),
        promises=base.value(
            "SELECT count(*) FROM promise WHERE state = 'open' AND deleted_at IS NULL"
        ),
        schema=base.value("PRAGMA user_version"),
        size=base.path.stat().st_size,
    )
