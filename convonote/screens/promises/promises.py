"""`Promises`: what is owed, in both directions, and what was kept and let go."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from convonote.commands import Where
from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import PromiseState
from convonote.host import key
from convonote.screens.bindings import bindings
from convonote.screens.filtered import Filtered
from convonote.screens.moving import Movable, Moving
from convonote.screens.promises.promise_reading import read_promises
from convonote.screens.promises.promising import ON_PROMISES, Promising
from convonote.screens.room import RELOAD
from convonote.store.errors import NotebookError
from convonote.store.promises.records import PromiseRow, Report
from convonote.store.records import Conversation, Entry
from convonote.text.clean import clean
from convonote.widgets.promise_lines import promise_story
from convonote.widgets.promises import PromiseListState, PromiseRows
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import ends
from convonote.widgets.text import OneLineText

WHOSE = ("all", "mine", "theirs")
"""In the order in which one key goes through them."""
_SHOWN = {"all": "mine and theirs", "mine": "mine", "theirs": "theirs"}
_NEEDS_ONE = ON_PROMISES | {"change_due", "why"}


class Promises(Moving, Filtered, Promising):
    """The room of promises."""

    WHERE = Where.PROMISES
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PROMISES)
    DEFAULT_CSS = """
    Promises PromiseRows { width: 1fr; height: 1fr; }
    Promises #story { height: 1; }
    """

    rows = query_one(PromiseRows)

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._whose = "all"
        self._settled: list[tuple[int, PromiseState]] = []
        """What was settled here, the latest last, each as it stood before."""

    def compose_body(self) -> ComposeResult:
        """How many there are, the promises, and the story of the selected one."""
        yield OneLineText(id="header")
        yield PromiseRows(self._read_page, self.notebook.now, self.notebook.zone)
        yield OneLineText(id="story")

    def on_mount(self) -> None:
        """Fill the first frame before it is painted."""
        self.rows.divider = False
        self.rows.focus()
        try:
            self._show(self._state(None, {(section, 0) for section in PromiseSection}))
        except NotebookError as error:
            self.host.tell(clean(str(error)))

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        if self.is_whole:
            self.reload()

    # Reading

    def _read_page(self, section: PromiseSection, offset: int, limit: int) -> list[PromiseRow]:
        try:
            return self.notebook.promises_in(
                section, self._whose, self.words, offset=offset, limit=limit
            )
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return []

    def _state(
        self, selected: int | None, pages: set[tuple[PromiseSection, int]]
    ) -> PromiseListState:
        return read_promises(self.notebook, self._whose, self.words, selected, pages)

    def reload(self, select: int | None = None) -> None:
        """Read the list again; what is selected stays so, unless another one is to be."""
        selected, pages = self.rows.selected, self.rows.pages_in_view()
        wanted = select or (selected.id if selected else None)
        shown = self._reloaded if select is None else self._show
        self.load(lambda: self._state(wanted, pages), shown, group=RELOAD)

    def _reloaded(self, state: PromiseListState) -> None:
        if (now := self.rows.caught_up(state)) is None:
            self.reload()
        else:
            self._show(now)

    def _show(self, state: PromiseListState) -> None:
        self.rows.apply(state)
        counts = self.rows.model.counts
        owed = sum(counts[section] for section in self._open_sections)
        filtered: Line = ()
        if self.words:
            filtered = (Span("   filter: ", "aside"), Span(clean(self.words), "found"))
        left: Line = (
            Span(" Promises", "title"),
            Span(f"  {owed} owed, {_SHOWN[self._whose]}"),
            *filtered,
        )
        self.query_one("#header", OneLineText).show(
            ends(left, self._keys_line(), self.app.size.width)
        )
        self._tell_story()
        self.refresh_hints()

    @property
    def _open_sections(self) -> tuple[PromiseSection, ...]:
        return PromiseSection.OVERDUE, PromiseSection.DUE, PromiseSection.OPEN

    def _keys_line(self) -> Line:
        """The keys for what is selected, where there is room for them."""
        if self.app.size.width < 80 or self.words:
            return ()
        named = (
            ("keep-promise", "kept"),
            ("let-go", "let go"),
            ("take-suggestion", "take"),
            ("dismiss-suggestion", "no"),
        )
        words = "  ".join(f"{key(self, command)} {word}" for command, word in named)
        return (Span(f"{words} ", "aside"),)

    @on(PromiseRows.Moved)
    def _tell_story(self) -> None:
        """Say of the selected promise when it was made and who settled it."""
        promise = self.rows.selected
        line: Line = ()
        if promise is not None:
            line = promise_story(promise, self.notebook.now(), self.notebook.zone)
        elif not any(self.rows.model.counts.values()):
            line = (Span(f" {self._none()}", "aside"),)
        self.query_one("#story", OneLineText).show(line)
        self.refresh_hints()

    def _none(self) -> str:
        if self.words:
            return f"No promise has “{clean(self.words)}”.  {key(self, 'filter-promises')} filter"
        return "Nothing is promised.  - [ ] in what you write is a promise"

    # What is selected

    @property
    def conversation(self) -> Conversation | None:
        """The conversation of the selected promise."""
        promise = self.selected
        if promise is None:
            return None
        try:
            return self.notebook.conversation(promise.conversation)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return None

    @property
    def entry(self) -> Entry | None:
        """No exchange is selected here."""
        return None

    @property
    def selected(self) -> PromiseRow | None:
        """The selected promise."""
        return self.rows.selected if self.query(PromiseRows) else None

    def at_hand(self, *states: PromiseState) -> list[PromiseRow]:
        """The selected one, if it stands so."""
        promise = self.selected
        return [promise] if promise is not None and promise.state in states else []

    def suggested_at_hand(self) -> list[PromiseRow | Report]:
        """The selected one if it is suggested, else what seems to have been said of it."""
        promise = self.selected
        if promise is None:
            return []
        if promise.state is PromiseState.SUGGESTED:
            return [promise]
        return [promise.reported] if promise.reported else []

    def on_selected(self, action: str) -> bool:
        """All that is done to a promise."""
        return action in _NEEDS_ONE or super().on_selected(action)

    def lacks(self, action: str) -> str:
        """Commands on a promise need one, and a new one the conversation of another."""
        if action in _NEEDS_ONE and self.selected is None:
            if action == "add_promise":
                turns = key(self, "go-turns")
                return f"a promise belongs to a conversation; {turns} leads to them"
            down, up = key(self, "down"), key(self, "up")
            return f"no promise is selected; {down} and {up} select one"
        return super().lacks(action)

    # Settled, and back again

    def settle(self, promise: PromiseRow, state: PromiseState) -> None:
        """Say where a promise stands."""
        self._settled.append((promise.id, promise.state))
        super().settle(promise, state)

    def decide(self, one: PromiseRow | Report, *, take: bool) -> None:
        """Take or dismiss one suggestion."""
        if (promise := self.selected) is not None:
            self._settled.append((promise.id, promise.state))
        super().decide(one, take=take)

    def _redone(self, how: str, what: str) -> None:
        """Select what stands again as it stood before it was settled here."""
        super()._redone(how, what)
        if not self._settled:
            return
        id, before = self._settled[-1]
        now = self._read_now(lambda: self.notebook.promise(id))
        if now is not None and now.state is before:
            self._settled.pop()
            self.reload(select=id)

    # Commands

    @property
    def pane(self) -> Movable:
        """The list."""
        return self.rows

    def action_open(self) -> None:
        """Open the timeline where it was promised; on a heading, unfold or fold it."""
        self.rows.open()
        self._tell_story()

    @on(PromiseRows.Opened)
    def _opened(self, event: PromiseRows.Opened) -> None:
        from convonote.screens.timelines.timeline import Timeline

        self.app.push_screen(Timeline(event.promise.conversation, at=event.promise.exchange))

    def action_change_due(self, words: str = "") -> None:
        """Ask until when the selected promise is due."""
        from convonote.screens.promises.asking_promises import ask_due

        if (promise := self.selected) is not None:
            ask_due(self, promise, words)

    def action_why(self) -> None:
        """Why it is whose turn where the selected one was promised."""
        from convonote.screens.turns.why import Why

        if (promise := self.selected) is not None:
            self.app.push_screen(Why(promise.conversation))

    def action_whose_promises(self) -> None:
        """Mine, theirs, or both."""
        self._whose = WHOSE[(WHOSE.index(self._whose) + 1) % len(WHOSE)]
        self.reload()

    def action_settled_promises(self) -> None:
        """Show what was kept and let go, or hide it."""
        shown = self.rows.show_settled()
        self.host.tell("Kept and let go are shown" if shown else "Kept and let go are folded")
        self.reload()

    def action_filter_promises(self) -> None:
        """Show only promises that have what one types."""
        self.action_filter()

    def action_back(self) -> None:
        """Without its filter, then back to where one came from."""
        if self.words:
            self.filter_by("")
        else:
            self.dismiss()
