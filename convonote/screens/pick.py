"""`Pick`: one of a few things."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one

from convonote.commands import Where
from convonote.conversation.records import PromiseState
from convonote.screens.bindings import bindings
from convonote.screens.dialog import Dialog
from convonote.screens.room import Room
from convonote.store.promises.records import PromiseRow, Report
from convonote.telling.reported import says
from convonote.text.clean import clean
from convonote.widgets.choices import Choice, Choices
from convonote.widgets.promise_lines import name_of
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText


class Pick(Dialog[str | None]):
    """Ask which; dismisses the id of the choice."""

    WHERE = Where.PICKER
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PICKER)

    choices = query_one(Choices)

    def __init__(self, question: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._question = clean(question)
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question above the choices."""
        with Vertical(id="box"):
            yield OneLineText((Span(self._question, "title"),))
            yield Choices(self._choices)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Ask for one of others."""
        self._choices = choices
        self.choices.offer(choices)

    def action_down(self) -> None:
        """The next one."""
        self.choices.move(1)

    def action_up(self) -> None:
        """The one before."""
        self.choices.move(-1)

    def action_page_down(self) -> None:
        """Half a page down."""
        self.choices.move(self.choices.page)

    def action_page_up(self) -> None:
        """Half a page up."""
        self.choices.move(-self.choices.page)

    def action_first(self) -> None:
        """The first one."""
        self.choices.select(0)

    def action_last(self) -> None:
        """The last one."""
        self.choices.select(len(self._choices))

    @on(Choices.Taken)
    def action_choose(self) -> None:
        """Take the selected one."""
        choice = self.choices.selected
        self.dismiss(choice.id if choice else None)

    def action_back(self) -> None:
        """Take none."""
        self.dismiss(None)


def pick_promise(
    screen: Room, promises: Sequence[PromiseRow], then: Callable[[PromiseRow], None]
) -> None:
    """Ask which promise, and go on with it."""
    choices = [Choice(str(promise.id), _named(promise)) for promise in promises]

    def picked(id: str | None) -> None:
        for promise in promises:
            if str(promise.id) == id:
                then(promise)

    screen.app.push_screen(Pick("Which promise?", choices), picked)


def pick_suggestion(
    screen: Room,
    suggested: Sequence[PromiseRow | Report],
    then: Callable[[PromiseRow | Report], None],
) -> None:
    """Ask which suggestion, and go on with it."""

    def picked(id: str | None) -> None:
        if id is not None:
            then(suggested[int(id)])

    choices = [
        Choice(str(place), _named(one) if isinstance(one, PromiseRow) else _said(one))
        for place, one in enumerate(suggested)
    ]
    screen.app.push_screen(Pick("Which suggestion?", choices), picked)


def _said(report: Report) -> str:
    """Who says what of which promise."""
    return f"{says(report)}: {report.what}"


def _named(promise: PromiseRow) -> str:
    """Whose it is, where it stands unless it is open, and what it is."""
    settled = promise.state in (PromiseState.KEPT, PromiseState.LET_GO)
    state = f"{promise.state}: " if settled else ""
    return f"{state}{name_of(promise)}: {promise.what}"
