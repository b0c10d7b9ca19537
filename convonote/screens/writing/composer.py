"""The composer: something said, a talk or a note is written down or edited here."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import TextArea

from convonote.commands import Where
from convonote.host import host, key
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import paste_early, type_early
from convonote.screens.room import TOO_SMALL
from convonote.screens.writing.delivery import Delivery
from convonote.screens.writing.saving import Saving
from convonote.store.errors import NotebookError
from convonote.telling.namesakes import names_of
from convonote.widgets.beside import WIDTH, Beside
from convonote.widgets.composer_lines import mode_line, quoted_head
from convonote.widgets.desk import PREVIEW_WIDTH, Desk
from convonote.widgets.editor import Editor
from convonote.widgets.fields import Fields
from convonote.widgets.footer import Footer
from convonote.widgets.page import Page
from convonote.widgets.people_field import Directory
from convonote.widgets.spans import Line
from convonote.widgets.text import OneLineText
from convonote.writing.addressing import resolve
from convonote.writing.compose_request import ComposeRequest, Mode
from convonote.writing.composing import Sketch
from convonote.writing.drafting import Drafting
from convonote.writing.moments import moment_echo, reminder_echo
from convonote.writing.openings import Opening, begun, opening
from convonote.writing.reviewing import near

DRAFT_AFTER = 1.5
"""Seconds after a change within which it is on its way to disk; two are promised."""
NEXT_MODE = {Mode.NOTE: Mode.SAID, Mode.SAID: Mode.THEIRS, Mode.THEIRS: Mode.TALK}
NEXT_EDITED = {Mode.SAID: Mode.THEIRS, Mode.THEIRS: Mode.SAID}
"""What was written down as said was said by somebody; who that was may have been a slip."""
CAME_IN = "This came in, so only its text is changed; the original is kept"


class Composer(Saving):
    """Writes down one exchange; dismisses what saying it did, or None."""

    WHERE = Where.COMPOSER
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # declared so by Textual
        (0, "-tiny"),
        (40, "-narrow"),
        (80, "-two"),
        (WIDTH, "-beside"),
        (PREVIEW_WIDTH, "-three"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  # declared so by Textual
        (0, "-flat"),
        (10, "-low"),
        (17, "-tall"),
        (36, "-high"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.COMPOSER)
    CSS_PATH = "composer.tcss"

    def __init__(self, request: ComposeRequest) -> None:
        super().__init__()
        self._request = request
        self._mode = request.mode
        self._waiting: Timer | None = None
        self._leave_anyway = False

    def compose(self) -> ComposeResult:
        """What is answered, the fields, the text, and a line for what is found or went wrong."""
        draft = self._request.draft
        yield OneLineText(TOO_SMALL, id="too-small")
        with Vertical(id="body"):
            yield OneLineText(self._mode_line(""), id="mode")
            with Horizontal(id="around"):
                with Vertical(id="main"):
                    yield Page(id="quoted")
                    yield Fields(self._directory())
                    yield OneLineText(id="warned")
                    yield Desk(draft.text if draft else self._request.text, id="desk")
                yield Beside(id="beside")
            yield OneLineText(id="told")
            yield Footer(self.WHERE)

    def _directory(self) -> Directory:
        """What the fields of names may ask."""
        notebook = host(self).notebook
        return Directory(
            lambda typed, limit: notebook.people(typed, limit=limit),
            partial(resolve, notebook),
            notebook.person,
            partial(names_of, notebook),
        )

    def on_mount(self) -> None:
        """Read what is needed; meanwhile one can already write."""
        self.query_one("#warned").display = False
        self._drafting = Drafting(host(self).notebook, self._request.draft)
        self._delivery = Delivery(self, self._drafting)
        self._open()

    @work(group="open")
    async def _open(self) -> None:
        """Fill the fields."""
        notebook = host(self).notebook
        try:
            found = await asyncio.to_thread(opening, notebook, self._request)
        except NotebookError as error:
            self.tell(str(error))
        else:
            if self.is_here:
                self._fill(found)
        self._loaded.set()

    def _fill(self, found: Opening) -> None:
        """Fill the fields with how it opens."""
        self._opening, self._mode = found, found.mode
        self.fields.fill(found)
        self._show_mode()
        self._show_quoted(found)
        self._drafting.opened(replace(self.sketch, text=self._request.text))
        if not found.whole:
            self.tell(CAME_IN)
        self.look_through()

    # What stands there

    @property
    def editor(self) -> Editor:
        """The text."""
        return self.query_one(Desk).editor

    @property
    def sketch(self) -> Sketch:
        """What stands here now, with the people that are known without asking."""
        fields, found = self.fields, self._opening
        if found is None:
            return begun(self._request, self.editor.text)
        return Sketch(
            mode=self._mode,
            conversation=found.conversation.id if found.conversation else None,
            answers=found.answers,
            channel=fields.channel,
            people=fields.to.people,
            topic=fields.topic,
            text=self.editor.text,
            cc=fields.cc.people,
            edits=found.edits.id if found.edits else None,
            typed=fields.typed,
        )

    # What is shown

    def say(self, message: str) -> None:
        """Show it below the text."""
        self.tell(message)

    def _mode_line(self, topic: str) -> Line:
        return mode_line(self._mode, topic, edits=self._request.edits is not None)

    def _show_mode(self) -> None:
        where = self._opening.conversation if self._opening else None
        self.query_one("#mode", OneLineText).show(self._mode_line(where.topic if where else ""))
        self.fields.show_mode(self._mode)

    def _show_quoted(self, opening: Opening) -> None:
        if (entry := opening.quoted) is not None:
            quoted = self.query_one("#quoted", Page)
            self.add_class("-answering")
            quoted.show_markdown(near(entry.text, 0), quoted_head(entry, host(self).notebook.now()))

    def on_key(self, event: events.Key) -> None:
        """A letter typed before the text had the focus."""
        type_early(self.editor, event)

    def on_paste(self, event: events.Paste) -> None:
        """The same for what is pasted."""
        paste_early(self.editor, event)

    # While one writes

    @on(TextArea.Changed)
    @on(Fields.Changed)
    def changed(self) -> None:
        """Look through it after a rest, and put it on disk soon, however long one types."""
        self._leave_anyway = False
        self.look_soon()
        if self._waiting is None:
            self._waiting = self.set_timer(DRAFT_AFTER, self.keep_draft)

    @on(Editor.Told)
    def tell_paste(self, event: Editor.Told) -> None:
        """Much is being pasted."""
        self.tell(event.text)

    @on(Fields.MomentTyped)
    def echo_moment(self) -> None:
        """Say which moment and which day the words mean."""
        notebook, fields = host(self).notebook, self.fields
        text, good = moment_echo(notebook, fields.when.value)
        fields.show_moment(text, good=good)
        text, good = reminder_echo(notebook, fields.remind.value)
        fields.show_reminder(text, good=good)

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
            await asyncio.to_thread(lambda: self._drafting.save(sketch, self.me))
        except NotebookError as error:
            self.tell(f"The draft is not saved: {error}")

    def save_now(self) -> None:
        """Put the draft on disk before returning: the program is about to end."""
        try:
            self.to_save()()
        except NotebookError as error:
            self.tell(f"The draft is not saved: {error}")

    def to_save(self) -> Callable[[], object]:
        """What puts the draft on disk as it stands now, in any thread; it raises NotebookError."""
        if not self.is_mounted:
            return lambda: None
        drafting, sketch, opened = self._drafting, self.sketch, self._opening
        notebook = host(self).notebook
        return lambda: drafting.save(sketch, (opened.me if opened else notebook.me).id)

    @work(group="leave")
    async def action_leave_draft(self) -> None:
        """Leave; the draft stays."""
        await self._loaded.wait()
        if self._busy:
            return
        sketch = self.sketch
        try:
            kept = await asyncio.to_thread(lambda: self._drafting.keep(sketch, self.me))
        except NotebookError as error:
            if not self._leave_anyway:
                self._leave_anyway = True
                again = f"{key(self, 'leave-draft')} again leaves without it"
                self.tell(f"The draft is not saved: {error} · {again}")
                return
            kept = False
        if kept:
            host(self).tell("The draft stays")
        self.dismiss(None)

    def action_cycle_mode(self) -> None:
        """I said, they said, we talked."""
        if self._request.edits is not None:
            self._mode = NEXT_EDITED.get(self._mode, self._mode)
        else:
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
            self.tell(note)
