"""The waits and questions that stand open, found by the people whose words may end them.

Hundreds may be open where many ask, and most of what is said concerns few of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from convonote.conversation.turn_records import Question, Wait

Left = Wait | tuple[Wait, ...] | None
"""What is left of a wait: itself or another, several in its place, or nothing."""

_Key = tuple[int, ...]
_Alike = tuple[int | None, tuple[int, ...], bool]


class Standing:
    """The open waits in the order in which they were opened."""

    def __init__(self, waits: Iterable[Wait] = ()) -> None:
        self._waits: dict[_Key, Wait] = {}
        self._next = 0
        self._heard_by: dict[int | None, set[_Key]] = defaultdict(set)
        """By asker, by None where nobody asks, and by the lists it went over."""
        self._ended_by: dict[int | None, set[_Key]] = defaultdict(set)
        """By asker, by those awaited, lists too, and by those who read along."""
        self._alike: dict[_Alike, set[_Key]] = defaultdict(set)
        for wait in waits:
            self.add(wait)

    def __iter__(self) -> Iterator[Wait]:
        return (self._waits[key] for key in sorted(self._waits))

    def add(self, wait: Wait) -> None:
        """Open one more."""
        self._put((self._next,), wait)
        self._next += 1

    def alike(self, wait: Wait) -> Wait | None:
        """The first in which the same asker waits for the same people."""
        keys = self._alike.get(_alike(wait))
        return self._waits[min(keys)] if keys else None

    def replace(self, old: Wait, new: Wait) -> None:
        """Put a wait in the place of the first that is like it."""
        key = min(self._alike[_alike(old)])
        before = self._waits[key]
        if _alike(new) == _alike(before) and (new.cc, new.lists) == (before.cc, before.lists):
            self._waits[key] = new  # It is found by the same people.
            return
        self._take(key)
        self._put(key, new)

    def without_asker(self) -> list[Wait]:
        """Those that nobody opened by asking."""
        return [self._waits[key] for key in sorted(self._heard_by.get(None, ()))]

    def revise(
        self, hearers: Iterable[int], enders: Iterable[int], after: Callable[[Wait], Left]
    ) -> None:
        """Replace waits by what is left of them.

        Looked at are those that one of the hearers, people or lists, asked or nobody did, and in
        which one of the enders asks, is awaited or reads along; no other may be touched.
        """
        if not self._waits:
            return
        ended = [keys for person in set(enders) if (keys := self._ended_by.get(person))]
        found: set[_Key] = set()
        for person in {None, *hearers}:
            if heard := self._heard_by.get(person):
                for keys in ended:
                    found |= heard & keys
        for key in sorted(found):
            wait = self._waits[key]
            left = after(wait)
            if left is not wait:
                self._take(key)
                self._leave(key, left)

    def _leave(self, key: _Key, left: Left) -> None:
        if isinstance(left, Wait):
            self._put(key, left)
        elif left is not None:
            first, *others = left
            self._put(key, first)
            for other in reversed(others):
                # Behind the first, before what was split from it earlier.
                self._put((*key, -self._next), other)
                self._next += 1

    def _put(self, key: _Key, wait: Wait) -> None:
        self._waits[key] = wait
        for index, people in self._places(wait):
            for person in people:
                index[person].add(key)
        self._alike[_alike(wait)].add(key)

    def _take(self, key: _Key) -> None:
        wait = self._waits.pop(key)
        for index, people in self._places(wait):
            for person in people:
                index[person].discard(key)
        self._alike[_alike(wait)].discard(key)

    def _places(
        self, wait: Wait
    ) -> tuple[tuple[dict[int | None, set[_Key]], set[int | None]], ...]:
        return (
            (self._heard_by, {wait.asker, *wait.lists}),
            (self._ended_by, {wait.asker, *wait.awaited, *wait.cc}),
        )


class Questions:
    """The questions that were answered with a question, and are still open (T7)."""

    def __init__(self, questions: Iterable[Question] = ()) -> None:
        self._questions: dict[int, Question] = {}
        self._next = 0
        self._between: dict[tuple[int, int], list[int]] = defaultdict(list)
        """By (asker, asked)."""
        for question in questions:
            self.add(question)

    def __iter__(self) -> Iterator[Question]:
        return iter(self._questions.values())

    def add(self, question: Question) -> None:
        """Open one more."""
        self._questions[self._next] = question
        self._between[question.asker, question.asked].append(self._next)
        self._next += 1

    def end(self, askers: Iterable[int], asked: Iterable[int]) -> None:
        """End those that one of the askers asked one of the asked."""
        if not self._questions:
            return
        everybody = tuple(asked)
        for asker in askers:
            for person in everybody:
                for number in self._between.pop((asker, person), ()):
                    del self._questions[number]


def _alike(wait: Wait) -> _Alike:
    return wait.asker, wait.awaited, wait.everyone
