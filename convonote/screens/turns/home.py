"""`Home`: the queue, the timeline of what is selected, and what is owed."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from convonote.commands import Where
from convonote.conversation.turn_records import Section
from convonote.conversation.zones import day_of
from convonote.screens.bindings import bindings
from convonote.screens.moving import Moving
from convonote.screens.promises.promising import suggestion_keys
from convonote.screens.room import RELOAD
from convonote.screens.turns.narrowing import Narrowing
from convonote.screens.turns.nothing_beside import nothing_beside
from convonote.screens.turns.on_marked import OnMarked
from convonote.screens.turns.preview import Preview
from convonote.screens.turns.queue_reading import QueueRead, read_queue
from convonote.screens.turns.reaching_out import ReachingOut
from convonote.store.errors import NotebookError
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation, Entry, Window
from convonote.store.rhythm.records import ReachOut
from convonote.text.clean import clean
from convonote.text.times import long_day
from convonote.widgets.card import card
from convonote.widgets.queue import QueueList, Row
from convonote.widgets.rhythm_row import reaching_line
from convonote.widgets.rows import owed, title_line
from convonote.widgets.spans import Line, Span
from convonote.widgets.strips import ends
from convonote.widgets.text import ManyLines, OneLineText
from convonote.widgets.timeline import TimelineView

SETTLES = 0.12
"""Seconds that the keys rest before the preview follows."""


class Home(Moving, OnMarked, ReachingOut, Narrowing):
    """The home screen."""

    WHERE = Where.HOME
    INNERMOST = "TimelineView"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.HOME)

    queue = query_one(QueueList)
    timeline = query_one(TimelineView)

    def compose_body(self) -> ComposeResult:
        """The header, the queue, the timeline, and on wide terminals the card."""
        now, zone = self.notebook.now, self.notebook.zone
        yield OneLineText(id="header")
        with Horizontal(id="panes"):
            yield QueueList(self.read_page, now, zone)
            with Vertical(id="right"):
                yield OneLineText(id="title")
                yield TimelineView(self._read_window, now, zone)
                yield OneLineText(id="owed")
            yield ManyLines(id="card")

    def on_mount(self) -> None:
        """Fill the first frame before it is painted."""
        self.timeline.entries.keys = suggestion_keys(self)
        self._part()
        self.query_one("#card").can_focus = False
        self.queue.focus()
        try:
            self._apply(read_queue(self.notebook, None, {(Section.MINE, 0)}))
        except NotebookError as error:
            self.host.tell(clean(str(error)))
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        """Load what the queue can be shown without: what lays out texts, then what drafts need."""
        self._preview(after=0.0)
        self.load(self._left_behind, self._offer, group="drafts", after=SETTLES)

    def _left_behind(self) -> str:
        """Where a draft was left, if any."""
        from convonote.writing.left_drafts import offer

        return offer(self.notebook, self.host.keymap.key)

    def _offer(self, line: str) -> None:
        if line and not self.host.message:
            self.host.tell(line)

    # Reading

    def _read_window(self, conversation: int, start: int, limit: int) -> Window:
        try:
            return self.notebook.timeline(conversation, start=start, limit=limit)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return Window(conversation, 0, start, ())

    def reload(self) -> None:
        """Read the queue again, and the timeline beside it."""
        selected, words = self.queue.selected, self.words
        wanted, marked = self.queue.pages_in_view(), list(self.queue.marked)
        chosen, began = selected.id if selected else None, self.queue.selected_now

        def reloaded(read: QueueRead) -> None:
            now = self.queue.caught_up(replace(read.state, selected=began))
            if now is None:
                self.reload()
                return
            self._apply(replace(read, state=now))
            self._preview(after=0.0)

        self.load(
            lambda: read_queue(self.notebook, chosen, wanted, words=words, marked=marked),
            reloaded,
            group=RELOAD,
        )

    def _apply(self, read: QueueRead) -> None:
        self.narrow(read)
        self.queue.apply(read.state)
        # What was marked while a thread read stays as it is.
        marked = [read.marked.get(one.id, one) for one in self.marked]
        self.queue.keep_marked([one for one in marked if one is not None])
        self._head()

    def _head(self) -> None:
        counts = self.queue.model.counts
        mine, later = counts[Section.MINE], counts[Section.LATER]
        today = day_of(self.notebook.now(), self.notebook.zone)
        left: list[Span] = [
            Span("convonote", "title"),
            Span(f"   {mine} your turn · {later} later"),
        ]
        if self.marked:
            left.append(Span(f" · {len(self.marked)} marked", "title"))
        if self.words:
            left += [Span(" · filter: "), Span(clean(self.words), "title")]
        right: Line = (Span(f"  {long_day(today)}"),)
        self.query_one("#header", OneLineText).show(ends(tuple(left), right, self.app.size.width))

    def marks_changed(self) -> None:
        """Show how many are marked, and what can be done with them."""
        self._head()
        self.refresh_hints()

    # The preview

    @on(QueueList.Moved)
    def _moved(self) -> None:
        if self.queue.selected is not None:
            self.timeline.empty = ""
        self.refresh_hints()
        self._preview(after=SETTLES)

    def _preview(self, *, after: float) -> None:
        """Show what is selected, once the keys rest."""
        selected = self.queue.selected or self.queue.reaching
        self.load(lambda: self._read_preview(selected), self._show, group="preview", after=after)

    def _read_preview(self, row: Row | None) -> Preview:
        """What stands beside a row, as far as there is room for it."""
        selected = row if isinstance(row, Conversation) else None
        reaching = row if isinstance(row, ReachOut) else None
        if reaching is not None and reaching.conversation is not None:
            selected = self.notebook.conversation(reaching.conversation)
        if selected is None or self.app.size.width < 80:
            return Preview(selected, reaching=reaching)
        window = self.notebook.timeline(selected.id)
        people: list[Person] = []
        if self.app.size.width >= 120:
            found = (self.notebook.person(person.id) for person in selected.people[:20])
            people = [person for person in found if person is not None]
        return Preview(selected, window, people, reaching)

    def _show(self, preview: Preview) -> None:
        conversation, window = preview.conversation, preview.window
        now, zone = self.notebook.now(), self.notebook.zone
        self.timeline.empty = ""
        if conversation is None:
            self.timeline.empty = nothing_beside(self.queue, self.words, self.host.keymap.key)
        self.timeline.show(conversation if window else None, window)
        title: Line = ()
        promises: list[Line] = []
        if conversation is not None:
            title = title_line(conversation, now, zone, self.query_one("#right").size.width or 52)
            promises = owed(conversation, now, zone)
            cells = self.query_one("#card").size.width or 36
            lines = card(conversation, preview.people, cells, now, zone)
            self.query_one("#card", ManyLines).show(lines)
        if preview.reaching is not None:
            title = reaching_line(preview.reaching)
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

    @property
    def on_exchange(self) -> bool:
        """The keys mean the selected exchange while the timeline has them."""
        return self.timeline.has_focus

    def go_to(self, conversation: int) -> None:
        """Select a conversation wherever it stands in the queue."""
        if not self.is_whole:
            return
        try:
            read = self.read_around(conversation)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        if read.state.place is not None:
            # What is being read for the old selection would bring that back.
            self.workers.cancel_group(self, RELOAD)
            self._apply(read)
            self.queue.reveal(read.state.place)

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
        from convonote.screens.timelines.timeline import Timeline

        entry = self.entry if self.timeline.has_focus else None
        self.app.push_screen(Timeline(conversation.id, at=entry.id if entry else None))

    def action_to_queue(self) -> None:
        """From the timeline to the queue; there, take the marks away, then the filter."""
        if not self.queue.has_focus:
            self.queue.focus()
        elif self.marked:
            self.unmark()
        else:
            self.filter_by("")
