"""`Ending`: how the app ends when nobody pressed a key for it: signals, a line that dropped."""

import asyncio
import errno
import os
import signal
import sys
import termios
from collections.abc import Callable
from threading import Thread
from typing import Protocol, runtime_checkable

from textual.app import App

LONGEST_SAVE = 5.0
"""Seconds that saving a draft may take when the line has dropped."""


@runtime_checkable
class Drafting(Protocol):
    """A screen that holds something unsaved."""

    def save_now(self) -> None:
        """Put it on disk before returning."""


class Ending(App[str]):
    """The app, as far as it is about being ended."""

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
        # This may come in the middle of a read by this thread, so another one saves.
        saving = Thread(target=self.save_drafts)
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
        self.save_drafts()
        self.exit(return_code=128 + number)
