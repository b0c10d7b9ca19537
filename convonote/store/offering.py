"""Names and topics that begin as what was typed, by `sqlite3` alone: a shell waits for them."""

import os
import sqlite3
from collections.abc import Iterable, Iterator

from convonote.store.schema import APPLICATION, NEWEST
from convonote.store.search.letters import folded

MOST = 100
"""Names that are offered at most."""
_GRAM = 3
"""Characters that the index knows together."""
_IN_QUEUE = (
    "deleted_at IS NULL AND merged_into IS NULL AND section IN ('mine', 'nudge', 'theirs', 'later')"
)
_LATEST = {
    "person": "SELECT name FROM person AS p WHERE deleted_at IS NULL AND id IN ("
    " SELECT person FROM participant WHERE conversation IN ("
    f" SELECT id FROM conversation WHERE {_IN_QUEUE} LIMIT 1000)) ORDER BY name LIMIT ?",
    "conversation": f"SELECT topic FROM conversation WHERE {_IN_QUEUE}"
    " ORDER BY rank, order_at, id LIMIT ?",
}


def names(path: str | os.PathLike[str], typed: str, *, people: bool, topics: bool) -> list[str]:
    """What begins so, people first; with nothing typed what is in the queue.

    Empty also where the file is no notebook of this version: completing says nothing of that.
    """
    name = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    try:
        connection = sqlite3.connect(f"file:{name}?mode=ro", uri=True)
    except sqlite3.Error:
        return []
    try:
        for pragma, expected in (("application_id", APPLICATION), ("user_version", NEWEST)):
            if connection.execute(f"PRAGMA {pragma}").fetchone() != (expected,):
                return []
        tables = [each for each, wanted in (("person", people), ("conversation", topics)) if wanted]
        return list(dict.fromkeys(_names(connection, folded(typed), tables)))
    except sqlite3.Error:
        return []
    finally:
        connection.close()


def _names(connection: sqlite3.Connection, sought: str, tables: Iterable[str]) -> Iterator[str]:
    for table in tables:
        if sought:
            yield from _beginning(connection, sought, table)
        else:
            for (name,) in connection.execute(_LATEST[table], (MOST,)):
                yield name


def _beginning(connection: sqlite3.Connection, sought: str, table: str) -> Iterator[str]:
    """Names of one table whose first line in the index begins so."""
    # Rowids of the index are twice the id of a person, and twice that of a conversation plus one.
    where = f"rowid % 2 = {int(table == 'conversation')} AND substr(name, 1, ?) = ?"
    parameters: list[object] = [len(sought), sought]
    if len(sought) >= _GRAM:
        where = f"naming MATCH ? AND {where}"
        parameters.insert(0, '"' + sought.replace('"', '""') + '"')
    column = "topic" if table == "conversation" else "name"
    sql = (
        f"SELECT {column} FROM {table} WHERE id IN"
        f" (SELECT rowid / 2 FROM naming WHERE {where} LIMIT {MOST})"
    )
    for (name,) in connection.execute(sql, parameters):
        yield name
