"""`ReachingOut`: the commands on somebody to reach out to, who stands among the conversations."""

from textual import on

from convonote.screens.people.with_person import with_them
from convonote.screens.turns.conversing import Conversing
from convonote.store.errors import NotebookError
from convonote.store.rhythm.records import ReachOut
from convonote.text.clean import clean
from convonote.widgets.queue import QueueList
from convonote.writing.compose_request import Mode

ON_THEM = frozenset({"say", "hear", "note", "later", "briefing", "pictures", "why"})


class ReachingOut(Conversing):
    """A screen with the queue, in which somebody to reach out to may be selected."""

    queue: QueueList

    @property
    def reaching(self) -> ReachOut | None:
        """Who is selected, where it is no conversation."""
        return self.queue.reaching if self.query(QueueList) else None

    def lacks(self, action: str) -> str:
        """What can be done with somebody, where that is selected."""
        return "" if action in ON_THEM and self.reaching is not None else super().lacks(action)

    @on(QueueList.PersonOpened)
    def _person_opened(self) -> None:
        self.action_briefing()

    def _write_down(self, mode: Mode) -> None:
        if (reaching := self.reaching) is None:
            super()._write_down(mode)
            return
        try:
            self.compose_exchange(with_them(self.notebook, reaching.person.id, mode))
        except NotebookError as error:
            self.host.tell(clean(str(error)))

    def action_later(self, words: str = "") -> None:
        """Ask until when the conversation rests, or the person is left alone."""
        if (reaching := self.reaching) is None:
            super().action_later(words)
            return
        from convonote.screens.rhythm.asking_rhythm import ask_quiet

        ask_quiet(self, reaching.person, words)

    def action_briefing(self) -> None:
        """The briefing on the person, or on who is in the conversation."""
        if (reaching := self.reaching) is None:
            super().action_briefing()
            return
        from convonote.screens.people.briefing import BriefingScreen

        self.app.push_screen(BriefingScreen(reaching.person.id))

    def action_why(self) -> None:
        """Why it is whose turn, or why one is to reach out to the person."""
        if (reaching := self.reaching) is None:
            super().action_why()
            return
        from convonote.screens.turns.why_in_touch import WhyInTouch

        self.app.push_screen(WhyInTouch(reaching.person.id))

    def action_pictures(self) -> None:
        """The pictures of the person, or of the conversation."""
        if (reaching := self.reaching) is None:
            super().action_pictures()
            return
        from convonote.screens.timelines.pictures import Pictures

        self.app.push_screen(Pictures(person=reaching.person.id))
