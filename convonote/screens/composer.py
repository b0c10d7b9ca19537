"""The composer: something said, a talk or a note is written down here."""

import asyncio
from datetime import datetime
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from convonote import composing
from convonote.commands import Where
from convonote.composing import Opening, Sketch, begun
from convonote.conversation.records import SECOND
from convonote.drafting import Drafting
from convonote.reviewing import near, review, review_line
from convonote.screens.bindings import bindings
from convonote.screens.compose_request import ComposeRequest, Mode
from convonote.screens.delivery import Delivery, Undelivered
from convonote.screens.early_keys import type_early
from convonote.screens.host import host
from convonote.screens.moments import moment_echo
from convonote.screens.readiness import NotReady, ready
from convonote.screens.room import TOO_SMALL
from convonote.store.records import NotebookError, Said
from convonote.text.clean import clean
from convonote.widgets.composer_lines import mode_line, quoted_head
from convonote.widgets.desk import PREVIEW_WIDTH, Desk
from convonote.widgets.editor import Editor
from convonote.widgets.fields import Fields
from convonote.widgets.footer import Footer
from convonote.widgets.page import Page
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText

REST = 0.3
"""Seconds of rest after which the text is looked through."""
DRAFT_AFTER = 1.5
"""Seconds after a change within which it is on its way to disk; two are promised."""
NEXT_MODE = {Mode.NOTE: Mode.SAID, Mode.SAID: Mode.THEIRS, Mode.THEIRS: Mode.TALK}


class Composer(Screen[Said | None]):
    """Writes down one exchange; dismisses what saying it did, or None."""

    WHERE = Where.COMPOSER
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # declared so by Textual
        (0, "-tiny"),
        (40, "-narrow"),
        (80, "-two"),
        (PREVIEW_WIDTH, "-three"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  # declared so by Textual
        (0, "-flat"),
        (10, "-low"),
        (17, "-tall"),
        (36, "-high"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.COMPOSER),
        Binding("ctrl+r", "preview", "Preview", id="preview", show=False),
    ]
    CSS_PATH = "composer.tcss"

    def __init__(self, request: ComposeRequest) -> None:
        super().__init__()
        self._request = request
        self._mode = request.mode
        self._opening: Opening | None = None
        self._loaded = asyncio.Event()
        self._rest: Timer | None = None
        self._waiting: Timer | None = None
        self._busy = False
        self._leave_anyway = False
        self._told = False
        """Whether a message stands where words and promises stand."""

    def compose(self) -> ComposeResult:
        """What is answered, the fields, the text, and a line for what is found or went wrong."""
        draft = self._request.draft
        yield OneLineText(TOO_SMALL, id="too-small")
        with Vertical(id="body"):
            yield OneLineText(mode_line(self._mode, ""), id="mode")
            yield Page(id="quoted")
            yield Fields()
            yield Desk(draft.text if draft else "", id="desk")
            yield OneLineText(id="told")
            yield Footer(self.WHERE)

    def on_mount(self) -> None:
        """Read what is needed; meanwhile one can already write."""
        self._drafting = Drafting(host(self).notebook, self._request.draft)
        self._delivery = Delivery(self, self._drafting)
        self._open()

    @work(group="open")
    async def _open(self) -> None:
        """Fill the fields."""
        notebook = host(self).notebook
        try:
            opening = await asyncio.to_thread(composing.opening, notebook, self._request)
        except NotebookError as error:
            self._tell(str(error))
        else:
            self._opening, self._mode = opening, opening.mode
            self.fields.fill(opening)
            self._show_mode()
            self._show_quoted(opening)
            self._look_through()
        self._loaded.set()

    # What stands there

    @property
    def editor(self) -> Editor:
        """The text."""
        return self.query_one(Desk).editor

    @property
    def fields(self) -> Fields:
        """All that stands above it."""
        return self.query_one(Fields)

    @property
    def sketch(self) -> Sketch:
        """What stands here now, with the people that are known without asking."""
        fields, opening = self.fields, self._opening
        if opening is None:
            return begun(self._request, self.editor.text)
        return Sketch(
            mode=self._mode,
            conversation=opening.conversation.id if opening.conversation else None,
            answers=opening.answers,
            channel=fields.channel,
            people=fields.to.people,
            topic=fields.topic,
            text=self.editor.text,
        )

    # What is shown

    def _tell(self, message: str) -> None:
        """One line, which stays until something is changed: it must be read before it goes."""
        self._told = True
        self.query_one("#told", OneLineText).show((Span(clean(message), "message"),))

    def _show_mode(self) -> None:
        where = self._opening.conversation if self._opening else None
        self.query_one("#mode", OneLineText).show(
            mode_line(self._mode, where.topic if where else "")
        )
        self.fields.show_mode(self._mode)

    def _show_quoted(self, opening: Opening) -> None:
        if (entry := opening.quoted) is not None:
            quoted = self.query_one("#quoted", Page)
            self.add_class("-answering")
            quoted.show_markdown(near(entry.text, 0), quoted_head(entry, host(self).notebook.now()))

    def on_key(self, event: events.Key) -> None:
        """A letter typed before the text had the focus."""
        type_early(self.editor, event)

    # While one writes

    @on(TextArea.Changed)
    @on(Fields.Changed)
    def changed(self) -> None:
        """Look through it after a rest, and put it on disk soon, however long one types."""
        self._leave_anyway = self._told = False
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._look_through)
        if self._waiting is None:
            self._waiting = self.set_timer(DRAFT_AFTER, self.keep_draft)

    @on(Fields.MomentTyped)
    def echo_moment(self) -> None:
        """Say which moment the words mean."""
        text, good = moment_echo(host(self).notebook, self.fields.when.value)
        self.fields.show_moment(text, good=good)

    @work(group="look", exclusive=True)
    async def _look_through(self) -> None:
        """Count, list the promises, and lay out the preview."""
        self._rest = None
        text = self.editor.text
        notebook = host(self).notebook
        today = datetime.fromtimestamp(notebook.now() / SECOND, notebook.zone).date()
        found = await asyncio.to_thread(review, text, today, promises=self._mode is not Mode.NOTE)
        if not self._told:
            line = review_line(found, today)
            self.query_one("#told", OneLineText).show((Span(line, "aside"),))
        self.query_one(Desk).lay_out()

    def action_preview(self) -> None:
        """Show how it will read, or fold that away."""
        self.query_one(Desk).toggle_preview()

    # The draft

    @work(group="draft")
    async def keep_draft(self) -> None:
        """Put what stands here on disk; where that fails, say so and try again after a change."""
        self._waiting = None
        await self._loaded.wait()
        sketch = self.sketch
        try:
            await asyncio.to_thread(lambda: self._drafting.save(sketch, self._me()))
        except NotebookError as error:
            self._tell(f"The draft is not saved: {error}")

    def save_now(self) -> None:
        """Put the draft on disk before returning: the program is about to end."""
        try:
            self._drafting.save(self.sketch, self._me())
        except NotebookError as error:
            self._tell(f"The draft is not saved: {error}")

    def _me(self) -> int:
        """Who I am, also before the fields are filled."""
        return (self._opening.me if self._opening else host(self).notebook.me).id

    @work(group="leave")
    async def action_leave_draft(self) -> None:
        """Leave; the draft stays."""
        await self._loaded.wait()
        if self._busy:
            return
        sketch = self.sketch
        try:
            kept = await asyncio.to_thread(lambda: self._drafting.keep(sketch, self._me()))
        except NotebookError as error:
            if not self._leave_anyway:
                self._leave_anyway = True
                self._tell(f"The draft is not saved: {error} · Ctrl+g again leaves without it")
                return
            kept = False
        if kept:
            host(self).tell("The draft stays")
        self.dismiss(None)

    # Saving

    def action_save(self) -> None:
        """Write it down, once."""
        if not self._busy:
            self._busy = True
            self._save()

    @work(group="save")
    async def _save(self) -> None:
        try:
            await self._loaded.wait()
            sketch, words = self.sketch, self.fields.words
            saying, to = await asyncio.to_thread(
                lambda: ready(host(self).notebook, sketch, words, self._me())
            )
            said = await self._delivery.deliver(saying, to)
        except NotReady as reason:
            self.query_one(reason.where).focus()
            self._tell(str(reason))
        except Undelivered as reason:
            self._tell(str(reason))
        except NotebookError as error:
            self._tell(f"Not saved: {error}")
        else:
            if said is None:
                host(self).tell("The draft stays")
            self.dismiss(said)
        finally:
            self._busy = False

    def action_cycle_mode(self) -> None:
        """I said, they said, we talked."""
        came_as = self._opening.mode if self._opening else self._request.mode
        # What was begun as a private note can become one again.
        after_talk = Mode.NOTE if came_as is Mode.NOTE else Mode.SAID
        self._mode = NEXT_MODE.get(self._mode, after_talk)
        self._show_mode()
        self.changed()

    def action_undo_text(self) -> None:
        """Take back the last edit of the text."""
        self.editor.undo()

    def action_redo_text(self) -> None:
        """Do it again."""
        self.editor.redo()

    def action_edit_outside(self) -> None:
        """Write in the user's own editor; what was here before is one undo away."""
        self.save_now()
        if note := self.query_one(Desk).edit_outside():
            self._tell(note)
