"""Numbered migrations: each brings the notebook from one version of its schema to the next."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial

from convonote.store.base import Base
from convonote.store.errors import NotebookError
from convonote.store.schema import APPLICATION, NEWEST
from convonote.store.uid import new_uid

_AT_ONCE = 500
"""Exchanges that are indexed anew at a time."""


def migrate(base: Base) -> None:
    """Bring the notebook to the newest schema; two programs may try at once."""
    if version(base) == NEWEST:
        return
    with base.transaction():
        # Whoever came first may have done it while this one waited to begin.
        for number in range(version(base), NEWEST):
            MIGRATIONS[number](base)
        base.run(f"PRAGMA application_id = {APPLICATION}")
        base.run(f"PRAGMA user_version = {NEWEST}")


def version(base: Base) -> int:
    """The version of the schema; raises NotebookError where it is newer than is known here."""
    with base.reading():
        found: int = base.value("PRAGMA user_version")
    if found > NEWEST:
        raise NotebookError(
            f"{base.path} was made by a newer convonote (schema {found}, this one knows"
            f" {NEWEST}); upgrade convonote to open it"
        )
    return found


def _first(base: Base) -> None:
    """The first schema, and the user in it."""
    _run(base, 1)
    base.run(
        "INSERT INTO person (id, uid, name, me, created_at) VALUES (1, ?, 'me', 1, ?)",
        (new_uid(), base.now()),
    )
    base.run("INSERT INTO naming (rowid, name) VALUES (2, 'me')")


def _attachments_found(base: Base) -> None:
    """Let what came with an attachment be found by that, and a talk by who spoke in it."""
    from convonote.store.search import searching

    with_some = base.rows(f"SELECT id FROM exchange WHERE {searching.ATTACHED} OR kind = 'talk'")
    for start in range(0, len(with_some), _AT_ONCE):
        some = [id for (id,) in with_some[start : start + _AT_ONCE]]
        searching.unindex(base, some)
        searching.index(base, some)


def _run(base: Base, number: int) -> None:
    """Run the statements of `schema_N.sql`."""
    from importlib import resources

    script = resources.files("convonote.store").joinpath(f"schema_{number}.sql").read_text("utf-8")
    for statement in statements(script):
        base.run(statement)


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script; sqlite3's own `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


MIGRATIONS: tuple[Callable[[Base], None], ...] = (
    _first,
    partial(_run, number=2),
    partial(_run, number=3),
    partial(_run, number=4),
    partial(_run, number=5),
    partial(_run, number=6),
    partial(_run, number=7),
    partial(_run, number=8),
    partial(_run, number=9),
    partial(_run, number=10),
    _attachments_found,
    partial(_run, number=12),
)
"""The migration at index n brings version n to version n + 1."""
