"""The database of one notebook: its connections, transactions, clock and zone."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, tzinfo
from pathlib import Path
from typing import Any

import peewee

from convonote.conversation.records import DAY, QUIET_AFTER, QUIET_AFTER_ASK
from convonote.conversation.zones import day_of
from convonote.store.changes import Recording
from convonote.store.troubles import ERRORS, is_busy, trouble

Parameters = Sequence[object] | Mapping[str, object]
"""The values of a statement, by place or by name."""
BUSY = 10
"""Seconds to wait for another program that writes."""
LOOK = 0.0004
"""Seconds after which it is looked again whether that program is done."""
CHAT_PAUSE = 3 * DAY
"""The pause that cuts a chat, where the user has set no other."""
PRAGMAS = {
    # Texts are longer than a default page likes: a twentieth of the file would lie unused.
    "page_size": 8192,
    # The mode of the journal is a property of the file and set once, by `opening`.
    "synchronous": "FULL",
    "foreign_keys": 1,
    "cache_size": -8000,  # KiB
}


class Base:
    """One notebook's database; every function of the store takes one first.

    Each thread has a connection of its own, opened when it first reads or writes.
    """

    me: int
    """The id of the person who keeps the notebook."""

    def __init__(self, path: Path, *, clock: Callable[[], int], zone: tzinfo) -> None:
        self.path = path
        self.zone = zone
        self.now = clock
        """The present moment."""
        self.chat_pause = CHAT_PAUSE
        """How long nobody writes in a chat before another conversation begins."""
        self.quiet_after = QUIET_AFTER
        """How long a wait lasts whose opening asks nothing (T14)."""
        self.quiet_after_ask = QUIET_AFTER_ASK
        """How long one lasts whose opening asks."""
        self.how = "mode=rw"
        """How SQLite opens the file."""
        self.read_only = False
        """The file can only be read."""
        self.database = peewee.SqliteDatabase(
            None, pragmas=PRAGMAS, lock_type="IMMEDIATE", autoconnect=False
        )
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._own = threading.local()
        self._watch: sqlite3.Connection | None = None
        self._guard = threading.Lock()

    def open(self, how: str) -> None:
        """Name the file to SQLite; `how` is `mode=rw`, `mode=ro` or `immutable=1`."""
        self.how = how
        self.read_only = how != "mode=rw"
        name = f"{self.path.absolute().as_uri()}?{how}"
        # Connections stay with their threads; another one closes them only when all is over.
        self.database.init(name, timeout=BUSY, uri=True, check_same_thread=False)

    # Transactions

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One consistent view of the notebook for all that is read inside."""
        with self._told():
            self._connect()
            if self.database.in_transaction():
                yield
            else:
                with self.database.transaction("DEFERRED"):
                    yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, without a recorded change: for caches and drafts."""
        with self._told():
            self._connect()
            if self.database.in_transaction():
                raise RuntimeError("a transaction is under way in this thread")
            with ExitStack() as stack:
                self._begin(stack)
                yield

    @contextmanager
    def outside(self) -> Iterator[None]:
        """No transaction at all: for the few pragmas that refuse to run in one."""
        with self._told():
            self._connect()
            yield

    @contextmanager
    def writing(self, actor: str, what: str, *, change: int | None = None) -> Iterator[Recording]:
        """All or nothing, as one recorded change; `change` goes on with an earlier one.

        Within `together` it is part of that change, and what is said last names the whole.
        """
        whole: Recording | None = getattr(self._own, "together", None)
        if whole is not None:
            whole.what = what
            yield whole
            return
        with self.transaction():
            recording = Recording(self, actor, what, change)
            yield recording
            recording.finish()

    @contextmanager
    def together(self, actor: str, what: str = "") -> Iterator[None]:
        """All that is written inside becomes one change, in one transaction.

        It is called as what is said last, unless `what` says it for the whole.
        """
        with self.transaction():
            self._own.together = recording = Recording(self, actor, "", None)
            try:
                yield
            finally:
                self._own.together = None
            recording.what = what or recording.what
            recording.finish()

    # SQL, inside one of the above

    def run(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self.connection.execute(sql, parameters)

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row."""
        self.connection.executemany(sql, rows)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return self.connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        found: tuple[Any, ...] | None = self.connection.execute(sql, parameters).fetchone()
        return found

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row of a query, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection, inside `reading`, `writing` or `transaction`."""
        connection: sqlite3.Connection = self._own.connection
        return connection

    def meta(self, name: str) -> str | None:
        """What the notebook notes about itself under a name."""
        value: str | None = self.value("SELECT value FROM meta WHERE name = ?", (name,))
        return value

    def set_meta(self, name: str, value: str | None) -> None:
        """Note something about the notebook itself; None forgets it."""
        if value is None:
            self.run("DELETE FROM meta WHERE name = ?", (name,))
        else:
            self.run("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", (name, value))

    # Time

    def today(self) -> date:
        """The day it is for the user."""
        return day_of(self.now(), self.zone)

    # Connections

    def data_version(self) -> int:
        """A number that differs when something was written since it was last asked for.

        It means something on one connection only, so one is kept for it, whatever thread asks.
        """
        with self._told(), self._guard:
            if self._watch is None:
                self._watch = sqlite3.connect(
                    self.database.database, uri=True, timeout=BUSY, check_same_thread=False
                )
            version: int = self._watch.execute("PRAGMA data_version").fetchone()[0]
            return version

    def written(self) -> int:
        """How many rows this thread has written since it opened its connection."""
        with self.reading():
            return self.connection.total_changes

    def close_thread(self) -> None:
        """Close this thread's connection; it is opened again when needed."""
        with self._told(), self._guard:
            self._connections.pop(threading.current_thread(), None)
            if not self.database.is_closed():
                self.database.close()

    def close(self) -> None:
        """Close the connections of all threads."""
        self.close_thread()
        with self._told(), self._guard:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
            for connection in self._connections.values():
                connection.close()
            self._connections.clear()

    def _begin(self, stack: ExitStack) -> None:
        """Begin a transaction that writes, as soon as no other program does.

        SQLite looks again after ever longer pauses, up to a tenth of a second. It would miss the
        moments between the transactions of an import, which are short.
        """
        self.run("PRAGMA busy_timeout = 0")
        try:
            until = time.monotonic() + BUSY
            while True:
                try:
                    stack.enter_context(self.database.transaction("IMMEDIATE"))
                    return
                except peewee.OperationalError as error:
                    if not is_busy(error) or time.monotonic() > until:
                        raise
                time.sleep(LOOK)
        finally:
            self.run(f"PRAGMA busy_timeout = {BUSY * 1000}")

    def _connect(self) -> None:
        if not self.database.is_closed():
            return
        self.database.connect()
        self._own.connection = self.database.connection()  # type: ignore[no-untyped-call]  # Peewee's stubs leave it out.
        with self._guard:
            for thread in [each for each in self._connections if not each.is_alive()]:
                self._connections.pop(thread).close()
            self._connections[threading.current_thread()] = self.connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except ERRORS as error:
            told = trouble(error, self.path)
            if told is None:
                raise
            raise told from error
