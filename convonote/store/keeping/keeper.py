"""The methods of `Notebook` that care for it as a whole."""

from pathlib import Path
from typing import TYPE_CHECKING

from convonote.store.reader import Reader
from convonote.store.records import Conversation
from convonote.store.turns import queue

if TYPE_CHECKING:
    from convonote.store.keeping.copying import Progress
    from convonote.store.keeping.records import Copy, Purged


class Keeper(Reader):
    """Reads all of it, makes copies of it, and erases what was deleted."""

    def conversations(self, *, after: int = 0, limit: int = 200) -> list[Conversation]:
        """The conversations whose id is greater than `after`, in the order they were made."""
        with self._base.reading():
            return queue.made_after(self._base, after, limit)

    def backup(self, target: Path | None = None, *, progress: "Progress | None" = None) -> "Copy":
        """Copy all of it to a new file and check the copy; None: among its backups, by date.

        `store.keeping.putting_back.put_back` puts one back. Raises NotebookError.
        """
        from convonote.store.keeping import backup

        return backup.backup(self._base, target, progress)

    def purge(self) -> "Purged":
        """Erase for good what is marked as deleted; what was done to it is undone no more."""
        from convonote.store.keeping import purging

        return purging.purge(self._base)
