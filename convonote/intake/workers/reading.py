"""A process that reads messages, seen from the one that wants them read.

Two threads keep its pipes going, so that it has something to do while messages are stored here.
They do nothing but wait for the pipes.
"""

import fcntl
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import FileIO
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import cast

import convonote
from convonote.intake.mail.message import RawMessage
from convonote.intake.records import Incoming, Refused, Skipped
from convonote.intake.workers.transport import dump, write_whole
from convonote.intake.workers.worker import SIZE

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from convonote.intake.workers.worker import main; main()"
)
_PIPE = 1 << 20
"""Bytes a pipe is to hold, so that neither side waits for the other after each message."""
_LONGEST_START = 20.0
"""Seconds after which a process that is not ready is given up."""
_LONGEST_END = 5.0
"""Seconds that are waited for a killed process: one on a dead disk may not even end."""
_MOMENT = 1.0
"""Seconds waited at once, so that the time in which this process itself was stopped is no more."""
_BROKE = "reading it broke off: it takes too long or too much memory"
_STILL = (
    "reading it stood still for {:g} seconds: import it once more when the disk answers, "
    "such as the one with the folder for attachments"
)

Answer = Sequence[Incoming | Refused | Skipped]


class Gone(Exception):
    """The process has ended, or does not answer; says so of a message in one line."""


class Reader:
    """One process; batches are sent to it, and its answers come back in the same order."""

    def __init__(self, seconds: float, memory: int, patience: float) -> None:
        self.ready = False
        """It has started, and reads."""
        self._patience = patience
        """Seconds that are waited for an answer."""
        self._process = _started(seconds, memory)
        self._out: SimpleQueue[deque[bytes] | None] = SimpleQueue()
        self._in: SimpleQueue[bytearray | None] = SimpleQueue()
        self._threads: list[Thread] = []
        if self._process is not None:
            going = cast(FileIO, self._process.stdin)
            coming = cast(FileIO, self._process.stdout)
            self._threads = [
                Thread(target=_write, args=(going, self._out), daemon=True),
                Thread(target=_read, args=(coming, self._in), daemon=True),
            ]
            for thread in self._threads:
                thread.start()

    def wait_until_ready(self) -> bool:
        """Wait for the process to have started; False where it does not."""
        if self._process is None:
            return False
        with suppress(Empty):
            self.ready = self._in.get(timeout=_LONGEST_START) is not None
        return self.ready

    def send(self, messages: list[RawMessage]) -> None:
        """Hand over a batch."""
        chunks = _Chunks()
        dump(messages, chunks)
        self._out.put(chunks.written)

    def answers(self, *, wait: bool) -> Iterator[Answer]:
        """The answers that are there; with `wait`, one at least. Raises Gone."""
        if self._process is None:
            raise Gone(_BROKE)
        while True:
            try:
                packed = self._awaited() if wait else self._in.get_nowait()
            except Empty:
                return
            if packed is None:
                raise Gone(_BROKE)
            if self.ready:
                wait = False
                yield pickle.loads(packed)
            # The first one says no more than that it has started.
            self.ready = True

    def _awaited(self) -> bytearray | None:
        """What comes next, if it comes while there is patience; raises Gone."""
        waited = 0.0
        while waited < self._patience:
            moment = min(_MOMENT, self._patience - waited)
            with suppress(Empty):
                return self._in.get(timeout=moment)
            waited += moment
        raise Gone(_STILL.format(self._patience))

    def end(self) -> None:
        """End the process at once; what it has not answered is not read."""
        if self._process is None:
            return
        process, self._process = self._process, None
        self.ready = False
        process.kill()
        self._out.put(None)
        for thread in self._threads:
            thread.join(_LONGEST_END)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_LONGEST_END)


class _Chunks:
    """A file that keeps what is written to it apart, so that a large message is not copied."""

    def __init__(self) -> None:
        self.written: deque[bytes] = deque()

    def write(self, chunk: bytes) -> int:
        self.written.append(chunk)
        return len(chunk)


def _write(going: FileIO, batches: "SimpleQueue[deque[bytes] | None]") -> None:
    """Write batch after batch, until there are no more or nobody reads them."""
    # That nobody does is told by `_read`.
    with suppress(OSError), going:
        while (batch := batches.get()) is not None:
            while batch:
                write_whole(going, batch.popleft())


def _read(coming: FileIO, answers: "SimpleQueue[bytearray | None]") -> None:
    """Read answer after answer, and say with None that there are no more."""
    with coming:
        while (size := _exactly(coming, SIZE.size)) is not None:
            (length,) = SIZE.unpack(size)
            packed = _exactly(coming, length)
            if packed is None:
                break
            answers.put(packed)
    answers.put(None)


def _exactly(coming: FileIO, length: int) -> bytearray | None:
    """So many bytes; None where it ends before."""
    read = bytearray(length)
    left = memoryview(read)
    while left:
        count = coming.readinto(left)
        if not count:
            return None
        left = left[count:]
    return read


def _started(seconds: float, memory: int) -> "subprocess.Popen[bytes] | None":
    """A new process; None where the system gives none."""
    package = str(Path(convonote.__file__).parent.parent)
    try:
        process = subprocess.Popen(
            # -P: a file in the folder one happens to be in must not stand for a module.
            [sys.executable, "-P", "-c", _START, package, str(seconds), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            # Ctrl+C in the terminal is for the process that can tell its user about it.
            process_group=0,
        )
    except OSError:
        return None
    if sys.platform == "linux":
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                fcntl.fcntl(cast(FileIO, pipe), fcntl.F_SETPIPE_SZ, _PIPE)
    return process
