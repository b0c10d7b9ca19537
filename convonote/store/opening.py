"""Opening a notebook's file: made privately where there is none, refused where it is another's."""

import os
import sqlite3
import stat
import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from convonote.store import migrations
from convonote.store.base import BUSY, Base
from convonote.store.errors import NotebookError
from convonote.store.incoming import UNFOLDED
from convonote.store.rhythm import TOUCHED_TO
from convonote.store.schema import APPLICATION, NEWEST
from convonote.store.troubles import is_busy, trouble
from convonote.store.turns import NEWEST_RULES, RULES, lapsing, placing

_MAGIC = b"SQLite format 3\x00"
_ZONE = "zone"


def present() -> int:
    """The present moment: UTC microseconds."""
    return time.time_ns() // 1000


def local_zone() -> tzinfo:
    """The system's time zone, with its summer time where that can be told."""
    named = os.environ.get("TZ", "").removeprefix(":")
    link = os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    for key in (named,) if named else (link,):
        try:
            return ZoneInfo(key)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    zone = datetime.now().astimezone().tzinfo
    assert zone is not None
    return zone


def open_base(
    path: Path,
    *,
    clock: Callable[[], int],
    zone: tzinfo,
    quiet_after: int | None = None,
    quiet_after_ask: int | None = None,
    create: bool,
) -> Base:
    """The notebook in a file, of the newest schema; raises NotebookError."""
    base = Base(path, clock=clock, zone=zone)
    with ExitStack() as unless_opened:
        unless_opened.callback(base.close)
        check_file(path, create)
        how = how_to_open(path)
        known = _check_content(path, how)
        base.open(how)
        if base.read_only:
            _check_version(base)
        else:
            _make_ready(base, known)
        with base.reading():
            base.me = base.value("SELECT id FROM person WHERE me = 1")
        lapsing.follow(base, quiet_after, quiet_after_ask)
        if not base.read_only:
            _follow_zone(base)
            _follow_rules(base)
            _fill_in(base)
            _fold_postponed(base)
            placing.finish_import(base)
        unless_opened.pop_all()
    return base


def _follow_zone(base: Base) -> None:
    """Fold again what hangs on days where the user has gone to another time zone."""
    zone = getattr(base.zone, "key", None) or str(base.zone)
    with base.reading():
        if base.meta(_ZONE) == zone:
            return
    from convonote.store.turns.folding import refold

    with base.transaction():
        dated = base.rows(
            "SELECT DISTINCT conversation FROM promise WHERE due IS NOT NULL"
            " AND state = 'open' AND deleted_at IS NULL"
        )
        refold(base, [conversation for (conversation,) in dated])
        base.set_meta(_ZONE, zone)


def _follow_rules(base: Base) -> None:
    with base.reading():
        if base.meta(RULES) == NEWEST_RULES:
            return
    from convonote.store.turns import refolding

    refolding.refold_settings(base)


def _fold_postponed(base: Base) -> None:
    with base.reading():
        wanting = base.meta(UNFOLDED) is not None
    if wanting:
        from convonote.store.incoming import postponing

        postponing.fold_postponed(base)


def _fill_in(base: Base) -> None:
    with base.reading():
        wanting = base.meta(TOUCHED_TO) is not None
    if wanting:
        from convonote.store.rhythm import touching

        touching.fill(base)


def how_to_open(path: Path) -> str:
    """How SQLite is to open a file that may not be there to be written."""
    if _writable(path):
        return "mode=rw"
    # Without a journal beside it, and no right to make one, it is read just as it lies there.
    journal = path.with_name(path.name + "-wal")
    return "mode=ro" if _writable(path.parent) or journal.exists() else "immutable=1"


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _make_ready(base: Base, known: bool) -> None:
    _to_wal(base)
    migrations.migrate(base)
    if known:
        _keep_private(base.path)


def _check_version(base: Base) -> None:
    if migrations.version(base) != NEWEST:
        raise NotebookError(
            f"{base.path} is read-only and of an older version; make it writable to bring it up"
        )


def check_file(path: Path, create: bool) -> None:
    """Make the file where it may be made: nobody else's to read, before a byte is in it."""
    try:
        if path.is_dir():
            raise NotebookError(f"{path} is a folder; name a file in it")
        if not path.exists():
            if not create:
                raise NotebookError(f"there is no notebook at {path}")
            if not path.parent.is_dir():
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise NotebookError(
            f"{path} cannot be made: {error.strerror}; name another place with --notebook"
        ) from error


def _check_content(path: Path, how: str) -> bool:
    """False for an empty file; raises NotebookError where something else than a notebook is."""
    header = _header(path)
    if not header:
        return False
    if not header.startswith(_MAGIC):
        raise NotebookError(f"{path} is no notebook: it is not an SQLite file; name another file")
    return _is_notebook(path, how)


def is_sqlite(path: Path) -> bool:
    """Whether a file begins as SQLite's do; raises NotebookError where it cannot be read."""
    return _header(path).startswith(_MAGIC)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(100)
    except OSError as error:
        raise NotebookError(f"{path} cannot be read: {error.strerror}") from error


def _is_notebook(path: Path, how: str) -> bool:
    # The bytes in the file may be older than what stands in its journal, so SQLite is asked.
    try:
        name = f"{path.absolute().as_uri()}?{how}"
        connection = sqlite3.connect(name, uri=True, timeout=BUSY)
    except sqlite3.Error as error:
        raise trouble(error, path) or error from error
    try:
        application: int = connection.execute("PRAGMA application_id").fetchone()[0]
        tables: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.Error as error:
        raise trouble(error, path) or error from error
    finally:
        connection.close()
    if application != APPLICATION and tables:
        raise NotebookError(f"{path} is an SQLite file of another program; name another file")
    return bool(tables)


def _to_wal(base: Base) -> None:
    """Readers and one writer at once; while another program does the same, SQLite does not wait."""
    for left in range(BUSY * 20, -1, -1):
        try:
            with base.outside():
                base.run("PRAGMA journal_mode = WAL")
            return
        except NotebookError as error:
            if not left or not is_busy(error):
                raise
            time.sleep(0.05)


def _keep_private(path: Path) -> None:
    for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        try:
            mode = stat.S_IMODE(file.stat().st_mode)
            if mode & 0o077:
                file.chmod(mode & 0o700)
        except (FileNotFoundError, PermissionError):
            # Another user's file that may be written by this one stays as its owner set it.
            continue
