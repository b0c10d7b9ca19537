"""The part of `Notebook` that is about conversations that have to do with each other."""

from typing import TYPE_CHECKING

from convonote.store.reader import Reader

if TYPE_CHECKING:
    from convonote.store.links.records import Likely, Linked


class Links(Reader):
    """What may be one, and what is linked; each change is one that `undo` takes back."""

    def likely(self, conversation: int, *, limit: int = 5) -> "list[Likely]":
        """Conversations that may be one with this one: same people, near in time, like words."""
        from convonote.store.links import likely

        with self._base.reading():
            return likely.likely_to(self._base, conversation, limit)

    def exchange(self, uid: str) -> int | None:
        """The key of the exchange with a uid, if it is there."""
        with self._base.reading():
            found: int | None = self._base.value(
                "SELECT id FROM exchange WHERE uid = ? AND deleted_at IS NULL",
                (uid.strip().lower(),),
            )
        return found

    def linked(self, conversation: int) -> "list[Linked]":
        """The conversations that are linked to this one, the oldest link first."""
        from convonote.store.links import linking

        with self._base.reading():
            return linking.linked(self._base, conversation)

    def link(self, conversation: int, other: int) -> None:
        """Say that two conversations have to do with each other, and yet are two."""
        from convonote.store.links import linking

        linking.link(self._base, conversation, other)

    def unlink(self, link: int) -> None:
        """Take a link away; its key is in `linked`."""
        from convonote.store.links import linking

        linking.unlink(self._base, link)
