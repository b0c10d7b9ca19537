"""`Timeline`: one conversation in full."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from convonote.commands import Where
from convonote.conversation.records import Kind
from convonote.screens.bindings import bindings
from convonote.screens.conversing import Conversing
from convonote.screens.moving import Moving
from convonote.store.records import Conversation, Entry, NotebookError, Person, Window
from convonote.text.clean import clean
from convonote.widgets.card import card
from convonote.widgets.entries import PAGE
from convonote.widgets.rows import owed, title_line
from convonote.widgets.text import ManyLines, OneLineText
from convonote.widgets.timeline import TimelineView

Read = tuple[Conversation | None, Window | None, list[Person]]
"""What a reload reads: the conversation, a window of it, its people with addresses."""


class Timeline(Moving, Conversing):
    """A conversation's timeline, opening on the first exchange without an answer."""

    WHERE = Where.TIMELINE
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.TIMELINE)

    view = query_one(TimelineView)

    def __init__(self, conversation: int, *, at: int | None = None) -> None:
        """`at` is the exchange to open at."""
        super().__init__()
        self._conversation_id = conversation
        self._at = at

    def compose_body(self) -> ComposeResult:
        """The title, the timeline, what is owed, and on wide terminals the card."""
        with Horizontal(id="panes"):
            with Vertical(id="right"):
                yield OneLineText(id="title")
                yield TimelineView(self._read_window, self.notebook.now, self.notebook.zone)
                yield OneLineText(id="owed")
            yield ManyLines(id="card")

    def on_mount(self) -> None:
        """Fill the first frame before it is painted."""
        self.query_one("#card").can_focus = False
        self.view.empty = "Nothing is written down here yet.  c say   t they said"
        self.view.focus()
        try:
            self._show(self._read(self._at))
        except NotebookError as error:
            self.host.tell(clean(str(error)))

    def on_resize(self) -> None:
        """Fit title and card to the new width."""
        self.view.divider = self.app.size.width >= 120
        self.reload()

    def _read_window(self, conversation: int, start: int, limit: int) -> Window:
        try:
            return self.notebook.timeline(conversation, start=start, limit=limit)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return Window(conversation, 0, start, ())

    def _read(self, at: int | None, start: int | None = None) -> Read:
        conversation = self.notebook.conversation(self._conversation_id)
        if conversation is None:
            return None, None, []
        place = None if at is None else self.notebook.place_in_timeline(at)
        if place is not None:
            start = max(0, place - PAGE // 2)
        window = self.notebook.timeline(conversation.id, start=start, limit=PAGE)
        found = (self.notebook.person(person.id) for person in conversation.people[:20])
        return conversation, window, [person for person in found if person is not None]

    def reload(self) -> None:
        """Read the conversation again, where it is shown just now."""
        start = self.view.first_in_view
        self.load(lambda: self._read(None, start), self._show, group="timeline")

    def _show(self, read: Read) -> None:
        conversation, window, people = read
        if conversation is None:
            self.host.tell("This conversation is not there any more")
            self.dismiss()
            return
        now, zone = self.notebook.now(), self.notebook.zone
        self.view.show(conversation, window, at=self._at)
        self._at = None
        cells = self.query_one("#right").size.width or self.app.size.width
        title = self.query_one("#title", OneLineText)
        title.show(title_line(conversation, now, zone, cells))
        promises = owed(conversation, now, zone)
        line = self.query_one("#owed", OneLineText)
        line.display = bool(promises)
        if promises:
            line.show(promises[0])
        width = self.query_one("#card").size.width or 36
        self.query_one("#card", ManyLines).show(card(conversation, people, width, now, zone))
        self.refresh_hints()

    @property
    def conversation(self) -> Conversation | None:
        """The conversation that is shown."""
        shown = self.view.entries.conversation if self.query(TimelineView) else None
        if shown is not None:
            return shown
        # A key may come before the first frame.
        try:
            return self.notebook.conversation(self._conversation_id)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return None

    @property
    def entry(self) -> Entry | None:
        """The selected exchange."""
        return self.view.selected if self.query(TimelineView) else None

    def go_to(self, conversation: int) -> None:
        """Show another conversation in place of this one; its own last word, if it is this."""
        if conversation == self._conversation_id:
            self.load(lambda: self._read(None, -PAGE), self._show_last, group="timeline")
            return
        before, self._conversation_id, self._at = self._conversation_id, conversation, None
        if not self.is_whole:
            return
        try:
            read = self._read(None)
        except NotebookError as error:
            self._conversation_id = before
            self.host.tell(clean(str(error)))
            return
        self.workers.cancel_group(self, "timeline")
        self._show(read)

    def _show_last(self, read: Read) -> None:
        self._show(read)
        self.view.last()

    def action_delete(self) -> None:
        """Delete the selected exchange."""
        entry = self.entry
        if entry is not None:
            what = "note" if entry.kind is Kind.NOTE else "exchange"
            self._on_conversation(
                lambda _: self.notebook.delete(exchange=entry.id),
                lambda _: f"{what} deleted; u takes it back".capitalize(),
            )

    @on(TimelineView.Opened)
    def action_original_of_clicked(self) -> None:
        """A second click shows the original."""
        self.action_original()

    @property
    def pane(self) -> TimelineView:
        """The timeline."""
        return self.view
