"""Reading what comes in into the notebook: what the verb and the screens share.

Knows neither the command line nor the screens; whoever calls shows the progress.
"""

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from convonote.config import Address
from convonote.importing.marking import Marks, counting
from convonote.importing.result import ImportResult, OnProgress, Stopped, Trouble
from convonote.importing.sampling import Sample
from convonote.importing.whose_chats import WhoseChats
from convonote.importing.whose_mail import Sought, WhoseMailError, find_out
from convonote.intake.content import Item
from convonote.intake.formats import Format, SourceError, recognise
from convonote.intake.identity import guess_me
from convonote.intake.known import nothing_known
from convonote.intake.records import Card, Incoming, Refused, Skipped, SourceRead, Taken
from convonote.intake.sources import STDIN, Reading, find, holds, measure
from convonote.intake.workers.parallel import Read, parsed
from convonote.store.incoming.receiving import Receiving
from convonote.store.notebook import Notebook

__all__ = ["ImportResult", "Stopped", "WhoseMailError", "run_import"]

BATCH = 1_000
"""Messages that are handed to the notebook at once, of which it makes several transactions."""
BATCH_TEXT = 2 << 20
"""Characters of them at which no more are."""
TOLD = 100
"""Messages looked at beforehand after which the progress is shown again."""


def run_import(
    notebook: Notebook,
    sources: Sequence[str | Path] | None = None,
    *,
    stdin: BinaryIO | None = None,
    me: Sequence[Address] = (),
    again: bool = False,
    keep_in: str | None = None,
    on_progress: OnProgress | None = None,
) -> ImportResult:
    """Take in what is new in the sources, or in all remembered ones; a bad source is refused.

    `me` are the user's own addresses; without any, here or in the notebook, they are guessed from
    what comes in. `again` reads also the files that were read before; `keep_in` is the folder for
    attachments. Ctrl+C stops it as Stopped does. Raises WhoseMailError, where nothing was
    added, and NotebookError.
    """
    remembered = {source.path: source.kind for source in notebook.sources()}
    if sources is None:
        sources = [path for path, kind in remembered.items() if not _has_served(path, kind)]
        gone = [path for path, kind in remembered.items() if _has_served(path, kind)]
        for path in gone:
            notebook.forget(path)
    run = _Import(notebook, sources, stdin, me, again, keep_in, on_progress, remembered)
    try:
        run.take_in()
    except (Stopped, KeyboardInterrupt):
        run.result.stopped = True
    return run.result


def _has_served(path: str, kind: str) -> bool:
    """Whether it was one message in a file that is there no more: nothing can follow in it."""
    return kind == Format.MESSAGE.value and not os.path.lexists(path)


_NOTES = (Taken, SourceRead)


@dataclass(slots=True)
class _Batch:
    """Some of what came in, and what is to be noted once it is stored."""

    messages: list[Incoming] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    notes: list[Taken | SourceRead] = field(default_factory=list)


class _Import:
    """One import under way."""

    def __init__(
        self,
        notebook: Notebook,
        sources: Sequence[str | Path],
        stdin: BinaryIO | None,
        me: Sequence[Address],
        again: bool,
        keep_in: str | None,
        on_progress: OnProgress | None,
        remembered: Iterable[str],
    ) -> None:
        self.result = ImportResult()
        self._notebook = notebook
        self._sources = sources
        self._on_progress = on_progress
        self._remembered = set(remembered)
        known = {value.casefold() for _, value in notebook.me.addresses}
        self._somebody = bool(known)
        """The notebook knows an address of its user."""
        self._sought = Sought(one for one in me if one[1].casefold() not in known)
        # A new address of the user's may be in what was read long ago.
        whole = again or bool(self._sought.missing)
        look_up = nothing_known if whole else notebook.seen
        self._reading = Reading(stdin, look_up, keep_in, notebook.zone)
        self._marks = Marks(notebook, self.result.troubles.append)
        self._sample = Sample()
        self._whose_chats = WhoseChats(notebook, self._all_lines)

    def take_in(self) -> None:
        """All of it; raises Stopped or KeyboardInterrupt when it is to stop."""
        if self._on_progress is not None:
            self._tell()
            self.result.progress.total = measure(self._sources, self._reading)
        with closing(self._read(self._sources, self._reading)) as items:
            messages: Sequence[Incoming] = ()
            if self._sought.missing or not self._somebody:
                self._sample.take(self._watched(items))
                messages = self._telling()
                find_out(self._notebook, self._sought, messages, self._behind, self.result)
            passing = self._whose_chats.passing(chain(self._sample.items, items))
            self._store(self._batches(counting(passing)))
        self.result.guess = self.result.guess or self._whose_chats.guess
        if self._sought.missing and self.result.looked_at:
            self.result.absent = self._sought.values
            self.result.likely = guess_me(messages).first

    def _read(self, sources: Sequence[str | Path], reading: Reading) -> Generator[Read, None, None]:
        """What all sources hold; one that cannot be read is refused, and the rest goes on."""
        yield from parsed(chain.from_iterable(self._found(source, reading) for source in sources))

    def _found(self, source: str | Path, reading: Reading) -> Iterator[Item | Taken | SourceRead]:
        if str(source) == STDIN:
            try:
                yield from find([source], reading)
            except SourceError as problem:
                yield Refused(str(source), str(problem))
            return
        path = os.path.abspath(source)
        try:
            kind = recognise(source).value
            begun = False
            for item in find([source], reading):
                if not begun and holds(item) and not isinstance(item, Refused):
                    # Stopped on the way, it is gone on with the next time.
                    yield SourceRead(path, kind, ended=False)
                    begun = True
                yield item
            yield SourceRead(path, kind, ended=True)
        except SourceError as problem:
            reason = str(problem)
            if path in self._remembered and not os.path.lexists(path):
                reason += f"; if it is gone for good: convonote import --forget {path}"
            yield Refused(str(source), reason)

    def _watched(self, items: Iterable[Read]) -> Iterator[Read]:
        """The same, while it is told how many messages were looked at."""
        looked_at = 0
        for item in items:
            if isinstance(item, Incoming):
                looked_at += 1
                self.result.looked_at = max(self.result.looked_at, looked_at)
                if looked_at % TOLD == 0:
                    self._tell()
            yield item

    def _telling(self) -> Sequence[Incoming]:
        """Messages enough to tell whose mail it is."""
        if self._sample.crowded and not self._somebody:
            # Behind so much else, they are looked for without holding that too.
            first = Sample()
            first.take(self._behind())
            return first.messages or self._sample.messages
        return self._sample.messages

    def _behind(self) -> Iterator[Incoming]:
        """What comes behind the sample: read from the start, as it is too much to be held."""
        if self._sample.whole:
            return
        sources = [source for source in self._sources if str(source) != STDIN]
        with closing(self._read(sources, Reading())) as items:
            yield from (one for one in self._watched(items) if isinstance(one, Incoming))

    def _all_lines(self) -> Iterator[Incoming]:
        """The lines of all chats, read from the start."""
        for source in self._sources:
            if str(source) == STDIN:
                continue
            with suppress(SourceError):
                found = find([source], Reading())
                yield from (one for one in found if isinstance(one, Incoming) and one.chat)

    def _batches(self, items: Iterable[Read]) -> Iterator[_Batch]:
        """Messages and cards some at a time; what was refused and skipped is noted at once."""
        batch = _Batch()
        text = 0
        for item in items:
            # What is to be noted of a message stands right behind it.
            whole = not isinstance(item, _NOTES)
            held = max(len(batch.messages) + len(batch.cards), len(batch.notes) // 2)
            if whole and (held >= BATCH or text >= BATCH_TEXT):
                yield batch
                batch, text = _Batch(), 0
            if isinstance(item, Incoming):
                text += len(item.text) + len(item.packed or item.original or "")
                self._sought.look_at(item)
                batch.messages.append(item)
                if item.trouble:
                    self.result.troubles.append(Trouble(item.source, item.trouble))
            elif isinstance(item, Card):
                batch.cards.append(item)
            elif isinstance(item, Refused):
                self.result.refused.append(item)
            elif isinstance(item, Skipped):
                self.result.skipped += 1
            else:
                batch.notes.append(item)
        yield batch

    def _store(self, batches: Iterator[_Batch]) -> None:
        """Write the batches; what was stored is noted, however it ends."""
        into: Receiving | None = None
        try:
            with ExitStack() as receiving:
                try:
                    for batch in batches:
                        if into is None and (batch.messages or batch.cards):
                            into = receiving.enter_context(self._notebook.receive(self._named()))
                        if into is not None:
                            self._add(into, batch)
                        self._marks.add(batch.notes)
                        self._tell()
                except (Stopped, KeyboardInterrupt):
                    # The notebook is left in order before it goes on to stop.
                    self.result.stopped = True
                if into is not None:
                    self.result.received = into.received
        finally:
            self._marks.write()
        if late := self._sought.take_found():
            self._notebook.set_me(None, late)
        self.result.unchanged = self._reading.unchanged
        if self.result.stopped:
            raise Stopped

    def _add(self, into: Receiving, batch: _Batch) -> None:
        if batch.messages:
            into.add(batch.messages)
        if batch.cards:
            into.add_cards(batch.cards)
        self.result.received = into.received

    def _named(self) -> str:
        """What the import is called when it is to be taken back."""
        named = ", ".join(
            "standard input" if str(source) == STDIN else Path(source).name or str(source)
            for source in self._sources
        )
        return named.encode("utf-8", "replace").decode()

    def _tell(self) -> None:
        if self._on_progress is None:
            return
        self.result.unchanged = self._reading.unchanged
        progress = self.result.progress
        progress.done = self._reading.done
        progress.messages = max(self.result.read, self.result.looked_at)
        self._on_progress(self.result)
