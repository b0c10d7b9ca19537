"""The part of `Notebook` that finds: in a conversation, in the queue, and from here to there."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from convonote.conversation.turn_records import Section
from convonote.store.reader import Reader
from convonote.store.records import Around, Entry
from convonote.store.writing import timeline

if TYPE_CHECKING:
    from convonote.conversation.filters import Field


class Finder(Reader):
    """What can be found beside `find` itself; nothing is changed."""

    def matching(self, line: str, conversation: int) -> tuple[int, ...] | None:
        """The exchanges of a conversation that words and filters fit, oldest first.

        None where the line asks for nothing.
        """
        from convonote.store.search import finding

        with self._base.reading():
            return finding.matching(self._base, line, conversation)

    def completions(self, field: "Field", start: str) -> list[str]:
        """What may stand in a filter of `find` that begins so."""
        from convonote.store.search import completing

        with self._base.reading():
            return completing.completions(self._base, field, start)

    def fitting(self, words: str) -> Mapping[Section, tuple[int, ...]]:
        """The conversations with these words in topic or names, by section as in the queue."""
        from convonote.store.search import fitting

        with self._base.reading():
            return fitting.fitting(self._base, words)

    def these_exchanges(self, conversation: int, ids: Sequence[int]) -> list[Entry]:
        """These exchanges of a conversation in this order."""
        with self._base.reading():
            return timeline.entries(self._base, conversation, ids)

    def place_on(self, conversation: int, day: date) -> int:
        """The place in a timeline of the first exchange said on a day or later, from 0."""
        from convonote.store.writing import jumping

        with self._base.reading():
            return jumping.place_on(self._base, conversation, day)

    def next_by_same(self, exchange: int, *, step: int) -> int | None:
        """The next (1) or previous (-1) exchange of its conversation by the same author."""
        from convonote.store.writing import jumping

        with self._base.reading():
            return jumping.next_by_same(self._base, exchange, step)

    def around(self, exchange: int) -> Around:
        """What an exchange answers, and what answers it."""
        from convonote.store.writing import jumping

        with self._base.reading():
            return jumping.around(self._base, exchange)
