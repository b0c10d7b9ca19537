"""`Beforehand`: all that matters before writing; what is done with is used up or taken away."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.getters import query_one

from convonote.commands import Where
from convonote.host import host, key
from convonote.screens.bindings import bindings
from convonote.screens.dialog import Dialog
from convonote.store.errors import NotebookError
from convonote.store.listening.records import Before, Remark, WishRow
from convonote.text.clean import clean
from convonote.widgets.before_lines import before_lines, remark_line, wish_line
from convonote.widgets.choices import Choice, Choices
from convonote.widgets.spans import Span
from convonote.widgets.text import ManyLines, OneLineText

WIDEST = 84
"""Columns of the box at most."""
LISTED = 6
"""Lines of what can be used up or taken away that show at once."""
AROUND = 4
"""Lines of the box beside both lists: its border, its padding and the hint."""


class Beforehand(Dialog[None]):
    """What matters before writing to some people; Enter uses up a remark and takes away a wish."""

    WHERE = Where.PICKER
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PICKER)
    DEFAULT_CSS = f"""
    Beforehand {{
        #box {{ max-width: {WIDEST}; max-height: 90%; }}
        #all {{ height: auto; max-height: 14; }}
        #remarks {{ max-height: {LISTED}; }}
    }}
    """

    choices = query_one(Choices)

    def __init__(self, people: Sequence[int], conversation: int | None, before: Before) -> None:
        super().__init__()
        self._people = people
        self._conversation = conversation
        self._before = before

    @property
    def _offered(self) -> dict[str, Remark | WishRow]:
        """What can be used up or taken away, by what it goes by in the list."""
        return {
            **{str(one.id): one for one in (*self._before.next_time, *self._before.volunteered)},
            **{f"{one.person.id} {one.exchange} {one.text}": one for one in self._before.wishes},
        }

    def compose(self) -> ComposeResult:
        """All of it, then what can be used up."""
        with Vertical(id="box"):
            yield ManyLines(id="all")
            yield Choices(id="remarks")
            yield OneLineText(id="told")

    def on_mount(self) -> None:
        """Show what is known already."""
        self.query_one("#all").can_focus = False
        self._show()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._show()

    def _show(self) -> None:
        notebook = host(self).notebook
        now, zone = notebook.now(), notebook.zone
        cells = max(20, min(WIDEST, self.size.width * 9 // 10) - 4)
        lines = before_lines(self._before, cells, now, zone)
        shown = self.query_one("#all", ManyLines)
        listed = min(LISTED, len(self._offered))
        room = self.size.height * 9 // 10 - AROUND - listed
        shown.styles.height = max(1, min(14, room, len(lines)))
        shown.show(lines or [(Span(" Nothing is written down that matters here", "aside"),)])
        place = self.choices.selected
        self.choices.offer(
            [
                Choice(
                    id,
                    wish_line(one, now)
                    if isinstance(one, WishRow)
                    else remark_line(one, now, zone),
                    marked=False,
                )
                for id, one in self._offered.items()
            ]
        )
        if place is not None:
            self.choices.select_id(place.id)
        hint = (
            f" {key(self, 'choose')} uses it up, or takes a wish away; undo brings it back"
            if self._offered
            else ""
        )
        self.query_one("#told", OneLineText).show((Span(hint, "hint"),))

    def action_down(self) -> None:
        """The next one."""
        if self._offered:
            self.choices.move(1)
        else:
            self.query_one("#all", ManyLines).move(1)

    def action_up(self) -> None:
        """The one before."""
        if self._offered:
            self.choices.move(-1)
        else:
            self.query_one("#all", ManyLines).move(-1)

    def action_page_down(self) -> None:
        """Half a page down."""
        self.query_one("#all", ManyLines).page(1)

    def action_page_up(self) -> None:
        """Half a page up."""
        self.query_one("#all", ManyLines).page(-1)

    def action_first(self) -> None:
        """The first one."""
        self.choices.select(0)

    def action_last(self) -> None:
        """The last one."""
        self.choices.select(len(self._offered))

    @on(Choices.Taken)
    def action_choose(self) -> None:
        """Use the selected one up."""
        self.run_worker(self._use(), group="use", exclusive=True)

    def action_mark(self) -> None:
        """The same."""
        self.action_choose()

    async def _use(self) -> None:
        choice = self.choices.selected
        one = None if choice is None else self._offered.get(choice.id)
        if one is None:
            return
        notebook = host(self).notebook

        def used() -> Before:
            if isinstance(one, WishRow):
                notebook.remove_wish(one)
            else:
                notebook.use_remark(one.id)
            return notebook.before_writing(self._people, self._conversation)

        try:
            self._before = await asyncio.to_thread(used)
        except NotebookError as error:
            self.query_one("#told", OneLineText).show((Span(f" {clean(str(error))}", "message"),))
            return
        self._show()

    def action_back(self) -> None:
        """Back to the text."""
        self.dismiss()
