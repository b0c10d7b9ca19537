"""`DraftKeeper`: what is being written and not yet said, as a notebook keeps it."""

from collections.abc import Iterable

from convonote.conversation.records import Kind
from convonote.store.reader import Reader
from convonote.store.records import Draft


class DraftKeeper(Reader):
    """The methods of `Notebook` for drafts."""

    def drafts(self) -> list[Draft]:
        """All drafts, the latest first."""
        from convonote.store.writing import drafts

        with self._base.reading():
            return drafts.drafts(self._base)

    def save_draft(
        self,
        draft: Draft | None,
        *,
        conversation: int | None,
        answers: int | None,
        kind: Kind,
        channel: str,
        author: int | None,
        people: Iterable[int],
        topic: str,
        text: str,
        edits: int | None = None,
        cc: Iterable[int] = (),
        words: str = "",
    ) -> Draft:
        """Keep what is being written; it is on disk when this returns.

        `edits` is the exchange whose text it is to replace; `words` is given back as it is.
        """
        from convonote.store.writing import drafts

        return drafts.save(
            self._base,
            draft,
            conversation=conversation,
            answers=answers,
            kind=kind,
            channel=channel,
            author=author,
            people=people,
            topic=topic,
            text=text,
            edits=edits,
            cc=cc,
            words=words,
        )

    def drop_draft(self, draft: int) -> None:
        """Throw a draft away."""
        from convonote.store.writing import drafts

        drafts.drop(self._base, draft)
