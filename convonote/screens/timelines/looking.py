"""`Looking`: words that are looked for in a timeline, by a filter or from find, hit by hit."""

from abc import abstractmethod

from convonote.screens.filtered import Filtered
from convonote.screens.timelines.hit_trail import HitTrail
from convonote.screens.timelines.jumping import Jumping
from convonote.store.errors import NotebookError
from convonote.store.records import Conversation
from convonote.store.search.marking import marker
from convonote.text.clean import clean
from convonote.widgets.timeline import TimelineView


class Looking(Filtered, Jumping):
    """A screen that shows one timeline, in which something may be looked for."""

    view: TimelineView

    def __init__(self, trail: HitTrail | None) -> None:
        """`trail` has the hits among which one came here."""
        super().__init__()
        self.trail = trail
        self.ids: tuple[int, ...] | None = None
        """The exchanges that the filter leaves."""

    # What the screen does

    @property
    @abstractmethod
    def shown_id(self) -> int:
        """The conversation that is shown, or is going to be."""

    @abstractmethod
    def show_at(self, conversation: int, at: int | None) -> None:
        """Show another conversation or another place, before the next key is looked at."""

    @abstractmethod
    def read_at(self, at: int | None) -> None:
        """Read again what fits now, and show it at an exchange."""

    @abstractmethod
    def entitle(self, conversation: Conversation) -> None:
        """Say above the timeline which part of it is shown, or which hit this is."""

    # Words that stand out

    def begin_looking(self) -> None:
        """Let the words stand out, and count the hits."""
        self._mark_words()
        if self.trail is not None:
            self.load(self.trail.read, self._hits_read, group="hits")

    def _hits_read(self, hits: tuple[int, ...]) -> None:
        if self.trail is not None and self.conversation is not None:
            self.trail.take(hits)
            self.entitle(self.conversation)

    def end_filter(self) -> None:
        """Leave nothing out from the next reading on."""
        if self.words:
            self.words = ""
            self._mark_words()

    def end_looking(self) -> None:
        """Look for nothing any more."""
        self.words, self.trail = "", None
        self._mark_words()

    def _mark_words(self) -> None:
        """Let the words of the filter, else of the search, stand out."""
        line = self.words or (self.trail.line if self.trail else "")
        self.view.mark_found(marker(line) if line else None)

    def filter_by(self, words: str) -> None:
        """Leave only what words and filters fit, as in find, around what is selected."""
        if words == self.words:
            return
        self.words = words
        at = self.entry.id if self.entry else None
        self._mark_words()
        self.read_at(at)

    def action_back(self) -> None:
        """Take the filter away; without one, leave."""
        if self.words:
            self.filter_by("")
        else:
            super().action_back()

    def go_to_exchange(self, exchange: int) -> None:
        """Select an exchange; one that the filter leaves out takes it away."""
        if self.ids is not None and exchange not in self.ids:
            self.end_filter()
            self.show_at(self.shown_id, exchange)
            return
        place = self.view.entries.place_of(exchange)
        if place is None:
            self.show_at(self.shown_id, exchange)
        else:
            self.view.go_to(place)
            self.refresh_hints()

    def action_next_mine(self) -> None:
        """The next hit, where one came here from find; else the next where it is my turn."""
        if self.trail is None:
            super().action_next_mine()
        else:
            self._step(self.trail, 1)

    def action_previous_mine(self) -> None:
        """The hit before, or the previous conversation where it is my turn."""
        if self.trail is None:
            super().action_previous_mine()
        else:
            self._step(self.trail, -1)

    def _step(self, trail: HitTrail, step: int) -> None:
        try:
            there = trail.step(step)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        if there is None:
            self.host.tell("This is the last hit" if step > 0 else "This is the first hit")
            return
        conversation, exchange = there
        if conversation == self.shown_id and self.conversation is not None:
            self.go_to_exchange(exchange)
            self.entitle(self.conversation)
        else:
            self.end_filter()
            self.show_at(conversation, exchange)
