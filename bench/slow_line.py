"""What a user waits for over a line of 300 ms there and back and 100 kbit/s.

The program runs on a fast line and what it sends is noted with its time; when each piece would
come to the other end of the slow line follows from that: half the way for the key, then each piece
behind the one before it, then half the way back.
"""

import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bench.terminal import Terminal

if TYPE_CHECKING:
    from bench.wire import Program

THERE_AND_BACK = 0.3
BYTES_A_SECOND = 100_000 / 8
HELD = 1 / 30
"""Seconds between two keys while one is held."""
TYPED = 1 / 10
"""Seconds between two letters of somebody who types fast."""

TASKS = {
    "holding j for 40 rows": (["g"], ["j"] * 40, HELD),
    "typing 200 letters": (["c"], list("to be or not to be, " * 10), TYPED),
    "four pages": (["g"], ["\x04"] * 4, 0.5),
}
"""Keys before, keys that count, and the seconds between them."""


def table(programs: Sequence["Program"]) -> str:
    """Bytes, and how long after the last key its answer is there, for each program."""
    lines = [
        f"a line of {THERE_AND_BACK * 1e3:.0f} ms and {BYTES_A_SECOND * 8 / 1e3:.0f} kbit/s\n",
        "| task | " + " | ".join(f"{one.name}: bytes | the last key" for one in programs) + " |",
        "|---" * (2 * len(programs) + 1) + "|",
    ]
    for task in TASKS:
        cells = []
        for program in programs:
            sent, waited = _done(program, task)
            cells += [f"{sent:,}", f"{waited:.2f} s"]
        lines.append(f"| {task} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _done(program: "Program", task: str) -> tuple[int, float]:
    """Do a task; gives the bytes, and the seconds from the last key to the end of its answer."""
    before, keys, rest = TASKS[task]
    with Terminal(program.command, environment=program.environment) as terminal:
        terminal.until(program.until)
        terminal.settle(1.5)
        for key in before:
            terminal.press(key, quiet=1.0)
        begun = len(terminal.arrivals)
        last = 0.0
        for key in keys:
            last = time.perf_counter()
            terminal.press(key, quiet=0.001)
            while time.perf_counter() - last < rest:
                terminal.press("", quiet=0.001)
        terminal.settle(1.0)
        pieces = terminal.arrivals[begun:]
    return sum(size for _, size in pieces), arrived(pieces) + THERE_AND_BACK - last


def arrived(pieces: Iterable[tuple[float, int]]) -> float:
    """When the last piece would have come through the slow line, but for the way itself."""
    free = 0.0
    for at, size in pieces:
        free = max(free, at) + size / BYTES_A_SECOND
    return free
