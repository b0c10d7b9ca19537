"""Taking back the user's own last change, and doing it again.

What a change inserted is marked as deleted, what it set is set back, each only if it is still as
the change left it. Nothing of this is in memory, so it outlives a restart. Of the changes within
reach those that are undone come after those that are not: a new one puts what is undone out of
reach, and so does a change of its rows.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator

import peewee

from convonote.store import change_parts
from convonote.store.base import Base
from convonote.store.change_parts import Part
from convonote.store.changes import USER
from convonote.store.errors import UndoError
from convonote.store.people import merging
from convonote.store.search import searching
from convonote.store.turns.folding import refold
from convonote.store.writing import amending, moving, originals

_INDEXED = ("text", "author", "channel", "conversation", "at", amending.HEARD)
"""The fields of an exchange that its entry in the index is made of."""


def undo(base: Base) -> str:
    """Take back the user's own last change; says what it was."""
    with base.transaction():
        change, what = _next(base, "undo", "undone_at IS NULL ORDER BY id DESC")
        parts = _parts(base, change)[::-1]
        built_on = any(_moved_on(base, change, part, parts) for part in parts)
        undone = not built_on and _applied(base, parts, _take_back)
        _note(base, change, undone, base.now())
    if not undone:
        raise UndoError(
            f"{what} was changed since, so it was not undone;"
            " undo again takes what was done before it"
        )
    return what


def redo(base: Base) -> str:
    """Do again what was taken back last, unless something was done since; says what it was."""
    with base.transaction():
        # Changes are undone from the last to the first, so the first was undone last.
        change, what = _next(base, "redo", "undone_at IS NOT NULL ORDER BY id")
        redone = _applied(base, _parts(base, change), _do_again)
        _note(base, change, redone, None)
    if not redone:
        raise UndoError(
            f"{what} was changed since, so it was not done again;"
            " redo again takes what was undone before it"
        )
    return what


def _next(base: Base, verb: str, which: str) -> tuple[int, str]:
    """The change of the user's that is to be undone or redone, and what it was."""
    row = base.row(
        f"SELECT id, what FROM change WHERE actor = ? AND out_of_reach = 0 AND {which} LIMIT 1",
        (USER,),
    )
    if row is None:
        raise UndoError(f"there is nothing to {verb}")
    return row[0], row[1]


def _note(base: Base, change: int, done: bool, undone_at: int | None) -> None:
    """Note since when a change is undone, or that it could not be and is passed over from now on.

    It would be tried for ever otherwise, and nothing before it could be reached.
    """
    if done:
        base.run("UPDATE change SET undone_at = ? WHERE id = ?", (undone_at, change))
    else:
        base.run("UPDATE change SET out_of_reach = 1 WHERE id = ?", (change,))


def _parts(base: Base, change: int) -> list[Part]:
    return base.rows(
        'SELECT "table", first, last, field, before, after FROM part WHERE change = ? ORDER BY seq',
        (change,),
    )


def _applied(base: Base, parts: list[Part], apply: Callable[[Base, Part], bool]) -> bool:
    """Apply all parts of a change; False, and none of them, where rows have changed since."""
    reworded = sorted(
        {first for table, first, _, field, _, _ in parts if _is_indexed(table, field)}
    )
    with base.database.savepoint() as before:
        searching.unindex(base, reworded)
        conversations = set(change_parts.touched(base, parts))
        exchanges = change_parts.exchanges(parts)
        for part in parts:
            try:
                applied = apply(base, part)
            except (sqlite3.IntegrityError, peewee.IntegrityError):
                # Another row has taken its place, such as the same address added anew.
                applied = False
            if not applied:
                before.rollback()
                return False
        conversations.update(change_parts.touched(base, parts))
        if exchanges is None:
            refold(base, conversations)
        else:
            refold(base, (), touched=change_parts.places(base, conversations, parts, *exchanges))
        searching.index(base, reworded)
        change_parts.rename(base, parts)
    return True


def _is_indexed(table: str, field: str | None) -> bool:
    return table == "exchange" and field in _INDEXED


def _take_back(base: Base, part: Part) -> bool:
    table, first, last, field, before, after = part
    if field is not None:
        return _write(base, table, first, field, after, before)
    marked = base.run(
        f'UPDATE "{table}" SET deleted_at = ? WHERE id BETWEEN ? AND ? AND deleted_at IS NULL',
        (base.now(), first, last),
    )
    return marked.rowcount == last - first + 1


def _do_again(base: Base, part: Part) -> bool:
    table, first, last, field, before, after = part
    if field is not None:
        return _write(base, table, first, field, before, after)
    marked = base.run(
        f'UPDATE "{table}" SET deleted_at = NULL WHERE id BETWEEN ? AND ?'
        " AND deleted_at IS NOT NULL",
        (first, last),
    )
    return marked.rowcount == last - first + 1


def _write(
    base: Base, table: str, id: int, field: str, expected: str | None, new: str | None
) -> bool:
    """Write a field if it holds what is expected; both values are JSON."""
    assert expected is not None
    assert new is not None
    if field == moving.NAMES:
        return _write_names(base, id, json.loads(expected), json.loads(new))
    if field == merging.MOVED:
        return merging.rewrite(base, id, json.loads(expected), json.loads(new))
    if field == amending.HEARD:
        return amending.write_heard(base, id, json.loads(expected), json.loads(new))
    if field == originals.KEPT:
        return originals.write(base, id, kept=json.loads(new))
    present = base.value(f'SELECT "{field}" FROM "{table}" WHERE id = ?', (id,))
    if present != json.loads(expected):
        return False
    base.run(f'UPDATE "{table}" SET "{field}" = ? WHERE id = ?', (json.loads(new), id))
    if (table, field) == ("exchange", "at"):
        searching.renumber(base, id, json.loads(new))
    return True


def _write_names(base: Base, id: int, expected: str | list[str], new: str | list[str]) -> bool:
    """Move names between a conversation and the one whose uid is one of the two values."""
    uid, names = (new, expected) if isinstance(new, str) else (expected, new)
    other = base.value("SELECT id FROM conversation WHERE uid = ?", (uid,))
    where = (id, other) if isinstance(new, str) else (other, id)
    return moving.put_names(base, names, *where)


def _moved_on(base: Base, change: int, part: Part, parts: list[Part]) -> bool:
    """Something else was built since on the rows that a change inserted, or on what it moved."""
    table, first, last, field, _, after = part
    if field is not None:
        return field == moving.NAMES and _joined_by_more(base, change, json.loads(after or ""))
    later = (
        "SELECT 1 FROM part JOIN change ON change.id = part.change WHERE part.change > ?"
        ' AND part."table" = ? AND part.first <= ? AND part.last >= ? AND part.field IS NOT NULL'
        " AND change.undone_at IS NULL LIMIT 1"
    )
    if base.row(later, (change, table, last, first)):
        return True
    own = [
        each[1:3] for each in parts if each[0] == "exchange" and each[3] in (None, "conversation")
    ]
    held = _held(base, table, first, last)
    return any(not any(low <= id <= high for low, high in own) for id in held)


def _joined_by_more(base: Base, change: int, uid: str) -> bool:
    """Something came in since into a conversation into which a change moved exchanges.

    It may have come there because of those, and would not know where to go.
    """
    sql = (
        "SELECT 1 FROM conversation AS c JOIN exchange AS e ON e.conversation = c.id"
        " JOIN part AS p ON p.\"table\" = 'exchange' AND p.field IS NULL"
        " AND e.id BETWEEN p.first AND p.last JOIN change AS d ON d.id = p.change"
        " WHERE c.uid = ? AND p.change > ? AND d.undone_at IS NULL AND e.deleted_at IS NULL LIMIT 1"
    )
    return base.row(sql, (uid, change)) is not None


def _held(base: Base, table: str, first: int, last: int) -> Iterator[int]:
    """The exchanges that would lose their conversation, or their author or addressee."""
    if table == "conversation":
        sql = "SELECT id FROM exchange WHERE conversation BETWEEN ? AND ? AND deleted_at IS NULL"
    elif table == "person":
        sql = (
            "SELECT e.id FROM participant p JOIN exchange e ON e.conversation = p.conversation"
            " WHERE p.person BETWEEN ?1 AND ?2 AND e.deleted_at IS NULL"
            " AND (e.author BETWEEN ?1 AND ?2 OR EXISTS (SELECT 1 FROM addressee a"
            " WHERE a.exchange = e.id AND a.person BETWEEN ?1 AND ?2))"
        )
    else:
        return
    for (id,) in base.run(sql, (first, last)):
        yield id
