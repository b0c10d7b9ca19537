"""What a user of the terminal would measure: time to a screen, bytes for a key, memory."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.figures import Figure
from bench.terminal import Terminal

PYTHON = sys.executable
HELLO = (PYTHON, "-m", "bench.bare", "hello")
LIST = (PYTHON, "-m", "bench.bare", "list")
HOME = r"\? keys"
"""What shows that the home screen is there."""
REST = 0.6
"""Seconds after which the preview has settled."""


def screens(path: Path) -> tuple[str, ...]:
    """The command that opens the screens."""
    return (PYTHON, "-m", "convonote", "--notebook", str(path))


def start(path: Path, runs: int) -> list[Figure]:
    """From nothing to a filled home screen, against a bare app; memory and bytes then."""
    mine, bare, first_frame, memory = [], [], [], []
    for run in range(runs + 1):
        with Terminal(HELLO) as terminal:
            hello = terminal.until("hello")
        with Terminal(screens(path)) as terminal:
            home = terminal.until(HOME)
            terminal.settle(REST)
            if run:  # The first run warms the caches.
                mine.append(home * 1e3)
                bare.append(hello * 1e3)
                first_frame.append(float(terminal.received))
                memory.append(terminal.memory())
    return [
        Figure("start to a filled home screen", mine, "ms", "≤ 1.35 × bare", bare, "bare", 1.35),
        Figure("first frame and preview", first_frame, "bytes", "≤ 5,000", at_most=5_000),
        Figure("memory after the start", memory, "MB", "≤ 70", at_most=70),
    ]


def keys_in_a_list(path: Path, runs: int) -> list[Figure]:
    """`j` on the home screen, before the preview settles and after, against a bare list."""
    quick, first, bare, bare_first, settled = [], [], [], [], []
    with Terminal(screens(path)) as home, Terminal(LIST) as lines:
        home.until(HOME)
        lines.until("line 5")
        home.settle(REST)
        lines.settle(REST)
        for key in ("j", "j", "k", "j", "k") * runs:
            before = home.press(key, quiet=0.08)
            rest = home.press("", quiet=REST)
            other = lines.press(key, quiet=0.08)
            quick.append(float(before.size))
            settled.append(float(rest.size))
            bare.append(float(other.size))
            if before.first is not None and other.first is not None:
                first.append(before.first * 1e3)
                bare_first.append(other.first * 1e3)
    return [
        Figure("j, before the preview", quick, "bytes", "≤ 120", bare, "bare list"),
        Figure("j, first byte", first, "ms", "≤ 1.5 × bare list", bare_first, "bare list", 1.5),
        Figure("the preview after it", settled, "bytes", "≤ 2,500", at_most=2_500),
    ]


def writing(path: Path, runs: int) -> list[Figure]:
    """A letter typed in the composer; the draft is left behind in the notebook."""
    sizes = []
    with Terminal(screens(path)) as terminal:
        terminal.until(HOME)
        terminal.settle(REST)
        terminal.press("c", quiet=REST)
        for letter in "bread and roses " * runs:
            sizes.append(float(terminal.press(letter, quiet=0.06).size))
    return [Figure("a letter in the composer", sizes, "bytes", "≤ 60", at_most=60)]


def idle(path: Path, runs: int) -> list[Figure]:
    """Three seconds of nothing."""
    sizes = []
    with Terminal(screens(path)) as terminal:
        terminal.until(HOME)
        terminal.settle(1.0)
        for _ in range(min(runs, 3)):
            sizes.append(float(terminal.press("", quiet=3.0).size))
    return [Figure("idle, 3 s", sizes, "bytes", "0", at_most=0)]


def count_for_a_prompt(path: Path, runs: int) -> list[Figure]:
    """`turns --count`, against Python importing sqlite3."""
    count = (PYTHON, "-m", "convonote", "--notebook", str(path), "turns", "--count")
    bare = (PYTHON, "-c", "import sqlite3")
    mine, other = [], []
    for _ in range(runs * 2):
        other.append(_seconds(bare) * 1e3)
        mine.append(_seconds(count) * 1e3)
    return [Figure("turns --count", mine, "ms", "≤ 5 × bare sqlite3", other, "import sqlite3", 5.0)]


def size_on_disk(path: Path, runs: int) -> list[Figure]:
    """The file against the text that is in it."""
    connection = sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)
    text = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM exchange").fetchone()[0]
    connection.close()
    size = sum(
        file.stat().st_size for file in (path, path.with_name(path.name + "-wal")) if file.exists()
    )
    return [
        Figure("the notebook's size", [size / 1e6], "MB", "≤ 3 × text", [text / 1e6], "text", 3.0)
    ]


def _seconds(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


MEASURES: tuple[Callable[[Path, int], list[Figure]], ...] = (
    start,
    keys_in_a_list,
    writing,
    idle,
    count_for_a_prompt,
    size_on_disk,
)
