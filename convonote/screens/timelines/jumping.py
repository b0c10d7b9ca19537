"""`Jumping`: from one exchange of a timeline to another, by day, by who speaks, by answers."""

from abc import abstractmethod
from datetime import date

from convonote.conversation.dates import DateError, day_of
from convonote.conversation.filters import first_day
from convonote.conversation.zones import day_at
from convonote.host import key
from convonote.screens.turns.conversing import Conversing
from convonote.store.errors import NotebookError
from convonote.store.records import Around, Entry
from convonote.text.clean import clean
from convonote.text.times import long_day, said

FIRST_WORDS = 60
"""Characters of an exchange by which it is told from others."""


class Jumping(Conversing):
    """A screen that shows one timeline."""

    @abstractmethod
    def go_to_exchange(self, exchange: int) -> None:
        """Select an exchange of the timeline and bring it into view."""

    def lacks(self, action: str) -> str:
        """What starts from an exchange needs one."""
        if action in ("next_by_same", "previous_by_same", "related") and self.entry is None:
            return self.no_entry()
        if action == "go_to_date" and self.conversation is None:
            return self.no_conversation()
        return super().lacks(action)

    def no_entry(self) -> str:
        """Nothing is written down here, or nothing of it is shown."""
        return f"no exchange stands here; {key(self, 'say')} writes one down"

    # By day

    def action_go_to_date(self, words: str = "") -> None:
        """Ask for a day, and go to what was said on it or first after it."""
        from convonote.screens.prompt import Echo, Prompt, ask

        today = day_of(self.notebook.now(), self.notebook.zone)

        def echo(words: str) -> Echo:
            try:
                return Echo(f"= {long_day(first_day(words, today), today)}")
            except DateError as error:
                return Echo(str(error), good=False)

        def asked(words: str | None) -> None:
            if words is not None:
                self._go_to_day(first_day(words, today), today)

        prompt = Prompt(
            "Go to which day?", placeholder="fri   3 Nov   2026-01   last week", echo=echo
        )
        ask(self, prompt, asked, words)

    def _go_to_day(self, wanted: date, today: date) -> None:
        conversation = self.conversation
        if conversation is None:
            return
        try:
            place = self.notebook.place_on(conversation.id, wanted)
            window = self.notebook.timeline(conversation.id, start=place, limit=1)
            behind = not window.entries
            if behind:
                window = self.notebook.timeline(conversation.id, start=-1, limit=1)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        for entry in window.entries:
            self.go_to_exchange(entry.id)
            there = day_at(entry.at, entry.offset)
            if behind:
                self.host.tell(
                    f"Nothing was said since {long_day(wanted, today)}; this is the last"
                )
            elif there != wanted:
                self.host.tell(
                    f"Nothing on {long_day(wanted, today)}; next is {long_day(there, today)}"
                )

    # By who speaks

    def action_next_by_same(self) -> None:
        """The next exchange by the same person."""
        self._by_same(1)

    def action_previous_by_same(self) -> None:
        """The one before."""
        self._by_same(-1)

    def _by_same(self, step: int) -> None:
        if (entry := self.entry) is None:
            return
        there = self._read_now(lambda: self.notebook.next_by_same(entry.id, step=step))
        if there is not None:
            self.go_to_exchange(there)
        else:
            which = "last" if step > 0 else "first"
            self.host.tell(f"This is the {which} by {_author(entry)}")

    # By answers

    def action_related(self) -> None:
        """Go to what the exchange answers, or to what answers it; ask where there are several."""
        if (entry := self.entry) is None:
            return
        try:
            around = self.notebook.around(entry.id)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        self._go_around(around)

    def _go_around(self, around: Around) -> None:
        from convonote.screens.pick import Pick
        from convonote.widgets.choices import Choice

        now = self.notebook.now()
        choices = []
        if around.answers is not None:
            choices.append(Choice(str(around.answers.id), f"answers {_told(around.answers, now)}"))
        choices += [
            Choice(str(one.id), f"answered by {_told(one, now)}") for one in around.answered_by
        ]
        if not choices:
            self.host.tell("It answers nothing here, and nothing here answers it")
        elif len(choices) == 1:
            self.go_to_exchange(int(choices[0].id))
        else:
            self.app.push_screen(Pick("Go to which?", choices), self._picked)

    def _picked(self, exchange: str | None) -> None:
        if exchange is not None:
            self.go_to_exchange(int(exchange))


def _told(entry: Entry, now: int) -> str:
    """Who said it, when, and how it begins."""
    words = " ".join(entry.text[: 4 * FIRST_WORDS].split())[:FIRST_WORDS]
    return f"{_author(entry)}, {said(entry.at, entry.offset, now)}: {words}"


def _author(entry: Entry) -> str:
    if entry.author is None:
        return "somebody"
    return "me" if entry.author.me else clean(entry.author.name)
