"""What SQLite complains about, as one line that says what to do."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import peewee

from convonote.store.errors import NotebookError

ERRORS = (sqlite3.Error, peewee.DatabaseError)
"""What a failing database raises, with Peewee around it or without."""

_BUSY = "{path} is being written by another program; try again when that is done"
_BY_CODE = {
    sqlite3.SQLITE_NOTADB: "{path} is no notebook: it is not an SQLite file; name another file",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged; put a copy from before in its place",
    sqlite3.SQLITE_FULL: "the disk is full, nothing was written to {path}; make room, try again",
    sqlite3.SQLITE_READONLY: "{path} is read-only; make it and its folder writable, or copy it",
    sqlite3.SQLITE_PERM: "{path} may not be opened by you; check whose file it is",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened; check its folder and whose file it is",
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_IOERR: "{path} cannot be read or written: the disk reports an error",
}


def trouble(error: BaseException, path: Path) -> NotebookError | None:
    """The plain line for an error of SQLite, or None where it is a mistake of ours."""
    for cause in _causes(error):
        line = _BY_CODE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
        if line is not None:
            return NotebookError(line.format(path=path))
    return None


def is_busy(error: BaseException) -> bool:
    """Another program is writing, and the same may go well a little later."""
    codes = (getattr(cause, "sqlite_errorcode", 0) & 0xFF for cause in _causes(error))
    return any(code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) for code in codes)


def _causes(error: BaseException) -> Iterator[BaseException]:
    # A full disk may end the transaction by itself, and the rollback after it fails in its turn;
    # what went wrong first is what the user must hear, so the oldest cause comes first.
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        # Peewee hands on the error of sqlite3 as its first argument.
        chain.extend(each for each in cause.args if isinstance(each, sqlite3.Error))
        cause = cause.__cause__ or cause.__context__
    return reversed(chain)
