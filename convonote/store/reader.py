"""What is asked of a notebook most; the rooms' own parts of `Notebook` answer the rest."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from convonote.conversation.turn_records import Section
from convonote.store.base import Base
from convonote.store.people import people, spoken
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation, Entry, Match, Window
from convonote.store.search.records import Found, Hit
from convonote.store.turns import queue
from convonote.store.writing import originals, timeline

if TYPE_CHECKING:
    from convonote.store.totals import Totals

_WINDOW = 200
"""Exchanges of a timeline that are read at a time where all of it is."""


class Reader:
    """The methods of `Notebook` that change nothing; each sees the notebook at one moment."""

    def __init__(self, base: Base) -> None:
        self._base = base

    @property
    def path(self) -> Path:
        """The file it is in."""
        return self._base.path

    @property
    def zone(self) -> tzinfo:
        """The user's time zone, in which days begin."""
        return self._base.zone

    @property
    def chat_pause(self) -> int:
        """After how many microseconds of silence another conversation begins in a chat."""
        return self._base.chat_pause

    def now(self) -> int:
        """The present moment by the notebook's clock."""
        return self._base.now()

    def totals(self) -> "Totals":
        """How much there is."""
        from convonote.store.totals import totals

        with self._base.reading():
            return totals(self._base)

    def data_version(self) -> int:
        """A number that differs when something has been written since, by any program."""
        return self._base.data_version()

    def written(self) -> int:
        """A number that grows with what this thread writes."""
        return self._base.written()

    def close_thread(self) -> None:
        """Close this thread's connection; it is opened again when needed."""
        self._base.close_thread()

    # Who

    @property
    def me(self) -> Person:
        """The user, with addresses."""
        with self._base.reading():
            return people.me(self._base)

    def people(self, words: str = "", *, offset: int = 0, limit: int | None = None) -> list[Person]:
        """The contact list by name, without addresses; each word stands in a name or address."""
        with self._base.reading():
            return people.people(self._base, words, offset=offset, limit=limit)

    def person(self, id: int) -> Person | None:
        """One person, with addresses."""
        with self._base.reading():
            return people.person(self._base, id)

    def spoken_with(self, people: Iterable[int], *, since: int) -> dict[int, int]:
        """How many exchanges since a moment each of them said or was addressed in; 0 left out."""
        with self._base.reading():
            return spoken.spoken_with(self._base, people, since)

    # The queue

    def counts(self) -> dict[Section, int]:
        """How many conversations stand in each section, 0 too; in *reach out* people."""
        with self._base.reading():
            found = queue.counts(self._base)
            if self._base.row("SELECT 1 FROM rhythm WHERE deleted_at IS NULL LIMIT 1"):
                from convonote.store.rhythm import reaching

                found[Section.REACH_OUT] = reaching.count(self._base)
            return found

    def turns(
        self, section: Section | None = None, *, offset: int = 0, limit: int | None = None
    ) -> list[Conversation]:
        """A window of a section; None: mine, nudge, theirs and later, one after the other."""
        with self._base.reading():
            return queue.turns(self._base, section, offset=offset, limit=limit)

    def place_of(self, conversation: int) -> tuple[Section, int] | None:
        """The section in which a conversation stands, and its place there, from 0."""
        with self._base.reading():
            return queue.place_of(self._base, conversation)

    def conversation(self, id: int) -> Conversation | None:
        """One conversation; a joined one is the one it was joined to."""
        with self._base.reading():
            return queue.conversation(self._base, id)

    def when_left(self, conversation: int) -> dict[int, int]:
        """By person when it was last noted that they left; they may have spoken since."""
        from convonote.store.turns import leaving

        with self._base.reading():
            return leaving.when_left(self._base, conversation)

    def neighbour(self, conversation: int | None, *, step: int) -> int | None:
        """The next (1) or previous (-1) conversation where it is my turn, going round."""
        with self._base.reading():
            return queue.neighbour(self._base, conversation, step)

    def with_people(self, people: Iterable[int]) -> list[Conversation]:
        """The conversations with exactly these people (and me), who waits longest first."""
        with self._base.reading():
            return queue.with_people(self._base, people)

    def with_person(self, person: int) -> list[Conversation]:
        """The conversations that somebody is in, in the order of the queue."""
        with self._base.reading():
            return queue.with_person(self._base, person)

    def conversation_ids(self, person: int) -> list[int]:
        """The same by id: who is in ten thousand has no need to read them all."""
        with self._base.reading():
            return queue.ids_with(self._base, person, tuple(Section))

    def these_conversations(self, ids: Sequence[int]) -> list[Conversation]:
        """These conversations in this order, without those that are not there any more."""
        with self._base.reading():
            return queue.shown(self._base, queue.there(self._base, ids))

    def next_change(self) -> int | None:
        """The next moment at which `settle` will have something to do."""
        with self._base.reading():
            return queue.next_change(self._base)

    # A timeline

    def timeline(self, conversation: int, *, start: int | None = None, limit: int = 40) -> Window:
        """A window of a timeline from place `start`, from the end where that is negative.

        None opens where reading begins: at what waits for an answer, else at the end.
        """
        with self._base.reading():
            return timeline.window(self._base, conversation, start=start, limit=limit)

    def entries(self, conversation: int) -> Iterator[Entry]:
        """A whole timeline, the oldest first, however long: read a window at a time."""
        start = 0
        while True:
            window = self.timeline(conversation, start=start, limit=_WINDOW)
            yield from window.entries
            start += len(window.entries)
            if not window.entries or start >= window.total:
                return

    def entry(self, exchange: int) -> Entry | None:
        """One exchange."""
        with self._base.reading():
            return timeline.entry(self._base, exchange)

    def place_in_timeline(self, exchange: int) -> int | None:
        """The place of an exchange in its conversation's timeline, from 0."""
        with self._base.reading():
            return timeline.place_of(self._base, exchange)

    def original(self, exchange: int) -> str | None:
        """The whole text as it came in, where it differs from what is shown."""
        with self._base.reading():
            return originals.original(self._base, exchange)

    # Names and finding

    def match(
        self, what: str, *, people_only: bool = False, among: Collection[int] = ()
    ) -> list[Match]:
        """What a name may mean: a uid or its beginning, a name or topic, else a part of one.

        `among` leaves some people only, by their ids.
        """
        from convonote.store.people import naming

        with self._base.reading():
            return naming.match(self._base, what, people_only=people_only, among=among)

    def nearest(self, what: str, limit: int = 3) -> list[str]:
        """The names and topics most like this one."""
        from convonote.store.people import naming

        with self._base.reading():
            return naming.nearest(self._base, what, limit)

    def find(self, words: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
        """What was said with these words and filters, newest first."""
        return list(self.search(words, limit=limit, offset=offset).hits)

    def search(
        self,
        line: str,
        *,
        limit: int = 50,
        offset: int = 0,
        best: bool = False,
        without: Sequence[int] = (),
        kindred: bool = False,
    ) -> Found:
        """The same with how it was understood; `best` has the best first, of the newest.

        `without` are conversations that are passed over; with `kindred` other words of the same
        stem will do, plurals among them.
        """
        from convonote.store.search import finding

        with self._base.reading():
            return finding.search(
                self._base,
                line,
                limit=limit,
                offset=offset,
                best=best,
                without=without,
                kindred=kindred,
            )
