"""`HitTrail`: the hits of a search, one after the other, conversation by conversation."""

from collections.abc import Iterable

from convonote.store.notebook import Notebook


class HitTrail:
    """From a hit to the next older one in its conversation, then to the next conversation.

    Conversations come by their newest hit. Only the exchanges of one conversation are held, so
    that it does not matter how many hits there are.
    """

    def __init__(
        self, notebook: Notebook, line: str, conversation: int, exchange: int, passed: Iterable[int]
    ) -> None:
        """Begin at a hit for `line`; `passed` are the conversations with newer hits, in order."""
        self.line = line
        self._notebook = notebook
        before = [id for id in dict.fromkeys(passed) if id != conversation]
        self._order = [*before, conversation]
        self._current = len(before)
        self._exchange = exchange
        self._here: tuple[int, ...] | None = None
        """The hits in the current conversation, the newest first; None until they were read."""
        self._at = 0

    def read(self) -> tuple[int, ...]:
        """The hits in the current conversation; of a long one that takes a while."""
        found = self._notebook.matching(self.line, self._order[self._current]) or ()
        return tuple(reversed(found))

    def take(self, here: tuple[int, ...]) -> None:
        """Take in what `read` gave, unless that was done meanwhile."""
        if self._here is None:
            self._here = here
            if self._exchange in here:
                self._at = here.index(self._exchange)

    @property
    def shown(self) -> str:
        """Which hit this is, such as `2 of 5 here`; nothing as long as that is not known."""
        return "" if self._here is None else f"{self._at + 1} of {len(self._here)} here"

    def step(self, step: int) -> tuple[int, int] | None:
        """(conversation, exchange) of the next hit (1) or the one before (-1); None at the end."""
        if self._here is None:
            self.take(self.read())
        here = self._here or ()
        place = self._at + step
        if not 0 <= place < len(here):
            following = self._following() if step > 0 else self._preceding()
            if following is None:
                return None
            self._current = self._order.index(following)
            self._here = here = self.read()
            self._at = -1 if step > 0 else len(here)
            # What was found there may have gone meanwhile.
            return self.step(step)
        self._at = place
        return self._order[self._current], here[place]

    def _following(self) -> int | None:
        if self._current + 1 < len(self._order):
            return self._order[self._current + 1]
        hits = self._notebook.search(self.line, limit=1, without=self._order).hits
        if not hits:
            return None
        self._order.append(hits[0].conversation)
        return hits[0].conversation

    def _preceding(self) -> int | None:
        return self._order[self._current - 1] if self._current else None
