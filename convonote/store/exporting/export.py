"""Everything in the notebook as a stream of plain records, each a line of JSON.

docs/format.md describes it. Records refer to each other by uid; each table comes in the order in
which its rows were made, so the same notebook always gives the same stream.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from convonote.conversation.zones import utc
from convonote.store.base import Base
from convonote.store.exporting.stream import EXCHANGE, ROLES, TABLES, VERSION, Column, reference

Record = dict[str, object]

_AT_ONCE = 500
"""Rows read at a time."""


def export(base: Base) -> Iterator[Record]:
    """Everything, deleted rows too, as it is at one moment; `restore` takes it in."""
    made = utc(base.now())
    with base.reading():
        yield {"convonote": VERSION, "made": made.isoformat().replace("+00:00", "Z")}
        for table, columns in TABLES.items():
            yield from _rows(base, table, columns)
            if table == "address":
                yield from _members(base)
            if table == "exchange":
                yield from _absent_names(base)
        yield from _parts(base)


def _rows(base: Base, table: str, columns: Sequence[Column]) -> Iterator[Record]:
    read = ", ".join(_expression(table, column) for column in columns)
    sql = f"SELECT t.id, {read} FROM {table} AS t WHERE t.id > ? ORDER BY t.id LIMIT {_AT_ONCE}"
    last = 0
    while rows := base.rows(sql, (last,)):
        for last, *values in rows:
            record: Record = {"record": table}
            for column, value in zip(columns, values, strict=True):
                record[column.name] = _written(base, column, value)
            if columns is EXCHANGE:
                record.update(_with_exchange(base, last))
            elif table == "person":
                record["addresses"] = _addresses(base, last)
            yield record


def _expression(table: str, column: Column) -> str:
    """What is read for a column; a single reference becomes its uid at once."""
    name = f't."{column.name}"'
    if table == "choice" and column.name == "known":
        # It counts what had arrived, so the last exchange until then says the same by name.
        return f"(SELECT uid FROM exchange WHERE id <= {name} ORDER BY id DESC LIMIT 1)"
    if column.refers and not column.shape.startswith("uids"):
        return f"(SELECT uid FROM {column.refers} AS r WHERE r.id = {name})"
    return name


def _written(base: Base, column: Column, value: Any) -> object:
    match column.shape.removesuffix("?"):
        case "yes":
            return bool(value)
        case "attachments":
            return json.loads(value) if value else []
        case "uids":
            return [_uid(base, column.refers, id) for id in json.loads(value or "[]")]
        case _:
            return value


def _with_exchange(base: Base, id: int) -> Record:
    """Whom an exchange is addressed to, by role, and its whole text where that differs."""
    people: dict[str, list[str]] = {role: [] for role in ROLES}
    for role, uid in base.rows(
        "SELECT a.role, p.uid FROM addressee AS a JOIN person AS p ON p.id = a.person"
        " WHERE a.exchange = ? ORDER BY a.person",
        (id,),
    ):
        people[role].append(uid)
    packed = base.value("SELECT text FROM original WHERE exchange = ?", (id,))
    return {**people, "original": None if packed is None else zlib.decompress(packed).decode()}


def _addresses(base: Base, person: int) -> list[list[str]]:
    """The addresses by which another notebook knows that it has this person already."""
    rows = base.rows(
        "SELECT channel, value FROM address WHERE person = ? AND deleted_at IS NULL ORDER BY id",
        (person,),
    )
    return [list(row) for row in rows]


def _members(base: Base) -> Iterator[Record]:
    """Who is in which chat, so that its lines are heard by the same people elsewhere."""
    at = ("", 0)
    sql = (
        "SELECT m.chat, m.person, p.uid FROM member AS m JOIN person AS p ON p.id = m.person"
        f" WHERE (m.chat, m.person) > (?, ?) ORDER BY m.chat, m.person LIMIT {_AT_ONCE}"
    )
    while rows := base.rows(sql, at):
        at = rows[-1][:2]
        for chat, _, person in rows:
            yield {"record": "member", "chat": chat, "person": person}


def _absent_names(base: Base) -> Iterator[Record]:
    """The names of messages that were only referred to; of the others the exchange has it."""
    last = ""
    sql = (
        "SELECT m.name, c.uid FROM message AS m JOIN conversation AS c ON c.id = m.conversation"
        " WHERE m.name > ? AND NOT EXISTS (SELECT 1 FROM exchange WHERE message_id = m.name)"
        f" ORDER BY m.name LIMIT {_AT_ONCE}"
    )
    while rows := base.rows(sql, (last,)):
        for last, conversation in rows:
            yield {"record": "message", "name": last, "conversation": conversation}


def _parts(base: Base) -> Iterator[Record]:
    """What each change did to which rows."""
    at = (0, -1)
    sql = (
        'SELECT change, seq, (SELECT uid FROM change WHERE id = change), "table", first, last,'
        " field, before, after FROM part WHERE (change, seq) > (?, ?)"
        f" ORDER BY change, seq LIMIT {_AT_ONCE}"
    )
    while rows := base.rows(sql, at):
        at = rows[-1][:2]
        for _, _, change, table, first, last, field, before, after in rows:
            yield {
                "record": "part",
                "change": change,
                "table": table,
                "first": _uid(base, table, first),
                "last": _uid(base, table, last),
                "field": field,
                "before": _value(base, table, field, before),
                "after": _value(base, table, field, after),
            }


def _value(base: Base, table: str, field: str | None, packed: str | None) -> object:
    """The value of a field before or after, with a uid where it is the key of a row."""
    if field is None or packed is None:
        return None
    value = json.loads(packed)
    column = reference(table, field)
    if column is None or not isinstance(value, int):
        return value
    return _uid(base, column.refers, value)


def _uid(base: Base, table: str, id: int) -> str | None:
    uid: str | None = base.value(f"SELECT uid FROM {table} WHERE id = ?", (id,))
    return uid
