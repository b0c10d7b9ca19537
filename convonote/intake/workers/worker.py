"""The process that reads messages for another one: batches come in, what they hold goes out.

It is started by `parallel`, never by hand. It loads the intake alone, keeps each message within a
time and a size, and ends when nobody listens any more.
"""

import gc
import os
import pickle
import signal
import struct
import sys
from dataclasses import replace
from io import BytesIO, FileIO
from types import FrameType

from convonote.intake.mail.message import RawMessage, parse_found
from convonote.intake.records import Incoming, Refused, Skipped, pack
from convonote.intake.workers.transport import dump, write_whole

SIZE = struct.Struct("<Q")
"""Stands before each answer: how many bytes it has."""
SECONDS = 2.0
"""Of processor time that reading one message may take."""
MEMORY = 300 << 20
"""Bytes that this process may take beyond what it has when it starts."""
SELDOM = 20_000, 50, 100
"""Thresholds at which cycles are looked for while messages come by the thousand."""
_SPARE = 5
"""Seconds beyond those of a batch after which the system ends this process."""


class TooLong(BaseException):
    """One message took longer than it may; no net for broken mail catches this."""


def main() -> None:
    """Read batches from standard input and answer on standard output, to the end of the input."""
    seconds, memory = float(sys.argv[2]), int(sys.argv[3])
    # Ctrl+C is for who started this process; that one then closes the pipes.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    coming, going = sys.stdin.buffer, FileIO(os.dup(1), "wb")
    limit_memory(memory)
    signal.signal(signal.SIGPROF, _raise_too_long)
    # Most of what parsing makes is gone at once; looking for cycles seldom is enough.
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        _send(going, [])
        while True:
            batch: list[RawMessage] = pickle.load(coming)
            _limit_time(seconds * len(batch))
            _send(going, [read_within(message, seconds) for message in batch])
            # While the next one comes, which may be large, this one is not to be held.
            del batch
    except (EOFError, BrokenPipeError):
        # What is still in the buffer would be written to the broken pipe once more at the end.
        os._exit(0)


def read_within(message: RawMessage, seconds: float) -> Incoming | Refused | Skipped:
    """One message; refused where it takes longer than so many seconds of processor time."""
    try:
        # Once it has fired it fires again, for what swallows the first one.
        signal.setitimer(signal.ITIMER_PROF, seconds, 0.2)
        try:
            read = parse_found(message)
            return _packed(read) if isinstance(read, Incoming) else read
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except TooLong:
        reason = f"reading it took longer than {seconds:g} seconds"
        return Refused(message.source, reason, again=True)


def _packed(incoming: Incoming) -> Incoming:
    """The same with its original packed; one that holds half a character is left for the store."""
    if incoming.original is None:
        return incoming
    try:
        return replace(incoming, original=None, packed=pack(incoming.original))
    except UnicodeEncodeError:
        return incoming


def limit_memory(most: int) -> None:
    """Let memory run out in this process alone, where the system can say what is taken of it."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            taken = int(file.read().split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (taken + most, hard))
    except (ImportError, OSError, ValueError):
        # Then the limits inside the intake hold alone.
        return


def _limit_time(seconds: float) -> None:
    """Let the system end this process where not even a signal stops the reading of a batch."""
    try:
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        last = int(used.ru_utime + used.ru_stime + seconds) + _SPARE
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (last, hard))
    except (ImportError, OSError, ValueError):
        return


def _raise_too_long(signum: int, frame: FrameType | None) -> None:
    raise TooLong


def _send(going: FileIO, answer: list[Incoming | Refused | Skipped]) -> None:
    packed = BytesIO()
    dump(answer, packed)
    write_whole(going, SIZE.pack(packed.tell()))
    write_whole(going, packed.getbuffer())
