"""`Timeline`: one conversation in full."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from convonote.commands import Where
from convonote.conversation.records import Kind
from convonote.host import key, takes_back
from convonote.screens.bindings import bindings
from convonote.screens.moving import Moving
from convonote.screens.promises.promising import suggestion_keys
from convonote.screens.room import RELOAD
from convonote.screens.timelines.hit_trail import HitTrail
from convonote.screens.timelines.looking import Looking
from convonote.screens.timelines.timeline_reading import (
    TimelineRead,
    filtered_window,
    read_timeline,
)
from convonote.store.errors import NotebookError
from convonote.store.records import Conversation, Entry, Window
from convonote.text.clean import clean
from convonote.widgets.card import card
from convonote.widgets.entries import PAGE
from convonote.widgets.rows import owed, part_line, title_line
from convonote.widgets.text import ManyLines, OneLineText
from convonote.widgets.timeline import TimelineView

CARD = 36
"""Columns of the card, where there is room for it."""


class Timeline(Moving, Looking):
    """A conversation's timeline, opening on the first exchange without an answer."""

    WHERE = Where.TIMELINE
    INNERMOST = "TimelineView"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.TIMELINE)

    view = query_one(TimelineView)

    def __init__(
        self, conversation: int, *, at: int | None = None, trail: HitTrail | None = None
    ) -> None:
        """`at` is the exchange to open at, `trail` the hits of which it is one."""
        super().__init__(trail)
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
        self.view.entries.keys = suggestion_keys(self)
        self.query_one("#card").can_focus = False
        self.begin_looking()
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
            if self.ids is not None:
                return filtered_window(self.notebook, conversation, self.ids, start, limit)
            return self.notebook.timeline(conversation, start=start, limit=limit)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return Window(conversation, 0, start, ())

    def _read(self, at: int | None, start: int | None = None) -> TimelineRead:
        return read_timeline(
            self.notebook, self._conversation_id, words=self.words, at=at, start=start
        )

    def reload(self) -> None:
        """Read the conversation again, where it is shown just now."""
        start = self.view.first_in_view
        self.load(lambda: self._read(None, start), self._show, group=RELOAD)

    def _show(self, read: TimelineRead) -> None:
        conversation, people = read.conversation, read.people
        if conversation is None:
            self.host.tell("This conversation is not there any more")
            self.dismiss()
            return
        now, zone = self.notebook.now(), self.notebook.zone
        self.ids = read.ids
        self.view.empty = self._nothing()
        self.view.show(conversation, read.window, at=read.at)
        self.entitle(conversation)
        promises = owed(conversation, now, zone)
        line = self.query_one("#owed", OneLineText)
        line.display = bool(promises)
        if promises:
            line.show(promises[0])
        width = self.query_one("#card").size.width or CARD
        self.query_one("#card", ManyLines).show(card(conversation, people, width, now, zone))
        self.refresh_hints()

    def entitle(self, conversation: Conversation) -> None:
        """The topic, and which part of the timeline is shown, or which hit this is."""
        # The panes have their widths only after the first frame.
        cells = self.app.size.width - (CARD if self.app.size.width >= 120 else 0)
        line = title_line(conversation, self.notebook.now(), self.notebook.zone, cells)
        if self.ids is not None:
            shown = f"{len(self.ids)} of {conversation.exchanges}"
            line = part_line(conversation, f"filter: {clean(self.words)}", shown, cells)
        elif self.trail is not None:
            line = part_line(
                conversation, f"find: {clean(self.trail.line)}", self.trail.shown, cells
            )
        self.query_one("#title", OneLineText).show(line)

    def _nothing(self) -> str:
        """What stands in an empty timeline."""
        if self.ids is not None:
            return f"Nothing here has these words.  {key(self, 'back')} shows all"
        said = f"{key(self, 'say')} say   {key(self, 'hear')} they said"
        return f"Nothing is written down here yet.  {said}"

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

    @property
    def on_exchange(self) -> bool:
        """The keys mean the selected exchange."""
        return True

    def go_to(self, conversation: int) -> None:
        """Show another conversation in place of this one; its own last word, if it is this."""
        if conversation == self._conversation_id:
            # What was said last may be nothing that the filter leaves.
            self.end_filter()
            self.load(lambda: self._read(None, -PAGE), self._show_last, group=RELOAD)
            return
        self.end_looking()
        self.show_at(conversation, None)

    def show_at(self, conversation: int, at: int | None) -> None:
        """Show another conversation or another place, before the next key is looked at."""
        before, self._conversation_id, self._at = self._conversation_id, conversation, at
        if not self.is_whole:
            return
        try:
            read = self._read(at)
        except NotebookError as error:
            self._conversation_id = before
            self.host.tell(clean(str(error)))
            return
        self.workers.cancel_group(self, RELOAD)
        self._at = None
        self._show(read)

    def _show_last(self, read: TimelineRead) -> None:
        self._show(read)
        self.view.last()

    def action_delete(self) -> None:
        """Delete the selected exchange."""
        entry = self.entry
        if entry is not None:
            what = "note" if entry.kind is Kind.NOTE else "exchange"
            self._on_conversation(
                lambda _: self.notebook.delete(exchange=entry.id),
                lambda _: f"{what} deleted; {takes_back(self)}".capitalize(),
            )

    @on(TimelineView.Opened)
    def action_original_of_clicked(self) -> None:
        """A second click shows the original."""
        self.action_original()

    def read_at(self, at: int | None) -> None:
        """Read again what fits now, and show it at an exchange."""
        self.load(lambda: self._read(at), self._show, group=RELOAD)

    @property
    def shown_id(self) -> int:
        """The conversation that is shown, or is going to be."""
        return self._conversation_id

    @property
    def pane(self) -> TimelineView:
        """The timeline."""
        return self.view
