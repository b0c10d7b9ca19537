"""Putting a copy in the place of the notebook; what was there before is kept.

The file stays, and what is in it is replaced in one transaction of SQLite: cut short, it is as it
was before. No other program may have it open meanwhile, since what that one shows would mean other
rows afterwards.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import tzinfo
from pathlib import Path

from convonote.store.errors import NotebookError, Refused
from convonote.store.keeping.backup import usual_place
from convonote.store.keeping.copying import Damaged, Progress, check, copy, counts, opened, pour
from convonote.store.keeping.records import Copy, PutBack
from convonote.store.opening import check_file, how_to_open, is_sqlite
from convonote.store.troubles import is_busy

_PATIENCE = 2
"""Seconds to wait for a program that looks into the notebook for a moment, as prompts do."""
_ENDS = ("", "-wal", "-shm", "-journal")


def put_back(
    kept: Path, path: Path, now: int, zone: tzinfo, progress: Progress | None = None
) -> PutBack:
    """Make the notebook at `path` what a copy holds; raises NotebookError, and nothing is changed.

    What was there is copied among its backups first, or set aside there where it is damaged.
    """
    if not kept.is_file():
        raise Refused(f"there is no file {kept}; name a copy that convonote backup made")
    if path.exists() and kept.samefile(path):
        raise Refused(f"{kept} is the notebook itself; name a copy of it")
    if not is_sqlite(kept):
        raise Refused(
            f"{kept} is no copy of a notebook; what export --json wrote is restored by import"
        )
    with opened(kept, how_to_open(kept)) as source:
        check(source, kept)
        before, aside = _saved(path, now, zone, progress)
        check_file(path, create=True)
        with _alone(path) as target:
            pour(source, target, progress)
            # The copy may bring another mode of the journal, and leave that of this one behind.
            target.execute("PRAGMA journal_mode = DELETE")
            return PutBack(counts(target), before, aside)


def _saved(
    path: Path, now: int, zone: tzinfo, progress: Progress | None
) -> tuple[Copy | None, Path | None]:
    """What is there, copied, or set aside as it is; nothing where there is nothing."""
    if not path.exists() or not path.stat().st_size:
        return None, None
    if not is_sqlite(path):
        raise NotebookError(f"{path} is no notebook; move that file away, then restore again")
    place = usual_place(path, now, zone)
    try:
        with _alone(path) as source:
            return copy(source, place, progress), None
    except NotebookError as error:
        if not _is_damage(error):
            raise
    aside = place.with_name(f"{place.stem}-damaged{place.suffix}")
    for end in _ENDS:
        file = path.with_name(path.name + end)
        if file.exists():
            file.rename(aside.with_name(aside.name + end))
    return None, aside


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection while which nobody else has one."""
    try:
        with opened(path, "mode=rw", timeout=_PATIENCE) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            # SQLite leaves the mode of the journal only for one who is alone with the file.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
            yield connection
    except NotebookError as error:
        if is_busy(error):
            raise NotebookError(
                f"{path} is open in another program; leave that one, then restore again"
            ) from error
        raise


def _is_damage(error: NotebookError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, Damaged) or code == sqlite3.SQLITE_CORRUPT
