"""A program in a pseudo-terminal, timed and counted from outside, as its user meets it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

QUIET = 0.3
"""Seconds of silence after which the answer to a key is taken to be over."""
LIMIT = 10.0
"""Seconds after which nothing more is waited for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a key."""

    first: float | None
    """Seconds to the first byte; None where nothing came."""
    size: int
    """Bytes."""


class Terminal:
    """A running program and what its terminal shows."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.received = 0
        """Bytes so far."""
        self.arrivals: list[tuple[float, int]] = []
        """When something came, and how many bytes."""
        self.began = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            # A program that is installed has its bytecode beside it.
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.environ.update(
                TERM="xterm-256color",
                LINES=str(rows),
                COLUMNS=str(columns),
                **(environment or {}),
            )
            os.execvp(command[0], list(command))
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, pattern: str, limit: float = 60.0) -> float:
        """Seconds from the start until the screen shows a pattern; raises TimeoutError."""
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if self._read(0.05) and re.search(pattern, self.text, re.DOTALL):
                return time.perf_counter() - self.began
        raise TimeoutError(f"the screen never showed {pattern!r}:\n{self.text}")

    def settle(self, quiet: float = QUIET) -> None:
        """Wait until nothing comes any more."""
        end = last = time.perf_counter()
        end += LIMIT
        while time.perf_counter() < end and time.perf_counter() - last < quiet:
            if self._read(0.02):
                last = time.perf_counter()

    def press(self, keys: str, quiet: float = QUIET) -> Answer:
        """Send keys, and count what comes back until it is quiet for so long."""
        before, began = self.received, time.perf_counter()
        os.write(self._fd, keys.encode())
        first: float | None = None
        last = began
        while time.perf_counter() - last < quiet and time.perf_counter() - began < LIMIT:
            if self._read(0.005):
                last = time.perf_counter()
                first = first if first is not None else last - began
        return Answer(first, self.received - before)

    def memory(self) -> float:
        """Resident megabytes at most so far."""
        status = Path(f"/proc/{self._pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else float("nan")

    def processor_time(self) -> float:
        """Seconds of processor time that the program took so far."""
        threads = Path(f"/proc/{self._pid}/task").iterdir()
        spent = ((thread / "schedstat").read_text().split()[0] for thread in threads)
        return sum(map(int, spent)) / 1e9

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self.received += len(data)
        self.arrivals.append((time.perf_counter(), len(data)))
        self._stream.feed(data)
        return bool(data)
