"""The App: wiring only."""

import asyncio
import errno
import os
import signal
import sys
import termios
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from textual.app import App
from textual.events import Event, Key
from textual.filter import LineFilter
from textual.reactive import Reactive, reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from convonote import wire
from convonote.conversation.records import SECOND
from convonote.conversation.zones import day_begins, day_of
from convonote.introducing import introduce
from convonote.screens.bindings import app_bindings
from convonote.screens.palette import Palette
from convonote.screens.room import Room
from convonote.store.notebook import Notebook
from convonote.store.records import NotebookError, UndoError
from convonote.text.clean import clean
from convonote.widgets.colourless import Colourless

if TYPE_CHECKING:
    from pathlib import Path

    from convonote.config import Config

Value = TypeVar("Value")

DEMO = "demo"
"""What the app returns when the sample notebook was asked for."""
LOOK = 1.0
"""Seconds between two looks whether another program has written."""
LONGEST_SAVE = 5.0
"""Seconds that saving a draft may take when the line has dropped."""
LONGEST_REST = 600.0
"""Seconds after which the clock is read again at the latest, since laptops sleep."""


@runtime_checkable
class Drafting(Protocol):
    """A screen that holds something unsaved."""

    def save_now(self) -> None:
        """Put it on disk before returning."""


class Convonote(App[str]):
    """The screens on one notebook."""

    TITLE = "convonote"
    CSS_PATH = "convonote.tcss"
    BINDINGS = app_bindings()
    COMMANDS = {Palette}  # noqa: RUF012  # declared so by Textual
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # declared so by Textual
        (0, "-tiny"),
        (40, "-narrow"),
        (80, "-two"),
        (120, "-three"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-tall")]  # noqa: RUF012  # declared so by Textual

    theme = Reactive(os.environ.get("TEXTUAL_THEME", "ansi-dark"))
    """The terminal's own colours, from before the first style is made."""
    message: reactive[str] = reactive("")
    """One line for the user, in place of the footer until the next key."""

    def __init__(self, notebook: Notebook, config: "Config") -> None:
        super().__init__(driver_class=None if config.plain_driver else wire.driver_class())
        self.animation_level = "none"
        self.notebook = notebook
        self.config = config
        self.messages: deque[str] = deque(maxlen=200)
        """What was told, the latest last."""
        self._changing = asyncio.Lock()
        self._version = 0
        self._clock: Timer | None = None
        self._colourless = Colourless()

    def get_default_screen(self) -> Screen[Any]:
        """The home screen, or what a new notebook opens with."""
        if not any(self.notebook.counts().values()):
            from convonote.screens.welcome import Welcome

            return Welcome()
        from convonote.screens.home import Home

        return Home()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colours, send none: not even the sequences for the default ones."""
        return [self._colourless] if self.no_color else super().get_line_filters()

    def on_mount(self) -> None:
        """Start what notices changes: other programs, the time, and signals."""
        loop = asyncio.get_running_loop()
        # Each thread has a connection with a cache of its own, so there are two at most.
        loop.set_default_executor(ThreadPoolExecutor(2, thread_name_prefix="notebook"))
        loop.add_signal_handler(signal.SIGTERM, self._stopped, signal.SIGTERM)
        # When the line drops, SIGCONT follows at once, and Textual would answer that by writing to
        # a terminal that is no more, before the loop came to hear of this.
        signal.signal(signal.SIGHUP, lambda *_: self._hung_up())
        self._version = self.notebook.data_version()
        self.set_interval(LOOK, self.look)
        # A shell may have written where the screen is.
        self.app_resume_signal.subscribe(self, lambda _: self.action_repaint())
        self.settle()
        for error in self.config.errors[:1]:
            self.tell(clean(error))

    # Telling

    def tell(self, message: str) -> None:
        """Show one line, already cleaned, until the next key."""
        self.messages.append(message)
        self.message = message

    async def on_event(self, event: Event) -> None:
        """A key takes the message away before it does what it does."""
        if isinstance(event, Key) and not event.is_forwarded:
            self.message = ""
        await super().on_event(event)

    # Painting

    def action_repaint(self) -> None:
        """Paint everything again, whatever the terminal may show."""
        wire.forget(self)
        self.refresh(layout=True)

    def on_thin_driver_forgotten(self) -> None:
        """The terminal was resized, or is another than it was taken for."""
        self.refresh(layout=True)

    # Changing

    def change(
        self, work: Callable[[], Value], then: Callable[[Value], object] | None = None
    ) -> Worker[None]:
        """Run what writes the notebook in a thread, then hand its value to `then` on the screen.

        Changes run one after another, in the order they were asked for; one that fails is told.
        """
        return self.run_worker(partial(self._change, work, then), group="changes")

    async def _change(
        self, work: Callable[[], Value], then: Callable[[Value], object] | None
    ) -> None:
        async with self._changing:
            try:
                value = await asyncio.to_thread(work)
            except (NotebookError, UndoError) as error:
                self.tell(clean(str(error)))
                return
        if then is not None and self.is_running:
            then(value)

    # What changes without a key

    def reload(self) -> None:
        """Show what is stored now; other screens do so when they are seen again."""
        if isinstance(self.screen, Room) and self.screen.is_whole:
            self.screen.reload()

    def look(self) -> None:
        """Notice what another program wrote, and that the terminal has gone."""
        if self._terminal_gone():
            self._hung_up()
        try:
            version = self.notebook.data_version()
        except NotebookError as error:
            self.tell(clean(str(error)))
            return
        if version != self._version:
            self._version = version
            self.reload()

    def settle(self) -> None:
        """Place again what time has moved, and wait for the next such moment."""
        self.change(self._settle, self._settled)

    def _settle(self) -> tuple[int, int | None]:
        return self.notebook.settle(), self.notebook.next_change()

    def _settled(self, result: tuple[int, int | None]) -> None:
        moved, change = result
        if moved:
            self.reload()
        now = self.notebook.now()
        moments = [now + LONGEST_REST * SECOND, self._midnight(now)]
        if change is not None:
            moments.append(change)
        rest = (min(moments) - now) / SECOND
        if self._clock is not None:
            self._clock.stop()
        self._clock = self.set_timer(max(LOOK, rest + 0.01), self.settle)

    def _midnight(self, now: int) -> int:
        zone = self.notebook.zone
        return day_begins(day_of(now, zone) + timedelta(days=1), zone)

    # Leaving

    def save_drafts(self) -> None:
        """Put on disk whatever is being written."""
        for screen in self.screen_stack:
            if isinstance(screen, Drafting):
                screen.save_now()

    def _terminal_gone(self) -> bool:
        """Nobody is at the other end, though no signal said so (`nohup`, a container)."""
        if self.is_headless or sys.__stdin__ is None:
            return False
        try:
            termios.tcgetattr(sys.__stdin__.fileno())
        except termios.error as error:
            return bool(error.args) and error.args[0] == errno.EIO
        return False

    def _stopped(self, number: int) -> None:
        """Somebody wants the program to end: save, put the terminal back."""
        self.save_drafts()
        self.exit(return_code=128 + number)

    def _hung_up(self) -> None:
        """The line dropped: save; where a terminal is still there, put it back."""
        # This may come in the middle of a read by this thread, so another one saves.
        saving = Thread(target=self.save_drafts)
        saving.start()
        saving.join(LONGEST_SAVE)
        if self._terminal_gone():
            # There is nothing to put back, and Textual would go on reading from where it was.
            os._exit(128 + signal.SIGHUP)
        self.exit(return_code=128 + signal.SIGHUP)


def run(path: "Path", config: "Config") -> int:
    """Open the screens on a notebook; gives the exit code."""
    while True:
        try:
            with Notebook(path, zone=config.zone, chat_pause=config.chat_pause) as notebook:
                if os.access(notebook.path, os.W_OK):
                    introduce(notebook, config)
                app = Convonote(notebook, config)
                wish = app.run()
        except NotebookError as error:
            print(f"convonote: {clean(str(error))}", file=sys.stderr)
            return 3
        if wish != DEMO:
            return app.return_code or 0
        from convonote.screens.sample import run_sample

        run_sample(config)
