"""What an import that is taken back leaves behind, so that it comes again as the user had it.

Rows that the user did something to, or that stand in a conversation to which they did, keep their
uid, their names and their place in the order of arrival; they are deleted with a mark. Importing
the same again takes the mark away, where all other rows would be made anew.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass

from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.people import naming

MARK = "taken_back"
"""The field of a row that is deleted until its import comes again."""
_BY_USER = (
    "SELECT {wanted} FROM change JOIN part ON part.change = change.id"
    ' JOIN "{table}" AS t ON t.id BETWEEN part.first AND part.last'
    " WHERE change.actor = '{user}' AND change.undone_at IS NULL AND part.\"table\" = '{table}'"
)


@dataclass(frozen=True, slots=True)
class Touched:
    """What the user did something to, and did not undo."""

    conversations: Collection[int]
    exchanges: Collection[int]
    people: Collection[int]
    settlings: Collection[int]
    """What somebody said of a promise, and the user decided on."""


def touched(base: Base) -> Touched:
    """Find out what the user's own changes were about."""
    exchanges = _about(base, ("exchange", "id"), ("promise", "exchange"))
    conversations = _about(
        base,
        ("conversation", "id"),
        ("conversation", "merged_into"),
        ("exchange", "conversation"),
        ("promise", "conversation"),
        ("choice", "conversation"),
        ("apart", "conversation"),
        ("apart", "other"),
    )
    people = _about(base, ("person", "id"), ("address", "person"), ("detail", "person"))
    return Touched(conversations, exchanges, people, _about(base, ("settling", "id")))


def needed(base: Base) -> set[int]:
    """The people in exchanges that may come again, or that the user deleted."""
    kept = "e.deleted_at IS NOT NULL AND e.message_id IS NOT NULL"
    return {
        person
        for (person,) in base.rows(
            f"SELECT author FROM exchange AS e WHERE {kept} AND author IS NOT NULL UNION"
            " SELECT a.person FROM exchange AS e JOIN addressee AS a ON a.exchange = e.id"
            f" WHERE {kept} UNION SELECT owner FROM promise WHERE taken_back = 1"
        )
    }


def set_aside(base: Base, table: str, ids: Collection[int]) -> None:
    """Delete rows until their import comes again."""
    now = base.now()
    base.many(
        f"UPDATE {table} SET deleted_at = ?, taken_back = 1 WHERE id = ?",
        [(now, id) for id in ids],
    )
    if table == "conversation":
        for id in ids:
            naming.index_conversation(base, id)


def revive(base: Base, recording: Recording, table: str, id: int) -> None:
    """Bring a row back."""
    recording.set(table, id, MARK, 0)
    base.run(f"UPDATE {table} SET deleted_at = NULL WHERE id = ?", (id,))
    if table == "conversation":
        naming.index_conversation(base, id)


def revive_exchange(base: Base, recording: Recording, exchange: int) -> None:
    """Bring an exchange back with its promises, and with what it said about them."""
    revive(base, recording, "exchange", exchange)
    for table in ("promise", "settling"):
        sql = f"SELECT id FROM {table} WHERE exchange = ? AND taken_back = 1"
        for (id,) in base.rows(sql, (exchange,)):
            revive(base, recording, table, id)


def set_aside_empty(base: Base, conversations: Collection[int], mine: Touched) -> None:
    """Set those of some conversations aside in which nothing is left but what the user did."""
    empty = base.rows(
        "SELECT id FROM conversation AS c WHERE id IN (SELECT value FROM json_each(?))"
        " AND deleted_at IS NULL AND merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM exchange"
        " WHERE conversation = c.id AND deleted_at IS NULL) AND NOT EXISTS (SELECT 1 FROM draft"
        " WHERE conversation = c.id AND deleted_at IS NULL)",
        (json.dumps(list(conversations)),),
    )
    set_aside(base, "conversation", [id for (id,) in empty if id in mine.conversations])


def _about(base: Base, *columns: tuple[str, str]) -> set[int]:
    found: set[int] = set()
    for table, column in columns:
        sql = _BY_USER.format(wanted=f"t.{column}", table=table, user=USER)
        found.update(id for (id,) in base.rows(sql) if id is not None)
    return found
