"""`Why`: who holds the turn, since when, and by which rule."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from convonote.commands import Where
from convonote.conversation.pace import usually
from convonote.conversation.turn_records import Section
from convonote.conversation.zones import day_of
from convonote.host import key
from convonote.screens.bindings import bindings
from convonote.screens.reader import Layout, Reading
from convonote.store.records import Conversation, HolderRow
from convonote.store.rhythm.records import UsualPace
from convonote.text.clean import clean
from convonote.text.times import long_day
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import OneLineText
from convonote.widgets.wrapping import wrapped

RULES = {
    "T1": "Answering ends a wait; so whoever asked and was not answered still waits.",
    "T2": "Whoever is addressed by name or in To is waited for.",
    "T3": "Asked together, the first answer by any of them is enough.",
    "T4": "Who accepts a request goes on holding the turn; thanks and farewells open nothing.",
    "T5": "A message that could not be delivered hands the turn back to its author.",
    "T6": "Who promised something holds the turn: at once, or from the day it is due.",
    "T7": "A question may be answered with a question; the first one stays open.",
    "T8": "You set it by hand, which stands until somebody speaks.",
    "T11": "It is out of the queue until that day, or until a person speaks.",
    "T13": "You are reminded after twice as long as they usually take, and after two days at least;"
    " or on the day you set.",
    "T14": "A wait lapses after a long silence, and then counts nowhere.",
}
LEFT = "Nobody waits for who left until they speak, or you speak to them."
EVERYONE = "Asked one by one: an answer by each of them is waited for."


def rule(number: str, cells: int) -> list[Line]:
    """A rule in words."""
    return wrapped(f"{number}: {RULES[number]}", cells, style="aside")


class Why(Reading):
    """The reasons for the turn of one conversation."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def __init__(self, conversation: int) -> None:
        super().__init__()
        self._conversation_id = conversation

    def compose_body(self) -> ComposeResult:
        """The topic above the reasons."""
        yield OneLineText((Span(" Why", "title"),), id="title")
        yield from super().compose_body()

    def read(self, cells: int) -> Layout:
        """The conversation, and how long those who hold its turn usually take."""
        conversation = self.notebook.conversation(self._conversation_id)
        if conversation is None:
            return lambda _cells: [(Span(" This conversation is not there any more"),)]
        paces = {
            holder.person.id: usual
            for holder in (*conversation.holders, *conversation.lapsed)
            if not holder.person.me and not holder.person.is_list
            if (usual := self._usual(holder)) is not None
        }
        words = {
            holder: self._words(holder) for holder in (*conversation.holders, *conversation.lapsed)
        }
        left = self.notebook.when_left(conversation.id) if conversation.left else {}
        return partial(self._laid_out, conversation, paces, words, left)

    def _words(self, holder: HolderRow) -> str:
        """The words of an exchange by which it was told to ask; that is a guess."""
        from convonote.conversation.went_by import went_by

        entry = None if holder.exchange is None else self.notebook.entry(holder.exchange)
        return "" if entry is None else went_by(entry.text, holder.cause)

    def _usual(self, holder: HolderRow) -> UsualPace | None:
        """How long they usually take on the channel it went over, else on any; None if unknown."""
        known = self.notebook.usual_pace(holder.person.id)
        asked = None if holder.exchange is None else self.notebook.entry(holder.exchange)
        there = [each for each in known if asked is not None and each.channel == asked.channel]
        return next(iter((*there, *known)), None)

    def _laid_out(
        self,
        conversation: Conversation,
        paces: Mapping[int, UsualPace],
        words: Mapping[HolderRow, str],
        left: Mapping[int, int],
        cells: int,
    ) -> list[Line]:
        """A paragraph for each holder, then who left."""
        found: list[Line] = [(Span(f" {clean(conversation.topic)}", "title"),), ()]
        for holder in conversation.holders:
            found += self._holder(holder, paces, words, cells)
        if not conversation.holders:
            found += wrapped(self._nobody(conversation), cells)
        found += self._gone(conversation, left, cells)
        found += self._aside(conversation, cells)
        if conversation.lapsed:
            found += [(), (Span(" Gone quiet:", "heading"),), ()]
            for holder in conversation.lapsed:
                found += self._holder(holder, paces, words, cells)
            found += rule("T14", cells)
        return [*found, (), (Span(f" {key(self, 'set-turn')} sets the turn by hand", "aside"),)]

    def _aside(self, conversation: Conversation, cells: int) -> list[Line]:
        """Why it stands where it stands, beyond whose turn it is."""
        match conversation.section:
            case Section.NUDGE:
                return rule("T13", cells)
            case Section.CLOSED:
                return wrapped("You closed it; it opens again when somebody speaks.", cells)
            case Section.LATER if conversation.holders and conversation.until is not None:
                until = f"You put it off until {self._day(conversation.until)}."
                return [*wrapped(until, cells), *rule("T11", cells)]
        return []

    def _nobody(self, conversation: Conversation) -> str:
        if conversation.until is not None:
            return f"Nobody holds the turn; it comes back on {self._day(conversation.until)}."
        return "Nobody holds the turn: nothing is waiting for an answer."

    def _gone(self, conversation: Conversation, left: Mapping[int, int], cells: int) -> list[Line]:
        """Who left, and when that was noted."""
        gone = [
            f"{person.name} left on {self._day(left[person.id])}"
            for person in conversation.people
            if person.id in conversation.left and person.id in left
        ]
        found = [line for each in gone for line in wrapped(clean(each), cells)]
        return [*found, *wrapped(f"T8: {LEFT}", cells, style="aside"), ()] if found else []

    def _day(self, at: int) -> str:
        today = day_of(self.notebook.now(), self.notebook.zone)
        return long_day(day_of(at, self.notebook.zone), today)

    def _holder(
        self,
        holder: HolderRow,
        paces: Mapping[int, UsualPace],
        words: Mapping[HolderRow, str],
        cells: int,
    ) -> list[Line]:
        name = "me" if holder.person.me else clean(holder.person.name)
        sign = ">" if holder.person.me else "<"
        due = f", due {long_day(holder.due)}" if holder.due else ""
        head = f"{f' since {self._day(holder.since)}' if holder.dated else ''}{due}"
        rule = RULES.get(holder.rule, "")
        return [
            (Span(f" {sign} {name}", "author"), Span(head)),
            *wrapped(holder.why, cells, "   "),
            *(wrapped(clean(words[holder]), cells, "   ") if words[holder] else []),
            *self._pace(holder, paces, cells),
            *wrapped(f"{holder.rule}: {rule}" if rule else holder.rule, cells, "   ", "aside"),
            *self._together(holder, cells),
            (),
        ]

    def _together(self, holder: HolderRow, cells: int) -> list[Line]:
        """Whether one answer is enough, where several are waited for."""
        if holder.together == 1:
            return []
        rule = EVERYONE if holder.everyone else RULES["T3"]
        return wrapped(f"T3: {rule}", cells, "   ", "aside")

    def _pace(self, holder: HolderRow, paces: Mapping[int, UsualPace], cells: int) -> list[Line]:
        """How long they usually take, as a fact, where enough answers are known."""
        usual = paces.get(holder.person.id)
        if usual is None:
            return []
        fact = usually(holder.person.name, usual.median, usual.channel)
        return wrapped(fact, cells, "   ")
