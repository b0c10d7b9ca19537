"""Setting whose turn it is by hand (T8)."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from convonote.commands import Where
from convonote.conversation.turn_records import Turn
from convonote.host import host, key
from convonote.screens.bindings import bindings
from convonote.screens.dialog import Dialog
from convonote.screens.early_keys import AT_ONCE
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation
from convonote.text.clean import clean
from convonote.widgets.choices import Choice, Choices
from convonote.widgets.one_line import OneLine
from convonote.widgets.rows import GONE
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import OneLineText
from convonote.writing.moments import BadMoment, reminder_of

NEXT = {Turn.ME: Turn.THEM, Turn.THEM: Turn.NOBODY, Turn.NOBODY: Turn.ME}
"""What `m` goes on to."""
SHOWN_REASONS = 3


def still_in(conversation: Conversation) -> list[Person]:
    """Who of the others has not left it."""
    return [person for person in conversation.people if person.id not in conversation.left]


def turn_choices(conversation: Conversation, me: int) -> tuple[Choice, ...]:
    """Me, them, nobody; where there are several others, each of them and me too, to be marked."""
    here = [clean(person.name) for person in still_in(conversation)]
    several = len(conversation.people) > 1
    them = f"any of {', '.join(here)}" if len(here) > 1 else "".join(here)
    return (
        Choice(Turn.ME, "me"),
        *([Choice(Turn.THEM, f"them: {them}")] if here else []),
        Choice(Turn.NOBODY, "nobody"),
        *([Choice(str(me), "me", marked=False)] if several else []),
        *(
            Choice(
                str(person.id),
                f"{clean(person.name)}{GONE if person.id in conversation.left else ''}",
                marked=False,
            )
            for person in conversation.people
            if several
        ),
    )


class TurnPicker(Dialog[Conversation | None]):
    """Ask who shall speak next, and say it to the notebook."""

    WHERE = Where.TURN
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.TURN), *AT_ONCE]
    READS = True
    DEFAULT_CSS = "TurnPicker Choices { max-height: 10; }"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self._conversation = conversation
        self._me: int | None = None
        self._setting = False

    def compose(self) -> ComposeResult:
        """Who holds it now and why, who may hold it, and the user's reason."""
        with Vertical(id="box"):
            topic = clean(self._conversation.topic)
            yield OneLineText((Span(f"Whose turn: {topic}", "title"),))
            for line in self._now():
                yield OneLineText(line)
            yield Choices(id="choices")
            yield OneLine(placeholder="reason, if you like (Tab)", id="reason")
            yield OneLine(placeholder="remind me if no answer: 4d, fri (Tab Tab)", id="remind")
            yield OneLineText(self._keys(), id="told")

    def on_mount(self) -> None:
        """Fill in what depends on who I am."""
        self._fill()

    @work(group="turn")
    async def _fill(self) -> None:
        notebook = host(self).notebook
        try:
            me = await asyncio.to_thread(lambda: notebook.me.id)
        except NotebookError as error:
            self._tell(str(error))
            self.ready.set()
            return
        if not self.is_here:
            return
        choices = self.query_one("#choices", Choices)
        choices.offer(turn_choices(self._conversation, me))
        self._me = me
        self._select(NEXT[self._conversation.turn])
        self.ready.set()

    def _now(self) -> list[Line]:
        """Who holds it now, each with the reason."""
        conversation = self._conversation
        holders = conversation.holders or conversation.lapsed
        if not holders:
            return [(Span("Now nobody holds it.", "aside"),)]
        by_why: dict[str, list[str]] = {}
        for holder in holders:
            name = "me" if holder.person.me else clean(holder.person.name)
            by_why.setdefault(clean(holder.why), []).append(name)
        shown = [
            f"{', '.join(names)}: {why}" if len(holders) > 1 else why
            for why, names in by_why.items()
        ]
        if len(shown) > SHOWN_REASONS:
            shown[SHOWN_REASONS:] = [f"… and {len(shown) - SHOWN_REASONS} more"]
        return [(Span(each, "aside"),) for each in shown]

    def _keys(self) -> Line:
        several = len(self._conversation.people) > 1
        keys = [(key(self, "choose"), "set"), (key(self, "set-turn"), "next")]
        if several:
            keys += [(key(self, "mark"), "mark each"), (key(self, "leave-out"), "has left")]
        keys += [("Tab", "reason"), (host(self).keymap.key("back", Where.PROMPT), "back")]
        spans: list[Span] = []
        for one, word in keys:
            spans += [Span(one, "key"), Span(f" {word}  ", "hint")]
        return tuple(spans)

    def _tell(self, message: str) -> None:
        host(self).keep(clean(message))
        self.query_one("#told", OneLineText).show((Span(clean(message), "message"),))

    @property
    def _choices(self) -> Choices:
        return self.query_one("#choices", Choices)

    def _select(self, turn: Turn) -> None:
        """Go to a choice, or on to the next one where nobody else is in the conversation."""
        ids = [choice.id for choice in self._choices.choices]
        self._choices.select_id(turn if turn in ids else NEXT[turn])

    def action_set_turn(self) -> None:
        """Me, them, nobody, and round again."""
        selected = self._choices.selected
        known = selected is not None and selected.id in tuple(Turn)
        self._select(NEXT[Turn(selected.id)] if known and selected else Turn.ME)

    def action_down(self) -> None:
        """The next choice."""
        self._choices.move(1)

    def action_up(self) -> None:
        """The one before."""
        self._choices.move(-1)

    def action_page_down(self) -> None:
        """Half a page on."""
        self._choices.move(self._choices.page)

    def action_page_up(self) -> None:
        """Half a page back."""
        self._choices.move(-self._choices.page)

    def action_first(self) -> None:
        """The first choice."""
        self._choices.select(0)

    def action_last(self) -> None:
        """The last choice."""
        self._choices.select(len(self._choices.choices) - 1)

    def action_mark(self) -> None:
        """Mark or unmark a person."""
        self._choices.toggle()

    def action_leave_out(self) -> None:
        """Who is marked, or selected, is in the conversation no longer."""
        selected = self._choices.selected
        chosen = [choice.id for choice in self._choices.marked or ([selected] if selected else [])]
        gone = [int(one) for one in chosen if one.isdecimal() and int(one) != self._me]
        if len(self._conversation.people) == 1:
            self._tell("Nobody else would be left; a closes the conversation instead")
        elif not gone:
            self._tell("Select or mark somebody who has left")
        elif not self._setting:
            self._setting = True
            self._set_by(lambda notebook: notebook.set_left(self._conversation.id, gone))

    def action_back(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)

    def on_input_submitted(self) -> None:
        """Enter in the reason or the reminder takes what is selected above."""
        self.action_choose()

    def on_choices_taken(self) -> None:
        """So does a click on it."""
        self.action_choose()

    def action_choose(self) -> None:
        """Take the marked people, or what is selected."""
        selected = self._choices.selected
        if selected is None or self._setting or self._me is None:
            return
        everyone = True
        if marked := self._choices.marked:
            holders = [int(choice.id) for choice in marked]
        elif selected.id == Turn.THEM:
            holders = [person.id for person in still_in(self._conversation)]
            everyone = len(holders) == 1
        elif selected.id == Turn.ME:
            holders = [self._me]
        else:
            holders = [] if selected.id == Turn.NOBODY else [int(selected.id)]
        self._setting = True
        reason, remind = (
            self.query_one(field, OneLine).value.strip() for field in ("#reason", "#remind")
        )
        self._set_by(
            lambda notebook: self._set(
                notebook, holders, everyone=everyone, reason=reason, remind=remind
            )
        )

    def _set(
        self, notebook: Notebook, holders: list[int], *, everyone: bool, reason: str, remind: str
    ) -> Conversation:
        """Say whose turn it is; to whoever holds it already, a reminder alone adds that alone."""
        at, one = reminder_of(notebook, remind), self._conversation
        if at and not reason and {holder.person.id for holder in one.holders} == set(holders):
            return notebook.set_reminder(one.id, at)
        return notebook.set_turn(one.id, holders, everyone=everyone, reason=reason, remind=at)

    @work(group="turn")
    async def _set_by(self, say: Callable[[Notebook], Conversation]) -> None:
        """Say it to the notebook; where that fails, stay and say why."""
        notebook = host(self).notebook
        try:
            conversation = await asyncio.to_thread(say, notebook)
        except (BadMoment, NotebookError) as error:
            self._setting = False
            self._tell(str(error))
            return
        self.dismiss(conversation)
