"""`Importer`: what a notebook takes in from elsewhere, and where it came from."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from convonote.store.incoming.records import Source
from convonote.store.reader import Reader

if TYPE_CHECKING:
    from convonote.intake.records import Taken
    from convonote.store.incoming.receiving import Receiving


class Importer(Reader):
    """The methods of `Notebook` that import, and that know sources."""

    def sources(self) -> list[Source]:
        """The sources that are remembered, the one that was imported first before the others."""
        from convonote.store.incoming import sources

        with self._base.reading():
            return sources.sources(self._base)

    def seen(self, folder: str, names: Sequence[str]) -> "Mapping[str, Taken]":
        """The files of a folder that were taken in as they were then, by name."""
        from convonote.store.incoming import sources

        with self._base.reading():
            return sources.seen(self._base, folder, names)

    def receive(self, source: str) -> "Receiving":
        """Take exchanges in from a source: `with notebook.receive(...) as into: into.add(...)`."""
        from convonote.store.incoming.receiving import Receiving

        return Receiving(self._base, source)

    def mark(self, taken: "Iterable[Taken]") -> None:
        """Note which files were taken in, or how far, once what was in them is stored."""
        from convonote.store.incoming import sources

        sources.mark(self._base, taken)

    def remember(self, path: str, *, kind: str, ended: bool) -> bool:
        """Remember a source by its absolute path; `ended`: it has just been read to its end.

        False where its name is no text, by which it could not be found again.
        """
        from convonote.store.incoming import sources

        return sources.remember(self._base, path, kind=kind, ended=ended)

    def forget(self, path: str) -> bool:
        """Remember a source no longer; what came from it stays. False if it was not known."""
        from convonote.store.incoming import sources

        return sources.forget(self._base, path)

    def undo_import(self) -> str:
        """Take the last import back; says what it was. Raises UndoError."""
        from convonote.store.incoming import receiving

        return receiving.undo_import(self._base)
