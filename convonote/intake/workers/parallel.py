"""Messages read by other processes, in the order in which they were found.

The first ones are read in place, since starting a process takes as long as reading some hundred;
and so are those that are found until it has started, but for what looks costly.
Whatever becomes of such a process costs no more than the message that broke it; where none can be
had, all are read in place.
"""

import gc
import os
from collections import deque
from collections.abc import Collection, Generator, Iterable, Iterator
from itertools import islice

from convonote.intake.mail.message import RawMessage, parse_found
from convonote.intake.records import Card, Incoming, Refused, Skipped, SourceRead, Taken
from convonote.intake.workers.reading import Gone, Reader
from convonote.intake.workers.worker import MEMORY, SECONDS, SELDOM

Read = Incoming | Card | Refused | Skipped | Taken | SourceRead
Found = RawMessage | Read

BEFORE = 40
"""Messages read in place before a process is started for the rest."""
BATCH = 64
"""Messages handed over at once."""
BATCH_BYTES = 256 << 10
"""Bytes in one batch, but for one message that is larger by itself."""
AHEAD = 24
"""Batches that are handed over to one process ahead of their answers."""
AHEAD_BYTES = 12 << 20
"""Bytes in all batches at which none is added, so that large messages are held one at a time."""
PATIENCE = 60.0
"""Seconds after which a process that gives no answer, nor takes processor time, is given up."""
_COSTLY_BYTES = 1 << 20
_COSTLY_HEADERS = 200_000
_COSTLY_BOUNDARIES = 1_000


def parsed(
    found: Iterable[Found],
    *,
    before: int = BEFORE,
    readers: int | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    patience: float = PATIENCE,
) -> Generator[Read, None, None]:
    """Read the messages among what was found; the rest passes as it is, and the order stays.

    `readers` are the other processes, as many as the machine has cores for; a message that takes
    one of them more processor time or memory than given is refused, and so is one over which it
    stands still for longer than `patience`, in seconds.
    """
    coming = iter(found)
    first = _Batch()
    yield from _at_first(coming, before, first)
    first.fill(coming)
    if not first.items:
        return
    wanted = min(2, max(1, (os.cpu_count() or 1) - 1)) if readers is None else readers
    team = _Team(wanted, seconds, memory, patience)
    # What comes by the thousand makes few cycles, and looking for them takes a twentieth of it all.
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield from team.read(first, coming)
    finally:
        gc.set_threshold(*usual)
        team.end()


def is_costly(message: RawMessage) -> bool:
    """Whether it looks as if reading it might take long or much, or stand still over a disk."""
    raw = message.raw
    if len(raw) > _COSTLY_BYTES or message.keep_in is not None:
        return True
    if len(raw) > _COSTLY_HEADERS and not any(
        raw.find(blank, 0, _COSTLY_HEADERS) >= 0 for blank in (b"\n\n", b"\n\r\n")
    ):
        return True
    return raw.count(b"\n--") > _COSTLY_BOUNDARIES


class _Batch:
    """Some of what was found; once they are there, the records stand for the messages."""

    def __init__(self) -> None:
        self.items: list[Found] = []
        self.messages: list[RawMessage] = []
        """Those that are not read yet."""
        self.size = 0
        """Bytes that the messages have, or had."""

    def add(self, item: Found) -> None:
        """Add one thing that was found."""
        self.items.append(item)
        if isinstance(item, RawMessage):
            self.messages.append(item)
            self.size += len(item.raw)

    def fill(self, coming: Iterator[Found]) -> None:
        """Add what comes, until it is full."""
        while (
            len(self.messages) < BATCH and len(self.items) < 4 * BATCH and self.size < BATCH_BYTES
        ):
            item = next(coming, None)
            if item is None:
                return
            self.add(item)

    def answer(self, records: Iterable[Read]) -> None:
        """Put the records where the messages were, which are then let go."""
        read = iter(records)
        self.items = [next(read) if isinstance(item, RawMessage) else item for item in self.items]
        self.messages = []

    def read(self) -> Iterator[Read]:
        """What it holds."""
        return (item for item in self.items if not isinstance(item, RawMessage))


def _at_first(coming: Iterator[Found], most: int, left: _Batch) -> Iterator[Read]:
    """What is read in place before a process is started; the first costly one is `left`."""
    for item in islice(coming, most):
        if isinstance(item, RawMessage) and is_costly(item):
            left.add(item)
            return
        yield parse_found(item) if isinstance(item, RawMessage) else item


class _Team:
    """The processes that read, and what each has been given."""

    def __init__(self, wanted: int, seconds: float, memory: int, patience: float) -> None:
        self._limits = (seconds, memory, patience)
        self._readers = [Reader(*self._limits) for _ in range(wanted)]
        self._given: dict[Reader, deque[_Batch]] = {each: deque() for each in self._readers}

    def read(self, first: _Batch, coming: Iterator[Found]) -> Iterator[Read]:
        """All that comes, read; a few batches at a time are looked ahead."""
        waiting = deque([first])
        self._give(first)
        while True:
            while self._may_look_ahead(waiting):
                batch = _Batch()
                batch.fill(coming)
                if not batch.items:
                    break
                waiting.append(batch)
                self._give(batch)
            if not waiting:
                return
            batch = waiting.popleft()
            self._finish(batch)
            yield from batch.read()

    def _may_look_ahead(self, waiting: Collection[_Batch]) -> bool:
        if len(waiting) >= AHEAD * sum(reader.ready for reader in self._readers) + 1:
            return False
        return sum(batch.size for batch in waiting) < AHEAD_BYTES

    def end(self) -> None:
        """Leave no process behind."""
        for reader in self._readers:
            reader.end()

    def _give(self, batch: _Batch) -> None:
        """Hand a batch to who has least to do, unless nobody is ready yet."""
        if not batch.messages:
            return
        for reader in [*self._readers]:
            self._collect(reader)
        ready = [reader for reader in self._readers if reader.ready]
        if not ready and any(map(is_costly, batch.messages)):
            ready = self._first_ready()
        if ready:
            reader = min(ready, key=lambda one: len(self._given[one]))
            reader.send(batch.messages)
            self._given[reader].append(batch)

    def _first_ready(self) -> list[Reader]:
        """Wait for a process to start, if there is one that does."""
        while self._readers:
            reader = self._readers[0]
            if reader.wait_until_ready():
                return [reader]
            del self._given[self._readers.pop(0)]
            reader.end()
        return []

    def _finish(self, batch: _Batch) -> None:
        """See to it that a batch has its records."""
        while batch.messages and (reader := self._holder(batch)) is not None:
            self._collect(reader, wait=True)
        if batch.messages:
            batch.answer(map(parse_found, batch.messages))

    def _holder(self, batch: _Batch) -> Reader | None:
        return next((one for one in self._readers if batch in self._given[one]), None)

    def _collect(self, reader: Reader, *, wait: bool = False) -> None:
        """Take the answers of a process that are there; with `wait`, one of them at least."""
        given = self._given[reader]
        try:
            for records in reader.answers(wait=wait):
                given.popleft().answer(records)
        except Gone:
            self._replace(reader)

    def _replace(self, reader: Reader) -> None:
        """Start a process anew, and find out which message it was that broke the last one."""
        given = self._given.pop(reader)
        self._readers.remove(reader)
        reader.end()
        if given:
            batch = given.popleft()
            batch.answer(self._one_by_one(batch.messages))
        again = Reader(*self._limits)
        if not again.wait_until_ready():
            again.end()
            return
        self._readers.append(again)
        self._given[again] = given
        for batch in given:
            again.send(batch.messages)

    def _one_by_one(self, messages: list[RawMessage]) -> list[Read]:
        """Read the messages over which a process ended, each of which may end another."""
        records: list[Read] = []
        reader: Reader | None = None
        for message in messages:
            if reader is None:
                reader = Reader(*self._limits)
                if not reader.wait_until_ready():
                    reader.end()
                    return records + [parse_found(each) for each in messages[len(records) :]]
            try:
                reader.send([message])
                for answer in reader.answers(wait=True):
                    records += answer
            except Gone as gone:
                records.append(Refused(message.source, str(gone), again=True))
                reader.end()
                reader = None
        if reader is not None:
            reader.end()
        return records
