"""Names, topics, tags and promises that begin as typed, by `sqlite3` alone: a shell waits."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator

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

_TAGGED = (
    "SELECT tag FROM rhythm WHERE person IS NULL AND deleted_at IS NULL"
    " UNION SELECT value FROM detail WHERE kind = 'tag' AND deleted_at IS NULL"
)
_STATES = (("open", "open"), ("suggested", "suggested"), ("kept", "let go"))
"""In this order promises are offered."""
_PROMISED = (
    "SELECT p.what FROM promise AS p JOIN conversation AS c ON c.id = p.conversation"
    " WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL AND c.merged_into IS NULL"
    " AND p.state IN (?, ?) ORDER BY p.due IS NULL, p.due, p.said_at, p.id LIMIT 5000"
)


def names(path: str | os.PathLike[str], typed: str, *, people: bool, topics: bool) -> list[str]:
    """What begins so, people first; with nothing typed what is in the queue.

    Empty also where the file is no notebook of this version: completing says nothing of that.
    """
    tables = [each for each, wanted in (("person", people), ("conversation", topics)) if wanted]
    return _asked(path, lambda connection: _names(connection, folded(typed), tables))


def tags(path: str | os.PathLike[str], typed: str) -> list[str]:
    """The tags with their # that begin so: of people, and those that have a rhythm."""
    begins = folded(typed.removeprefix("#").strip())
    return _asked(path, lambda connection: _tags(connection, begins))[:MOST]


def promises(path: str | os.PathLike[str], typed: str) -> list[str]:
    """What is promised that begins so, those owed first; with nothing typed these alone."""
    return _asked(path, lambda connection: _promises(connection, folded(typed)))[:MOST]


def _asked(
    path: str | os.PathLike[str], ask: Callable[[sqlite3.Connection], Iterator[str]]
) -> list[str]:
    """What a notebook answers, each once; nothing where the file is none of this version."""
    name = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    try:
        connection = sqlite3.connect(f"file:{name}?mode=ro", uri=True)
    except sqlite3.Error:
        return []
    try:
        for pragma, expected in (("application_id", APPLICATION), ("user_version", NEWEST)):
            if connection.execute(f"PRAGMA {pragma}").fetchone() != (expected,):
                return []
        return list(dict.fromkeys(ask(connection)))
    except sqlite3.Error:
        return []
    finally:
        connection.close()


def _promises(connection: sqlite3.Connection, sought: str) -> Iterator[str]:
    for states in _STATES if sought else _STATES[:1]:
        for (what,) in connection.execute(_PROMISED, states):
            if folded(what).startswith(sought):
                yield what


def _tags(connection: sqlite3.Connection, begins: str) -> Iterator[str]:
    seen = set()
    for (tag,) in sorted(connection.execute(_TAGGED), key=lambda row: folded(row[0])):
        # Tags are the same in capitals and small.
        if folded(tag).startswith(begins) and tag.casefold() not in seen:
            seen.add(tag.casefold())
            yield f"#{tag}"


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
