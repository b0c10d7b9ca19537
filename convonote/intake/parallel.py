"""Messages read by other processes, in the order in which they were found.

The first ones are read in place, since starting a process takes as long as reading some hundred;
and so are those that are found until it has started.
Whatever becomes of such a process costs no more than the message that broke it; where none can be
had, all are read in place.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from convonote.intake.message import RawMessage, parse_found
from convonote.intake.reading import Gone, Reader
from convonote.intake.records import Card, Incoming, Refused, Skipped, SourceRead, Taken
from convonote.intake.worker import MEMORY, SECONDS

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
_BROKE = "reading it broke off: it takes too long or too much memory"


def parsed(
    found: Iterable[Found],
    *,
    before: int = BEFORE,
    readers: int | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Generator[Read, None, None]:
    """Read the messages among what was found; the rest passes as it is, and the order stays.

    `readers` are the other processes, as many as the machine has cores for; a message that takes
    one of them more processor time or memory than given is refused.
    """
    coming = iter(found)
    for item in islice(coming, before):
        yield parse_found(item) if isinstance(item, RawMessage) else item
    first = next(coming, None)
    if first is None:
        return
    wanted = min(2, max(1, (os.cpu_count() or 1) - 1)) if readers is None else readers
    team = _Team(wanted, seconds, memory)
    try:
        yield from team.read(_batches(first, coming))
    finally:
        team.end()


@dataclass(slots=True, eq=False)
class _Batch:
    """Some of what was found, and the records of the messages in it once they are there."""

    items: list[Found]
    messages: list[RawMessage] = field(default_factory=list)
    records: list[Read] | None = None

    def __iter__(self) -> Iterator[Read]:
        read = iter(self.records or ())
        for item in self.items:
            yield next(read) if isinstance(item, RawMessage) else item


def _batches(first: Found, coming: Iterator[Found]) -> Iterator[_Batch]:
    """What is found, some at a time."""
    item: Found | None = first
    while item is not None:
        batch, size = _Batch([]), 0
        while item is not None:
            batch.items.append(item)
            if isinstance(item, RawMessage):
                batch.messages.append(item)
                size += len(item.raw)
            full = len(batch.messages) >= BATCH or len(batch.items) >= 4 * BATCH
            if full or size >= BATCH_BYTES:
                break
            item = next(coming, None)
        yield batch
        item = next(coming, None)


class _Team:
    """The processes that read, and what each has been given."""

    def __init__(self, wanted: int, seconds: float, memory: int) -> None:
        self._limits = (seconds, memory)
        self._readers = [Reader(*self._limits) for _ in range(wanted)]
        self._given: dict[Reader, deque[_Batch]] = {each: deque() for each in self._readers}

    def read(self, batches: Iterator[_Batch]) -> Iterator[Read]:
        """All of the batches, read; a few at a time are looked ahead."""
        waiting: deque[_Batch] = deque()
        while True:
            while len(waiting) < AHEAD * sum(reader.ready for reader in self._readers) + 1:
                batch = next(batches, None)
                if batch is None:
                    break
                waiting.append(batch)
                self._give(batch)
            if not waiting:
                return
            batch = waiting.popleft()
            self._finish(batch)
            yield from batch

    def end(self) -> None:
        """Leave no process behind."""
        for reader in self._readers:
            reader.end()

    def _give(self, batch: _Batch) -> None:
        """Hand a batch to who has least to do, unless nobody is ready yet."""
        if not batch.messages:
            batch.records = []
            return
        for reader in [*self._readers]:
            self._collect(reader)
        ready = [reader for reader in self._readers if reader.ready]
        if ready:
            reader = min(ready, key=lambda one: len(self._given[one]))
            reader.send(batch.messages)
            self._given[reader].append(batch)

    def _finish(self, batch: _Batch) -> None:
        """See to it that a batch has its records."""
        while batch.records is None and (reader := self._holder(batch)) is not None:
            self._collect(reader, wait=True)
        if batch.records is None:
            batch.records = [parse_found(message) for message in batch.messages]

    def _holder(self, batch: _Batch) -> Reader | None:
        return next((one for one in self._readers if batch in self._given[one]), None)

    def _collect(self, reader: Reader, *, wait: bool = False) -> None:
        """Take the answers of a process that are there; with `wait`, one of them at least."""
        given = self._given[reader]
        try:
            for records in reader.answers(wait=wait):
                given.popleft().records = list(records)
        except Gone:
            self._replace(reader)

    def _replace(self, reader: Reader) -> None:
        """Start a process anew, and find out which message it was that broke the last one."""
        given = self._given.pop(reader)
        self._readers.remove(reader)
        reader.end()
        if given:
            batch = given.popleft()
            batch.records = self._one_by_one(batch.messages)
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
            except Gone:
                records.append(Refused(message.source, _BROKE))
                reader.end()
                reader = None
        if reader is not None:
            reader.end()
        return records
