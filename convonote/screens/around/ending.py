"""`Ending`: how the app ends when nobody pressed a key for it: signals, a line that dropped."""

import asyncio
import errno
import os
import signal
import sys
import termios
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Protocol, runtime_checkable

from convonote.screens.around.changing import CHANGES, Changing
from convonote.store.errors import NotebookError

LONGEST_SAVE = 5.0
"""Seconds that saving a draft may take when the line has dropped."""


@runtime_checkable
class Drafting(Protocol):
    """A screen that holds something unsaved."""

    def save_now(self) -> None:
        """Put it on disk before returning."""

    def to_save(self) -> Callable[[], object]:
        """What puts it on disk as it stands now, in any thread; it raises NotebookError."""


class Ending(Changing):
    """The app, as far as it is about being ended."""

    leaving = False
    """The program ends as soon as all is done that was asked for."""

    discard: Callable[[], None] | None = None
    """Takes away what is not to outlive the program, such as a sample notebook."""

    def hear_signals(self) -> None:
        """Save and put the terminal back, whoever ends the program."""
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self._stopped, signal.SIGTERM)
        # When the line drops, SIGCONT follows at once, and Textual would answer that by writing to
        # a terminal that is no more, before the loop came to hear of this.
        signal.signal(signal.SIGHUP, lambda *_: self.hung_up())

    def save_drafts(self) -> None:
        """Put on disk whatever is being written."""
        for screen in self.screen_stack:
            if isinstance(screen, Drafting):
                screen.save_now()

    def leave(
        self, wish: str | None = None, *, return_code: int = 0, within: float | None = None
    ) -> None:
        """End the program once all is done that was asked for, or so many seconds have passed."""
        self.save_drafts()
        if not self.under_way(CHANGES):
            self.exit(wish, return_code=return_code)
            return
        self.leaving = True
        self.tell("finishing …")
        self.run_worker(self._finish(wish, return_code, within), group="leaving")

    async def _finish(self, wish: str | None, return_code: int, within: float | None) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self.all_changed()
        self.exit(wish, return_code=return_code)

    async def action_quit(self) -> None:
        """The same for the key that is always there."""
        self.leave()

    def terminal_gone(self) -> bool:
        """Nobody is at the other end, though no signal said so (`nohup`, a container)."""
        if self.is_headless or sys.__stdin__ is None:
            return False
        try:
            termios.tcgetattr(sys.__stdin__.fileno())
        except termios.error as error:
            return bool(error.args) and error.args[0] == errno.EIO
        return False

    def hung_up(self) -> None:
        """The line dropped: save; where a terminal is still there, put it back."""
        # What stands in widgets is read by the thread that they belong to. This may come in the
        # middle of a read of the notebook by it, so another one saves.
        drafts = [screen.to_save() for screen in self.screen_stack if isinstance(screen, Drafting)]
        saving = Thread(target=partial(_save_all, drafts))
        saving.start()
        saving.join(LONGEST_SAVE)
        if self.terminal_gone():
            if self.discard is not None:
                self.discard()
            # There is nothing to put back, and Textual would go on reading from where it was.
            os._exit(128 + signal.SIGHUP)
        self.exit(return_code=128 + signal.SIGHUP)

    def _stopped(self, number: int) -> None:
        """Somebody wants the program to end: save, put the terminal back."""
        self.leave(return_code=128 + number, within=LONGEST_SAVE)


def _save_all(drafts: Sequence[Callable[[], object]]) -> None:
    for save in drafts:
        # Nobody is there to whom it could be told.
        with suppress(NotebookError):
            save()
