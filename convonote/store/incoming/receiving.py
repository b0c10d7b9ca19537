"""Import: batches of what came in become exchanges in conversations.

Transactions are short, so that another program that writes waits little; all those of one import
are one recorded change, which `taking_back.undo_import` takes back.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from types import TracebackType
from typing import Self

from convonote.intake.records import Card, Incoming
from convonote.store.base import Base
from convonote.store.changes import IMPORT
from convonote.store.incoming.arrival import sound
from convonote.store.incoming.batch import Batch
from convonote.store.incoming.correspondents import Correspondents
from convonote.store.incoming.gathering import gathered
from convonote.store.incoming.postponing import Postponed, fold_postponed
from convonote.store.incoming.records import Received
from convonote.store.incoming.taking_back import undo_import
from convonote.store.people.cards import CardBatch
from convonote.store.search import tidying
from convonote.store.turns import placing
from convonote.store.turns.folding import refold
from convonote.store.writing.titling import retitle

__all__ = ["Receiving", "undo_import"]

HELD = 0.03
"""Seconds of work in one transaction, for which no other program can write."""
HELD_BESIDE_OTHERS = 0.006
"""The same while another program writes now and then."""
BESIDE = 300.0
"""Seconds for which that is remembered of it."""
FEWEST, MOST = 20, 160
"""Exchanges in one transaction, so that they can be written in that time."""
GAP = 0.0008
"""Seconds between transactions at least, in which another program that waits comes in."""


class Receiving:
    """An import under way: `with notebook.receive(source) as into: into.add(batch)`.

    What was added stays, wherever the rest breaks off; adding it again adds nothing.
    """

    def __init__(self, base: Base, source: str, *, pause: float = GAP) -> None:
        self._base = base
        self._source = source
        self._pause = pause
        self._each = HELD_BESIDE_OTHERS / FEWEST
        """Seconds of work for one exchange, as it was of late."""
        self._version: int | None = None
        self._beside_until = 0.0
        """Until when another program may want to write again."""
        self._written = 0.0
        """When the last transaction was over."""
        self._change: int | None = None
        self._correspondents = Correspondents(base)
        self._first_made: int | None = None
        self._paced: set[int] = set()
        self._postponed = Postponed()
        self._chats: set[str] = set()
        """Chats of which lines were added."""
        self._cut: set[int] = set()
        """New conversations into which pauses cut these."""
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
            fold_postponed(self._base, self._paced)
            placing.finish_import(self._base, self._paced)

    def add(self, batch: Sequence[Incoming]) -> Received:
        """Take in some exchanges, in short transactions; gives the totals so far.

        A thousand at once take less than a hundred ten times, for they are gathered first.
        """
        together = gathered(batch)
        end = 0
        while end < len(together):
            # What is left is cut evenly, so that no transaction is for a few.
            parts = -(-(len(together) - end) // self._fitting())
            start, end = end, end + -(-(len(together) - end) // parts)
            some = [sound(each) for each in together[start:end]]
            self._leave_room()
            held = self._add(some)
            self._written = time.monotonic()
            # By small steps: a single slow one says little about the next.
            self._each += (held / len(some) - self._each) / 4
        return self.received

    def _fitting(self) -> int:
        """How many exchanges to write in one transaction."""
        beside = time.monotonic() < self._beside_until
        fitting = (HELD_BESIDE_OTHERS if beside else HELD) / self._each
        return int(max(FEWEST, min(fitting, MOST)))

    def _look_beside(self) -> None:
        """Notice whether another program has written, in the transaction under way."""
        version: int = self._base.value("PRAGMA data_version")
        if version != self._version:
            if self._version is not None:
                self._beside_until = time.monotonic() + BESIDE
            self._version = version

    def _leave_room(self) -> None:
        """Let another program that waits write, where nothing else has taken up the time."""
        left = self._written + self._pause - time.monotonic()
        if left > 0:
            time.sleep(left)

    def add_cards(self, batch: Sequence[Card]) -> Received:
        """Take in some cards as `add` takes exchanges: what brings nothing new is already there."""
        for start in range(0, len(batch), FEWEST):
            self._leave_room()
            self._add_cards(batch[start : start + FEWEST])
            self._written = time.monotonic()
        return self.received

    def _add_cards(self, some: Sequence[Card]) -> None:
        what = f"imported {self._source}"
        with self._base.writing(IMPORT, what, change=self._change) as recording:
            one = CardBatch(self._base, recording)
            one.write(some)
            refold(self._base, one.touched, paced=self._paced)
            changed = not recording.empty
            change = recording.change if changed else self._change
            if one.touched:
                placing.begin_import(self._base)
        self._change = change
        so_far = self.received
        self.received = replace(
            so_far,
            added=so_far.added + one.added,
            already=so_far.already + one.already,
            people=so_far.people + one.people,
        )

    def _add(self, some: Sequence[Incoming]) -> float:
        """Take in a few as one transaction; the seconds of work for which nobody else can write."""
        what = f"imported {self._source}"
        with self._base.writing(IMPORT, what, change=self._change) as recording:
            began = time.thread_time()
            self._look_beside()
            self._correspondents.begin(recording)
            one = Batch(self._base, recording, self._correspondents)
            one.write(some)
            refold(
                self._base,
                one.touched,
                grown=one.grown,
                at_hand=one.at_hand,
                made=one.made,
                paced=self._paced,
                postponed=self._postponed.of,
            )
            retitle(self._base, one.touched, grown=one.grown)
            change = self._change if recording.empty else recording.change
            if one.touched or one.grown:
                placing.begin_import(self._base)
            tidying.merge_some(self._base)
            recording.finish()
            self._correspondents.end()
        held = time.thread_time() - began
        self._change = change
        self._count(one)
        return held

    def _count(self, batch: Batch) -> None:
        if self._first_made is None and batch.made:
            self._first_made = min(batch.made)
        # A conversation made by this import may turn out to be part of another.
        gone = [
            id for id in batch.joined if self._first_made is not None and id >= self._first_made
        ]
        self._chats |= batch.chats
        self._cut = (self._cut | batch.cut) - batch.joined
        so_far = self.received
        self.received = Received(
            added=so_far.added + batch.added,
            already=so_far.already + batch.already,
            conversations=so_far.conversations + len(batch.made) - len(gone),
            people=so_far.people + self._correspondents.new,
            chats=len(self._chats),
            cut=len(self._cut),
        )
