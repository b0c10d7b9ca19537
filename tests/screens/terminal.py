"""The real program on a terminal in memory, driven from outside."""

import fcntl
import os
import select
import struct
import termios
from collections.abc import Callable

import pyte

PATIENCE = 60.0
"""Seconds without a word from the program after which it is taken to hang."""


class Terminal:
    """What a program sends to its end of a pseudo-terminal, and what that shows."""

    def __init__(self, master: int, size: tuple[int, int] = (80, 24)) -> None:
        self._master = master
        columns, rows = size
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        """All bytes so far."""

    def press(self, keys: str) -> None:
        """Send what a terminal would."""
        os.write(self._master, keys.encode())

    def until(self, words: str) -> None:
        """Read until the screen shows some words."""
        self._read(lambda _: any(words in line for line in self.screen.display))

    def until_gone(self, words: str) -> None:
        """Read until the screen shows some words no more."""
        self._read(lambda _: not any(words in line for line in self.screen.display))

    def until_sent(self, enough: Callable[[bytes], bool]) -> bytes:
        """Read until what is sent from now on is enough; gives that."""
        start = len(self.sent)
        self._read(lambda sent: enough(sent[start:]))
        return self.sent[start:]

    def _read(self, enough: Callable[[bytes], bool]) -> None:
        while not enough(self.sent):
            ready, _, _ = select.select([self._master], [], [], PATIENCE)
            assert ready, "\n".join(self.screen.display)
            data = os.read(self._master, 65_536)
            self.sent += data
            self._stream.feed(data)
