"""The part of `Notebook` that is about promises: the list of them and what the user settles."""

from collections.abc import Sequence
from datetime import date

from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import PromiseState
from convonote.store.errors import Refused
from convonote.store.people import people
from convonote.store.promises.records import PromiseRow, Report
from convonote.store.reader import Reader
from convonote.store.turns import queue


class PromiseList(Reader):
    """What can be asked and said of promises; each change is one that `undo` takes back."""

    def promises(
        self,
        whose: str = "all",
        states: Sequence[PromiseState] = (PromiseState.OPEN,),
        person: int | None = None,
        conversation: int | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[PromiseRow]:
        """Promises with topic, people and who settled them; overdue and due ones first.

        `whose` is `all`, `mine` or `theirs`; with `person`, what they promised anywhere and what
        the user promised in conversations with them.
        """
        from convonote.store.promises import listing

        with self._base.reading():
            which = listing.Filter(
                whose,
                person=None if person is None else people.followed(self._base, person),
                conversation=None if conversation is None else self._followed(conversation),
            )
            return listing.promised(self._base, which, states, offset=offset, limit=limit)

    def promise(self, id: int) -> PromiseRow | None:
        """One promise, with topic, people and who settled it."""
        from convonote.store.promises import listing

        with self._base.reading():
            return listing.promise(self._base, id)

    def promise_counts(self, whose: str = "all", words: str = "") -> dict[PromiseSection, int]:
        """How many promises stand in each section, 0 too; each word stands in what is promised,
        in the owner's name or in the topic."""
        from convonote.store.promises import listing

        with self._base.reading():
            return listing.counts(self._base, listing.Filter(whose, words))

    def promises_in(
        self,
        section: PromiseSection,
        whose: str = "all",
        words: str = "",
        *,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[PromiseRow]:
        """A window of a section of the list of promises."""
        from convonote.store.promises import listing

        with self._base.reading():
            which = listing.Filter(whose, words)
            return listing.in_section(self._base, section, which, offset=offset, limit=limit)

    def place_of_promise(
        self, promise: int, whose: str = "all", words: str = ""
    ) -> tuple[PromiseSection, int] | None:
        """The section in which a promise stands, and its place there, from 0."""
        from convonote.store.promises import listing

        with self._base.reading():
            return listing.place_of(self._base, promise, listing.Filter(whose, words))

    def reports(
        self, *, conversation: int | None = None, exchange: int | None = None
    ) -> list[Report]:
        """What was said of open promises in a conversation or an exchange, not taken yet."""
        from convonote.store.promises import promises

        with self._base.reading():
            if exchange is not None:
                return promises.reports_in(self._base, [exchange])
            if conversation is None:
                raise ValueError("reports are those of a conversation or of an exchange")
            rows = promises.open_in(self._base, [self._followed(conversation)])
            return promises.reports_of(self._base, [row[0] for row in rows])

    # Changes

    def set_promise(self, promise: int, state: PromiseState) -> None:
        """Say where a promise stands."""
        from convonote.store.promises import settling

        settling.settle(self._base, promise, state)

    def set_due(self, promise: int, due: date | None) -> None:
        """Give a promise another due date, or none."""
        from convonote.store.promises import settling

        settling.set_due(self._base, promise, due)

    def add_promise(
        self,
        conversation: int,
        what: str,
        *,
        owner: int | None = None,
        due: date | None = None,
        exchange: int | None = None,
    ) -> PromiseRow:
        """Write down a promise that stands in no text; `owner` None is the user."""
        from convonote.store.promises import settling

        id = settling.add(self._base, conversation, what, owner=owner, due=due, exchange=exchange)
        added = self.promise(id)
        assert added is not None
        return added

    def take_report(self, report: int) -> None:
        """Take it that a promise is kept or let go because somebody said so."""
        from convonote.store.promises import settling

        settling.take_report(self._base, report)

    def dismiss_report(self, report: int) -> None:
        """Take it that a promise is open, whatever seemed to be said of it."""
        from convonote.store.promises import settling

        settling.dismiss_report(self._base, report)

    def _followed(self, conversation: int) -> int:
        kept = queue.followed(self._base, conversation)
        if kept is None:
            raise Refused("this conversation is no longer there; it was deleted meanwhile")
        return kept
