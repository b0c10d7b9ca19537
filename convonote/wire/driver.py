"""Textual's driver for Linux and macOS, sending only what changed."""

import os
import signal
import sys
from codecs import getincrementaldecoder
from selectors import EVENT_READ, DefaultSelector
from threading import RLock
from types import FrameType
from typing import TYPE_CHECKING, Any, ClassVar
from weakref import WeakKeyDictionary

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from convonote.wire.pasting import PastingParser
from convonote.wire.wire import Wire

if TYPE_CHECKING:
    from textual.app import App

AMBIGUOUS = "\u2502\u2026\u00e9\u0416\u258c"
"""A line, dots, two letters and a block: five columns, nearly everywhere."""
PROBE = f"\x1b[H{AMBIGUOUS}\x1b[6n\x1b[2K\r"
"""Prints them, asks for the place after them, and takes them away again."""
LOOKS = 0.1
"""Seconds between two looks whether the program ends or a key has ended."""
AT_ONCE = 65_536
"""Bytes that are read at once."""


class ThinDriver(LinuxDriver):
    """Keeps what the terminal shows, and sends the difference."""

    SHOWS_CURSOR: ClassVar[bool] = False
    """Whether the terminal's own cursor is seen, for those who follow it."""

    class Forgotten(Message):
        """What the terminal shows is not known any more: everything is to be painted again."""

    def __init__(
        self,
        app: "App[Any]",
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        # Signals are answered in the midst of a write, by the same thread.
        self._lock = RLock()
        self._wire = Wire(terminal_size)
        self._asked = False
        _DRIVERS[app] = self
        super().__init__(app, debug=debug, mouse=mouse, size=size)

    def write(self, data: str) -> None:
        """Take what is painted; what paints nothing is sent at once."""
        with self._lock:
            self._send(self._wire.write(data))

    def flush(self) -> None:
        """Send what is different now."""
        with self._lock:
            self._send(self._wire.flush())
        super().flush()

    def start_application_mode(self) -> None:
        """Hear of a resize, and ask the terminal how wide it shows what is called ambiguous."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual leaves it so.
        resized = signal.getsignal(signal.SIGWINCH)

        def forget_first(number: int, frame: FrameType | None) -> None:
            self._start_again()
            if callable(resized):
                resized(number, frame)

        signal.signal(signal.SIGWINCH, forget_first)
        if self.input_tty and self._wire.alternate:
            self._asked = True
            super().write(PROBE)
            if self.SHOWS_CURSOR:
                super().write("\x1b[?25h")

    def run_input_thread(self) -> None:
        """Read from the terminal as Textual does, but with what is pasted as one."""
        parser = PastingParser()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        with DefaultSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOKS):
                    try:
                        data = os.read(self.fileno, AT_ONCE)
                    except OSError:
                        break  # The terminal has gone; the app hears of that by itself.
                    if not data:
                        break
                    for message in parser.feed(decode(data)):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def process_message(self, message: Message) -> None:
        """Notice what tells about the terminal, in the thread that reads from it."""
        if isinstance(message, events.Resize):
            self._start_again()
        if isinstance(message, events.CursorPosition) and self._asked:
            self._asked = False
            narrow = message.x == len(AMBIGUOUS)
            if narrow != self._wire.narrow:
                with self._lock:
                    self._wire.narrow = narrow
                self._start_again()
            return
        super().process_message(message)

    def forget(self) -> None:
        """Take nothing on the terminal for known: the next frame is sent whole."""
        with self._lock:
            self._wire.forget()

    def _start_again(self) -> None:
        """Forget, and have everything painted."""
        self.forget()
        self.send_message(self.Forgotten())

    def _send(self, data: str) -> None:
        if data:
            super().write(data)


class CursorDriver(ThinDriver):
    """The same, with the terminal's cursor to be seen where it stands."""

    SHOWS_CURSOR = True


_DRIVERS: WeakKeyDictionary["App[Any]", ThinDriver] = WeakKeyDictionary()
"""The driver of each app that has one."""


def forget(app: "App[Any]") -> None:
    """Take nothing on the app's terminal for known, where it has such a driver."""
    driver = _DRIVERS.get(app)
    if driver is not None:
        driver.forget()


def terminal_size() -> tuple[int, int]:
    """The columns and rows of the terminal that is written to; 0 where it has gone."""
    try:
        columns, rows = os.get_terminal_size(sys.__stderr__.fileno() if sys.__stderr__ else -1)
    except OSError:
        return 0, 0
    return columns, rows
