"""The App: wiring only."""

import asyncio
import gc
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from textual.events import Event, Key
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer

from convonote import wire
from convonote.commands.keymap import Keymap
from convonote.conversation.records import SECOND
from convonote.conversation.zones import day_begins, day_of
from convonote.host import Told
from convonote.screen_themes import DEFAULT
from convonote.screens.around.ending import Ending
from convonote.screens.around.looks import Looks
from convonote.screens.around.touring import Touring
from convonote.screens.bindings import app_bindings
from convonote.screens.pressing import as_meant
from convonote.screens.room import Room
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.text.clean import clean
from convonote.widgets.one_line import OneLine

if TYPE_CHECKING:
    from convonote.config import Config

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
        super().__init__(thin)
        self.animation_level = "none"
        self.notebook = notebook
        self.config = config
        self.keymap = Keymap(config.keys)
        self.messages: deque[Told] = deque(maxlen=500)
        """What was told, the latest last."""
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
        self._tell_errors(self.config.errors)
        self.follow_tour()
        self.call_after_refresh(self._after_first_frame)

    def _after_first_frame(self) -> None:
        """Begin what the first frame is not to wait for."""
        if not gc.isenabled():
            # What was made until now stays, and is looked at no more.
            gc.freeze()
            gc.enable()
        self.settle()

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
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif not self.leaving and not self.keep_back(event):
            await self.obey(event)

    async def obey(self, key: Key) -> None:
        """Do what a key means just now."""
        self.message = ""
        meant = as_meant(self.screen, self.keymap, key)
        if meant is not None:
            await super().on_event(meant)

    def on_one_line_shortened(self, event: OneLine.Shortened) -> None:
        """A paste was longer than a line can be."""
        self.tell(f"One line takes {event.taken:,} characters; the rest of the paste was left out")

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
        self.change(self._settle, self._settled, group="settling")

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
