"""`Room`: what all full screens share, from the footer to reading in a thread."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key, Paste
from textual.worker import Worker

from convonote.commands import Where
from convonote.host import Host, host
from convonote.screens.listing import Listing
from convonote.screens.rooms import go
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Said
from convonote.text.clean import clean
from convonote.widgets.footer import Footer
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import OneLineText
from convonote.writing.compose_request import ComposeRequest, Mode

Value = TypeVar("Value")

RELOAD = "reload"
"""The group of what a reload reads; what acts on the selection waits until that is shown."""
NEEDS_BODY = frozenset(
    {"down", "up", "page_down", "page_up", "first", "last", "open", "switch_pane", "to_queue"}
)
"""Actions that wait until the widgets are there."""
LEAST = (40, 10)
"""Columns and rows below which only that is said."""
TOO_SMALL: Line = (Span("too small: {}×{} will do".format(*LEAST), "message"),)


class Room(Listing[None]):
    """A full screen; its commands come from the registry by `WHERE`."""

    INNERMOST: ClassVar[str] = "Footer"
    """A widget that is there last of all, since it stands within others."""

    def compose(self) -> ComposeResult:
        """A body, the footer, and the line that stands there when nothing else has room."""
        yield OneLineText(TOO_SMALL, id="too-small")
        with Vertical(id="body"):
            yield from self.compose_body()
            yield Footer(self.WHERE)

    @abstractmethod
    def compose_body(self) -> ComposeResult:
        """What stands above the footer."""

    @property
    def host(self) -> Host:
        """The app."""
        return host(self)

    @property
    def notebook(self) -> Notebook:
        """The notebook that is open."""
        return self.host.notebook

    @property
    def is_whole(self) -> bool:
        """Its widgets are there: a resize may come before them, and what was read after them."""
        return self.is_here and self.is_mounted and bool(self.query(self.INNERMOST))

    @property
    def is_too_small(self) -> bool:
        """The terminal has no room for what stands here."""
        width, height = self.app.size
        return width < LEAST[0] or height < LEAST[1]

    def on_mount(self) -> None:
        """Show in the footer what there is to tell."""
        footer = self.query_one(Footer)

        def tell(message: str) -> None:
            footer.message = message

        self.watch(self.app, "message", tell)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing moves before there is something to move in; a tour is taken or not.

        None where something is lacking of which `lacks` tells.
        """
        if action in NEEDS_BODY and not self.query(self.INNERMOST):
            return False
        if action == "tour_next":
            return self.host.touring
        return None if self.lacks(action) else super().check_action(action, parameters)

    def on_selected(self, action: str) -> bool:
        """Whether it acts on what is selected, and so waits until that is shown as it is now."""
        return False

    async def on_key(self, event: Key) -> None:
        """A key that came before there was something to move in is obeyed now.

        Of one that can do nothing, it is said why.
        """
        active = self.active_bindings.get(event.key) if self.is_current else None
        if active is None or not active.binding.priority:
            return
        event.stop()
        if active.enabled:
            await self.app.run_action(active.binding.action, active.node)
        elif self.is_whole and (reason := self.lacks(active.binding.action)):
            self.host.tell(f"{active.binding.description}: {reason}")

    def on_paste(self, event: Paste) -> None:
        """Nothing that is pasted is a command; where it could go is said."""
        event.stop()
        self.host.tell("Nothing can be pasted into a list; into the composer it can")

    def on_screen_resume(self) -> None:
        """Another screen was left: things may have changed."""
        if self.is_whole:
            self.reload()

    def reload(self) -> None:
        """Show what is stored now; nothing is painted where nothing changed."""

    def refresh_hints(self) -> None:
        """What can be done has changed."""
        self.query_one(Footer).renew()

    def load(
        self,
        read: Callable[[], Value],
        then: Callable[[Value], object],
        *,
        group: str,
        after: float = 0.0,
    ) -> Worker[None]:
        """Read in a thread, after `after` seconds of rest, and hand the value to `then`.

        A later call of the same group puts an earlier one aside.
        """
        return self.run_worker(partial(self._load, read, then, after), group=group, exclusive=True)

    async def _load(
        self, read: Callable[[], Value], then: Callable[[Value], object], after: float
    ) -> None:
        if after:
            await asyncio.sleep(after)
        try:
            value = await asyncio.to_thread(read)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        if self.is_whole:
            then(value)

    # Writing something down

    def compose_exchange(self, request: ComposeRequest) -> None:
        """Open the composer, with the draft that was left there.

        The draft is read here and now: a letter typed while a thread reads would be a command.
        """
        from convonote.screens.writing.composer import Composer
        from convonote.writing.left_drafts import draft_for

        try:
            draft = request.draft or draft_for(self.notebook, request)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return
        self.app.push_screen(Composer(replace(request, draft=draft)), self.written)

    def written(self, said: Said | None) -> None:
        """Something was written down, or not."""

    # Commands that need nothing selected

    def action_new_conversation(self) -> None:
        """Start a conversation with what was said first."""
        self.compose_exchange(ComposeRequest(Mode.SAID))

    def action_quick_add(self, words: str = "") -> None:
        """Write down what was said in one line."""
        from convonote.screens.writing.quick_add import QuickAdd

        self.app.push_screen(QuickAdd(words), self.written)

    def action_add_person(self, words: str = "") -> None:
        """Ask for a person's name and addresses in one line."""
        from convonote.screens.asking import ask_person

        ask_person(self, words)

    def person_added(self, person: Person) -> None:
        """Somebody was added."""
        self.host.reload()

    def action_who(self, words: str = "") -> None:
        """Ask what somebody shall know about, and show who does."""
        from convonote.screens.people.knowing import ask_topic

        ask_topic(self, words)

    def action_import(self, words: str = "") -> None:
        """Ask for a path and import what is there."""
        from convonote.screens.asking import ask_import

        ask_import(self, words)

    async def action_find(self, words: str = "") -> None:
        """Open the search over everything said."""
        from convonote.screens.finding.find import Find

        find = Find()
        shown = self.app.push_screen(find)
        if words:
            await shown
            find.field.value = words

    def action_go_turns(self) -> None:
        """To the queue."""
        go(self.app, Where.HOME)

    def action_go_people(self) -> None:
        """To the contact list."""
        go(self.app, Where.PEOPLE)

    def action_go_promises(self) -> None:
        """To what is owed."""
        go(self.app, Where.PROMISES)

    def action_go_rhythm(self) -> None:
        """To whom to reach out to."""
        go(self.app, Where.RHYTHM)

    def action_go_find(self) -> None:
        """To the search, as it was left."""
        go(self.app, Where.FIND)

    def action_undo(self) -> None:
        """Take back the user's own last change."""
        self.host.change(self.notebook.undo, lambda what: self._redone("Undone", what))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.host.change(self.notebook.redo, lambda what: self._redone("Done again", what))

    def _redone(self, how: str, what: str) -> None:
        self.host.tell(f"{how}: {clean(what)}")
        self.host.reload()

    # Commands about the program itself

    def action_theme(self, name: str = "") -> None:
        """Choose the colours, or wear those of a name."""
        from convonote.screens.around.theme import choose_theme

        choose_theme(self, name)

    def action_messages(self) -> None:
        """Everything that was told."""
        from convonote.screens.around.messages import Messages

        self.app.push_screen(Messages())

    def action_info(self) -> None:
        """Where things are, how much there is, and versions."""
        from convonote.screens.around.info import Info

        self.app.push_screen(Info())

    def action_tour(self) -> None:
        """Leave for the tour; the app's caller opens it."""
        self.host.leave("tour")

    def action_tour_next(self) -> None:
        """Go on with the tour."""
        self.host.tour_next()

    async def action_suspend(self) -> None:
        """Back to the shell for a while."""
        await self.app.run_action("suspend_process")

    def action_back(self) -> None:
        """Leave this screen."""
        self.dismiss()

    def action_leave(self) -> None:
        """Leave this screen."""
        self.dismiss()

    def action_quit(self) -> None:
        """Leave the program."""
        self.host.leave()
