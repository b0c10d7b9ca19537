"""Copying a notebook by SQLite's own backup, and checking that the copy is whole.

A copy is made under another name beside its place, so that what bears its name is always whole.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from convonote.store.errors import NotebookError, Refused
from convonote.store.keeping.records import Copy, Counts
from convonote.store.schema import APPLICATION, NEWEST
from convonote.store.troubles import trouble

Progress = Callable[[int, int], None]
"""Called with how many pages are copied, of how many."""

_PAGES = 500
"""Pages copied at a time; between two lots, Ctrl+C is heard."""
_COUNTED = {
    "exchange": "deleted_at IS NULL",
    "conversation": "deleted_at IS NULL AND merged_into IS NULL",
    "person": "deleted_at IS NULL",
}


class Damaged(NotebookError):
    """What is in the file does not hold together."""


@contextmanager
def opened(path: Path, how: str, *, timeout: float = 5) -> Iterator[sqlite3.Connection]:
    """A bare connection to a file; what SQLite complains about is raised as NotebookError."""
    try:
        name = f"{path.absolute().as_uri()}?{how}"
        with closing(sqlite3.connect(name, uri=True, timeout=timeout)) as connection:
            connection.isolation_level = None
            yield connection
    except sqlite3.Error as error:
        raise trouble(error, path) or error from error


def copy(source: sqlite3.Connection, target: Path, progress: Progress | None = None) -> Copy:
    """Copy what a connection sees at this moment into a new private file, and check it.

    Raises NotebookError where it cannot be made, or where the copy is not whole.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise Refused(f"{target} cannot be made: {error.strerror}") from error
    try:
        found = _copied(source, part, progress)
        if target.exists():
            raise Refused(f"{target} is there already; name another file")
        part.rename(target)
    except OSError as error:
        raise Refused(f"{target} cannot be made: {error.strerror}") from error
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            part.with_name(part.name + end).unlink(missing_ok=True)
    _sync(target.parent)
    return Copy(target, target.stat().st_size, found)


def _copied(source: sqlite3.Connection, part: Path, progress: Progress | None) -> Counts:
    # Within one transaction all of it is as at one moment, whatever others write meanwhile.
    source.execute("BEGIN")
    try:
        counted = counts(source)
        with opened(part, "mode=rw") as made:
            pour(source, made, progress)
            # A file in the mode of the journal needs others beside it; a copy stands alone.
            made.execute("PRAGMA journal_mode = DELETE")
            check(made, part)
            if counts(made) != counted:
                raise NotebookError(f"the copy of {part} has not as much in it; nothing was kept")
    finally:
        source.execute("ROLLBACK")
    with part.open("rb") as file:
        os.fsync(file.fileno())
    return counted


def pour(
    source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress | None = None
) -> None:
    """Put what one connection sees in the place of all that another one has."""

    def told(_: int, left: int, total: int) -> None:
        if progress is not None:
            progress(total - left, total)

    source.backup(target, pages=_PAGES, progress=told, sleep=0.01)


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NotebookError unless this is a whole notebook of a version known here."""
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
        raise Refused(f"{path} is no notebook; name a copy that convonote backup made")
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > NEWEST:
        raise Refused(
            f"{path} was made by a newer convonote (schema {version}, this one knows {NEWEST});"
            " upgrade convonote to put it back"
        )
    found: str = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise Damaged(f"{path} is damaged: {' '.join(found.split())}")


def counts(connection: sqlite3.Connection) -> Counts:
    """How much there is."""
    exchanges, conversations, people = (
        connection.execute(f"SELECT count(*) FROM {table} WHERE {there}").fetchone()[0]
        for table, there in _COUNTED.items()
    )
    return Counts(exchanges, conversations, people)


def _sync(folder: Path) -> None:
    """Have the name of a new file on disk, too."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
