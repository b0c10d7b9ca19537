"""Noting what was taken in, once it is stored, so that it need not be read again."""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic

from convonote.importing.result import Trouble
from convonote.intake.records import Refused, SourceRead, Taken
from convonote.intake.workers.parallel import Read
from convonote.store.notebook import Notebook

_EVERY = 2.0
"""Seconds between two notes, each of which has to reach the disk."""


def counting(items: Iterable[Read]) -> Iterator[Read]:
    """All but the notes of files that are to be read again, since something in them was refused."""
    refused = again = False
    left: tuple[str, str] | None = None
    for item in items:
        if isinstance(item, Taken):
            file = item.folder, item.name
            if again:
                # Of an mbox more notes may follow; none counts from there on.
                left, again = file, False
            counts = file != left and not (item.unless_refused and refused)
            refused = False
            if not counts:
                continue
        else:
            refused = isinstance(item, Refused)
            again |= isinstance(item, Refused) and item.again
        yield item


class Marks:
    """Notes of what was stored, written now and then."""

    def __init__(self, notebook: Notebook, told: Callable[[Trouble], None]) -> None:
        """`told` is given each source that cannot be remembered."""
        self._notebook = notebook
        self._told = told
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
            kept = self._notebook.remember(one.path, kind=one.kind, ended=one.ended)
            if one.ended and not kept:
                shown = one.path.encode("utf-8", "replace").decode()
                self._told(Trouble(shown, "it is not remembered, as its name is no UTF-8"))
        self._taken, self._read = [], []
        self._written = monotonic()
