"""Noting what was taken in, once it is stored, so that it need not be read again."""

from collections.abc import Iterable
from time import monotonic

from convonote.intake.records import SourceRead, Taken
from convonote.store.notebook import Notebook

_EVERY = 2.0
"""Seconds between two notes, each of which has to reach the disk."""


class Marks:
    """Notes of what was stored, written now and then."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._taken: list[Taken] = []
        self._read: list[SourceRead] = []
        self._written = monotonic()

    def add(self, notes: Iterable[Taken | SourceRead]) -> None:
        """Take notes of what is stored by now."""
        for note in notes:
            if isinstance(note, Taken):
                self._taken.append(note)
            else:
                self._read.append(note)
        if self._read or monotonic() - self._written > _EVERY:
            self.write()

    def write(self) -> None:
        """Write those that are not written yet."""
        if self._taken:
            self._notebook.mark(self._taken)
        for one in self._read:
            self._notebook.remember(one.path, kind=one.kind, ended=one.ended)
        self._taken, self._read = [], []
        self._written = monotonic()
