"""`Home`: the queue, the timeline of what is selected, and what is owed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from convonote.commands import Where
from convonote.conversation.records import Section
from convonote.conversation.zones import day_of
from convonote.screens.bindings import bindings
from convonote.screens.conversing import Conversing
from convonote.screens.drafts import offer
from convonote.screens.moving import Moving
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation, Entry, NotebookError, Person, Window
from convonote.text.clean import clean
from convonote.text.times import long_day
from convonote.widgets.card import card
from convonote.widgets.queue import PAGE, QueueList, QueueState
from convonote.widgets.rows import owed, title_line
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import ends
from convonote.widgets.text import ManyLines, OneLineText
from convonote.widgets.timeline import TimelineView

SETTLES = 0.12
"""Seconds that the keys rest before the preview follows."""
EMPTY = "Nobody is waiting for you. p new person · : import"


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands beside the queue."""

    conversation: Conversation | None
    window: Window | None = None
    people: Sequence[Person] = ()
    """Those in it, with addresses."""


class Home(Moving, Conversing):
    """The home screen."""

    WHERE = Where.HOME
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.HOME)

    queue = query_one(QueueList)
    timeline = query_one(TimelineView)

    def compose_body(self) -> ComposeResult:
        """The header, the queue, the timeline, and on wide terminals the card."""
        now, zone = self.notebook.now, self.notebook.zone
        yield OneLineText(id="header")
        with Horizontal(id="panes"):
            yield QueueList(self._read_page, now, zone)
            with Vertical(id="right"):
                yield OneLineText(id="title")
                yield TimelineView(self._read_window, now, zone)
                yield OneLineText(id="owed")
            yield ManyLines(id="card")

    def on_mount(self) -> None:
        """Fill the first frame before it is painted."""
        self.timeline.empty = EMPTY
        self._part()
        self.query_one("#card").can_focus = False
        self.queue.focus()
        try:
            self._apply(_read_state(self.notebook, None, {(Section.MINE, 0)}))
        except NotebookError as error:
            self.host.tell(clean(str(error)))
        # Laying out texts loads what the queue can be shown without.
        self.call_after_refresh(self._preview, after=0.0)
        self.load(lambda: offer(self.notebook), self._offer, group="drafts")

    def _offer(self, line: str) -> None:
        if line and not self.host.message:
            self.host.tell(line)

    # Reading

    def _read_page(self, section: Section, offset: int, limit: int) -> list[Conversation]:
        try:
            return self.notebook.turns(section, offset=offset, limit=limit)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return []

    def _read_window(self, conversation: int, start: int, limit: int) -> Window:
        try:
            return self.notebook.timeline(conversation, start=start, limit=limit)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return Window(conversation, 0, start, ())

    def reload(self) -> None:
        """Read the queue again, and the timeline beside it."""
        selected = self.queue.selected
        wanted = self.queue.pages_in_view()
        self.load(
            lambda: _read_state(self.notebook, selected.id if selected else None, wanted),
            self._reloaded,
            group="queue",
        )

    def _reloaded(self, state: QueueState) -> None:
        self._apply(state)
        self._preview(after=0.0)

    def _apply(self, state: QueueState) -> None:
        self.queue.apply(state)
        mine, later = state.counts.get(Section.MINE, 0), state.counts.get(Section.LATER, 0)
        today = day_of(self.notebook.now(), self.notebook.zone)
        left: Line = (Span("convonote", "title"), Span(f"   {mine} your turn · {later} later"))
        right: Line = (Span(long_day(today)),)
        self.query_one("#header", OneLineText).show(ends(left, right, self.app.size.width))

    # The preview

    @on(QueueList.Moved)
    def _moved(self) -> None:
        self.refresh_hints()
        self._preview(after=SETTLES)

    def _preview(self, *, after: float) -> None:
        """Show what is selected, once the keys rest."""
        selected = self.queue.selected
        self.load(lambda: self._read_preview(selected), self._show, group="preview", after=after)

    def _read_preview(self, selected: Conversation | None) -> Preview:
        """What stands beside a conversation, as far as there is room for it."""
        if selected is None or self.app.size.width < 80:
            return Preview(selected)
        window = self.notebook.timeline(selected.id)
        people: list[Person] = []
        if self.app.size.width >= 120:
            found = (self.notebook.person(person.id) for person in selected.people[:20])
            people = [person for person in found if person is not None]
        return Preview(selected, window, people)

    def _show(self, preview: Preview) -> None:
        conversation, window = preview.conversation, preview.window
        now, zone = self.notebook.now(), self.notebook.zone
        self.timeline.show(conversation if window else None, window)
        title: Line = ()
        promises: list[Line] = []
        if conversation is not None:
            title = title_line(conversation, now, zone, self.query_one("#right").size.width or 52)
            promises = owed(conversation, now, zone)
            cells = self.query_one("#card").size.width or 36
            lines = card(conversation, preview.people, cells, now, zone)
            self.query_one("#card", ManyLines).show(lines)
        self.query_one("#title", OneLineText).show(title)
        owed_line = self.query_one("#owed", OneLineText)
        owed_line.display = bool(promises)
        if promises:
            more = f"  +{len(promises) - 1}" if len(promises) > 1 else ""
            owed_line.show((Span("── ", "rail"), *promises[0], Span(more, "aside")))
        self.refresh_hints()

    def on_resize(self) -> None:
        """More panes or fewer: read what they need, and part them by a line."""
        if self.is_whole:
            self._part()
            self.reload()

    def _part(self) -> None:
        self.queue.divider = self.app.size.width >= 80
        self.timeline.divider = self.app.size.width >= 120

    # What is selected

    @property
    def conversation(self) -> Conversation | None:
        """The selected conversation."""
        return self.queue.selected if self.query(QueueList) else None

    @property
    def entry(self) -> Entry | None:
        """The selected exchange of the timeline, where that shows what is selected."""
        selected = self.conversation
        shown = self.timeline.entries.conversation if selected else None
        if selected is None or shown is None or selected.id != shown.id:
            return None
        return self.timeline.selected

    def go_to(self, conversation: int) -> None:
        """Select a conversation wherever it stands in the queue."""
        if not self.is_whole:
            return
        try:
            state = _read_state(self.notebook, conversation, self.queue.pages_in_view())
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        if state.place is not None:
            # What is being read for the old selection would bring that back.
            self.workers.cancel_group(self, "queue")
            self._apply(state)
            self.queue.reveal(state.place)

    # Moving

    @property
    def pane(self) -> QueueList | TimelineView:
        """The timeline where that has the focus, else the queue."""
        return self.timeline if self.timeline.has_focus else self.queue

    def action_switch_pane(self) -> None:
        """To the timeline and back."""
        narrow = self.app.size.width < 80
        other = self.queue if self.timeline.has_focus or narrow else self.timeline
        other.focus()

    def action_open(self) -> None:
        """Open the conversation, or fold a section."""
        if self.conversation is not None:
            self._open(self.conversation)
        else:
            self.queue.open()

    @on(QueueList.Opened)
    def _opened(self, event: QueueList.Opened) -> None:
        self._open(event.conversation)

    @on(TimelineView.Opened)
    def _timeline_opened(self) -> None:
        self.action_open()

    def _open(self, conversation: Conversation) -> None:
        from convonote.screens.timeline import Timeline

        entry = self.entry if self.timeline.has_focus else None
        self.app.push_screen(Timeline(conversation.id, at=entry.id if entry else None))

    def action_to_queue(self) -> None:
        """From the timeline to the queue."""
        self.queue.focus()


def _read_state(
    notebook: Notebook, selected: int | None, pages: set[tuple[Section, int]]
) -> QueueState:
    """What a reload needs, read in one go."""
    return QueueState(
        counts=notebook.counts(),
        pages={
            (section, page): notebook.turns(section, offset=page * PAGE, limit=PAGE)
            for section, page in pages
        },
        place=None if selected is None else notebook.place_of(selected),
    )
