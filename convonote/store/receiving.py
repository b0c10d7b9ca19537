"""Import: batches of what came in become exchanges in conversations.

Transactions are short, so that another program that writes waits little; all those of one import
are one recorded change, which `taking_back.undo_import` takes back.
"""

import time
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from convonote.intake.records import Incoming
from convonote.store import placing
from convonote.store.base import Base
from convonote.store.batch import Batch
from convonote.store.changes import IMPORT
from convonote.store.correspondents import Correspondents
from convonote.store.folding import refold
from convonote.store.records import Received
from convonote.store.taking_back import undo_import
from convonote.store.titling import retitle

__all__ = ["Receiving", "undo_import"]

AT_ONCE = 40
"""Exchanges in one transaction, for which another program's save waits some 30 ms."""


class Receiving:
    """An import under way: `with notebook.receive(source) as into: into.add(batch)`.

    What was added stays, wherever the rest breaks off; adding it again adds nothing.
    """

    def __init__(self, base: Base, source: str, *, pause: float = placing.PAUSE) -> None:
        self._base = base
        self._source = source
        self._pause = pause
        self._change: int | None = None
        self._correspondents = Correspondents(base)
        self._first_made: int | None = None
        self._paced: set[int] = set()
        self.received = Received()
        """What it did so far."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # After an error the queue is placed when the notebook is opened next.
        if kind is None:
            placing.finish_import(self._base, self._paced)

    def add(self, batch: Sequence[Incoming]) -> Received:
        """Take in some exchanges, in short transactions; gives the totals so far."""
        for start in range(0, len(batch), AT_ONCE):
            if self._add(batch[start : start + AT_ONCE]) and self._pause:
                time.sleep(self._pause)
        return self.received

    def _add(self, some: Sequence[Incoming]) -> bool:
        """Take in a few as one transaction; False where nothing was changed by them."""
        what = f"imported {self._source}"
        with self._base.writing(IMPORT, what, change=self._change) as recording:
            self._correspondents.begin(recording)
            one = Batch(self._base, recording, self._correspondents)
            one.write(some)
            refold(self._base, one.touched, grown=one.grown, paced=self._paced)
            retitle(self._base, one.touched, grown=one.grown)
            moved = bool(one.touched or one.grown)
            changed = moved or not recording.empty
            change = self._change if recording.empty else recording.change
            if moved:
                placing.begin_import(self._base)
            self._correspondents.end()
        self._change = change
        self._count(one)
        return changed

    def _count(self, batch: Batch) -> None:
        if self._first_made is None and batch.made:
            self._first_made = min(batch.made)
        # A conversation made by this import may turn out to be part of another.
        gone = [
            id for id in batch.joined if self._first_made is not None and id >= self._first_made
        ]
        so_far = self.received
        self.received = Received(
            added=so_far.added + batch.added,
            already=so_far.already + batch.already,
            conversations=so_far.conversations + len(batch.made) - len(gone),
            people=so_far.people + self._correspondents.new,
        )
