"""The App: wiring only."""

import asyncio
import gc
import os
import sys
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual.events import Event, Key
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

from convonote import wire
from convonote.commands.keymap import Keymap
from convonote.conversation.records import SECOND
from convonote.conversation.zones import day_begins, day_of
from convonote.introducing import introduce
from convonote.screen_themes import DEFAULT, choose, chosen
from convonote.screens.around.ending import Ending
from convonote.screens.around.looks import Looks
from convonote.screens.around.touring import Touring
from convonote.screens.bindings import app_bindings
from convonote.screens.host import Told
from convonote.screens.pressing import as_meant
from convonote.screens.room import Room
from convonote.store.notebook import Notebook
from convonote.store.records import NotebookError, UndoError
from convonote.text.clean import clean
from convonote.widgets.one_line import OneLine

if TYPE_CHECKING:
    from pathlib import Path

    from convonote.config import Config

Value = TypeVar("Value")

DEMO = "demo"
"""What the app returns when the sample notebook was asked for."""
TOUR = "tour"
"""What it returns when the tour was."""
LOOK = 1.0
"""Seconds between two looks whether another program has written."""
LONGEST_REST = 600.0
"""Seconds after which the clock is read again at the latest, since laptops sleep."""


class Convonote(Ending, Looks, Touring):
    """The screens on one notebook."""

    TITLE = "convonote"
    CSS_PATH = "convonote.tcss"
    BINDINGS = app_bindings()
    ENABLE_COMMAND_PALETTE = False
    """There is our own, and its key is ours to bind."""
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  # declared so by Textual
        (0, "-tiny"),
        (40, "-narrow"),
        (80, "-two"),
        (120, "-three"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (10, "-tall")]  # noqa: RUF012  # declared so by Textual

    message: reactive[str] = reactive("")
    """One line for the user, in place of the footer until the next key."""

    def __init__(self, notebook: Notebook, config: "Config", *, theme: str | None = None) -> None:
        """`theme` is what is worn at first, whatever the settings name."""
        thin = None if config.plain_driver else wire.driver_class(cursor=config.cursor)
        super().__init__(driver_class=thin)
        self.animation_level = "none"
        self.notebook = notebook
        self.config = config
        self.keymap = Keymap(config.keys)
        self.messages: deque[Told] = deque(maxlen=500)
        """What was told, the latest last."""
        self._changing = asyncio.Lock()
        self._version = 0
        self._clock: Timer | None = None
        self._day = day_of(notebook.now(), notebook.zone)
        self.begin_with(theme or config.theme or DEFAULT)

    def get_default_screen(self) -> Screen[Any]:
        """The home screen, or what a new notebook opens with."""
        if not any(self.notebook.counts().values()):
            from convonote.screens.around.welcome import Welcome

            return Welcome()
        from convonote.screens.turns.home import Home

        return Home()

    def on_mount(self) -> None:
        """Start what notices changes: other programs, the time, and signals."""
        loop = asyncio.get_running_loop()
        # Each thread has a connection with a cache of its own, so there are two at most.
        loop.set_default_executor(ThreadPoolExecutor(2, thread_name_prefix="notebook"))
        self.hear_signals()
        self._version = self.notebook.data_version()
        self.set_interval(LOOK, self.look)
        # A shell may have written where the screen is.
        self.app_resume_signal.subscribe(self, lambda _: self.action_repaint())
        self.settle()
        self._tell_errors(self.config.errors)
        self.follow_tour()
        self.call_after_refresh(_collect_garbage)

    def _tell_errors(self, errors: Sequence[str]) -> None:
        """Show the first, and where the others are."""
        for error in errors:
            self.keep(clean(error))
        if errors:
            more = f" · {len(errors) - 1} more: :messages" if len(errors) > 1 else ""
            self.message = f"{clean(errors[0])}{more}"

    # Telling

    def tell(self, message: str) -> None:
        """Show one line, already cleaned, until the next key."""
        self.keep(message)
        self.message = message
        self.look_at_tour()

    def keep(self, message: str) -> None:
        """Keep what is told, here or where a screen has a line of its own for it."""
        if message:
            self.messages.append(Told(self.notebook.now(), message))

    async def on_event(self, event: Event) -> None:
        """A key takes the message away before it does what it does, by whatever name it came."""
        if isinstance(event, Key) and not event.is_forwarded:
            self.message = ""
            meant = as_meant(self.screen, self.keymap, event)
            if meant is None:
                return
            event = meant
        await super().on_event(event)

    def on_one_line_shortened(self, event: OneLine.Shortened) -> None:
        """A paste was longer than a line can be."""
        self.tell(f"One line takes {event.taken:,} characters; the rest of the paste was left out")

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
        self.look_at_tour()
        if isinstance(self.screen, Room) and self.screen.is_whole:
            self.screen.reload()

    def look(self) -> None:
        """Notice what another program wrote, and that the terminal has gone."""
        if self.terminal_gone():
            self.hung_up()
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
        now = self.notebook.now()
        today = day_of(now, self.notebook.zone)
        # Whose rhythm is due hangs on the day alone, and so does the date that is shown.
        if moved or today != self._day:
            self._day = today
            self.reload()
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


def _collect_garbage() -> None:
    """Begin to, if that was put off; what was made until now stays, and is looked at no more."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(
    path: "Path",
    config: "Config",
    *,
    theme: str | None = None,
    theme_file: "Path | None" = None,
    tour: bool = False,
    discard: Callable[[], None] | None = None,
) -> int:
    """Open the screens on a notebook; gives the exit code.

    A theme that is chosen is kept in `theme_file`; `theme` counts before it. `discard` takes away
    a sample notebook when the line drops and nothing else can.
    """
    theme = theme or config.theme or (chosen(theme_file) if theme_file else None)
    while True:
        try:
            with Notebook(path, zone=config.zone, chat_pause=config.chat_pause) as notebook:
                if os.access(notebook.path, os.W_OK):
                    introduce(notebook, config)
                app = Convonote(notebook, config, theme=theme)
                app.discard = discard
                if theme_file is not None:
                    app.keep_theme = partial(choose, theme_file)
                if tour:
                    app.begin_tour()
                wish = app.run(mouse=config.mouse)
        except NotebookError as error:
            print(f"convonote: {clean(str(error))}", file=sys.stderr)
            return 3
        theme = app.worn
        if wish not in (DEMO, TOUR):
            return app.return_code or 0
        from convonote.screens.around.sample import run_sample

        if code := run_sample(config, theme=theme, tour=wish == TOUR):
            return code
