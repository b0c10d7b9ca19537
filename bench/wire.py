"""Bytes a key over the line: the thin driver, Textual's own, neomutt and aerc, from outside.

python -m bench.wire [--exchanges N] [--notebook PATH] [--quick]
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench import rivals, slow_line
from bench.generate import generate
from bench.plans import usual_size
from bench.terminal import Terminal
from bench.words import Words
from convonote.store.notebook import Notebook

PYTHON = sys.executable
PLAIN = "--plain-driver"
QUIET = 0.1
"""Seconds of silence after which a move is over; the preview waits a little longer."""
REST = 0.7
"""Seconds after which all that a key leads to is over."""
KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Backspace": "\x7f",
    "Left": "\x1b[D",
    "PgDn": "\x1b[6~",
    "Ctrl+d": "\x04",
    "Ctrl+g": "\x07",
    "Space": " ",
}


@dataclass(frozen=True, slots=True)
class Step:
    """Keys that are pressed one after another."""

    keys: Sequence[str]
    what: str = ""
    """What a median of bytes is called; nothing is counted where it is empty."""
    whole: bool = False
    """Whether all that a key leads to counts, and not only what comes at once."""


@dataclass(frozen=True, slots=True)
class Program:
    """Something to measure."""

    name: str
    command: tuple[str, ...]
    steps: Sequence[Step]
    until: str
    """What is on the screen when it can be used."""
    environment: Mapping[str, str] = field(default_factory=dict)


OURS = (
    Step(["j"] * 5, "j in a list"),
    Step(["g", "Ctrl+d"]),
    Step(["j"] * 24, "j going down a list"),
    Step(["g"]),
    Step(["Ctrl+d"] * 3, "page", whole=True),
    Step(["g"]),
    Step(["?"], "list of keys", whole=True),
    Step(["Ctrl+g"]),
    Step([":"], "palette", whole=True),
    Step(["Esc"]),
    Step(["/"], "find opens", whole=True),
    Step(list("th")),
    Step(["e"], "find, the third letter and its hits", whole=True),
    Step(["Ctrl+g"]),
    Step(["Enter"], "open a timeline", whole=True),
    Step(["g"]),
    Step(["j"] * 9, "j in a timeline", whole=True),
    Step(["Ctrl+d"] * 3, "page in a timeline", whole=True),
    Step(["q"], "back", whole=True),
    Step(["c"], "composer opens", whole=True),
    Step(list("Dear friend"), "letter"),
    Step(["Left"] * 5),
    Step(["Backspace"] * 3, "Backspace in the middle of a line"),
    Step(["Enter"], "Enter in a text"),
    Step(["Ctrl+g"]),
)
NEOMUTT = (
    Step(["="]),
    Step(["j"] * 5, "j in a list"),
    Step(["j"] * 24, "j going down a list"),
    Step(["="]),
    Step(["PgDn"] * 3, "page", whole=True),
    Step(["="]),
    Step(["?"], "list of keys", whole=True),
    Step(["q"]),
    Step(["Enter"], "open a timeline", whole=True),
    Step(["Enter"] * 3, "j in a timeline", whole=True),
    Step(["i"], "back", whole=True),
)
AERC = (
    Step(["j"] * 5, "j in a list"),
    Step(["g", "g"]),
    Step(["j"] * 29, "j going down a list"),
    Step(["g", "g"]),
    Step(["PgDn"] * 3, "page", whole=True),
    Step(["g", "g"]),
    Step(["?"], "list of keys", whole=True),
    Step(["Esc"]),
    Step(["Enter"], "open a timeline", whole=True),
    Step(["Space"] * 3, "j in a timeline", whole=True),
    Step(["q"], "back", whole=True),
)


def programs(notebook: Path, folder: Path) -> list[Program]:
    """All that is there to be measured."""
    ours = (PYTHON, "-m", "convonote", "--notebook", str(notebook))
    home = {"XDG_CONFIG_HOME": str(folder)}
    colours = {**home, "TEXTUAL_THEME": "nord", "COLORTERM": "truecolor"}
    found = [
        Program("thin", ours, OURS, r"\? keys", home),
        Program("Textual's", (*ours, PLAIN), OURS, r"\? keys", home),
        Program("thin, true colour", ours, OURS, r"\? keys", colours),
    ]
    if command := rivals.neomutt(folder):
        found.append(Program("neomutt", command, NEOMUTT, "Quit"))
    if rival := rivals.aerc(folder):
        found.append(Program("aerc", rival[0], AERC, "Connected", rival[1]))
    return found


def lengthen(path: Path, exchanges: int = 40) -> None:
    """Give the conversation that stands first more than a screen can show."""
    words = Words(Random(1))
    with Notebook(path) as notebook:
        first = notebook.turns(limit=1)[0]
        author = notebook.timeline(first.id).entries[0].author
        assert author is not None
        for _ in range(exchanges):
            notebook.say(words.text(True), conversation=first.id, author=author.id, channel="email")


def measured(program: Program, size: tuple[int, int]) -> dict[str, list[int]]:
    """The bytes of each step, as they came."""
    sizes: dict[str, list[int]] = {}
    with Terminal(program.command, size=size, environment=program.environment) as terminal:
        terminal.until(program.until)
        terminal.settle(1.5)
        sizes["first frame"] = [terminal.received]
        sizes["idle, 3 s"] = [terminal.press("", quiet=3.0).size]
        for step in program.steps:
            for key in step.keys:
                answer = at_once = answered(terminal, KEYS.get(key, key))
                answer += terminal.press("", quiet=REST).size
                if step.what:
                    sizes.setdefault(step.what, []).append(answer if step.whole else at_once)
    going_down = sizes.pop("j going down a list")
    sizes["j going down a list, on average"] = [round(statistics.mean(going_down))]
    usual = statistics.median(going_down)
    sizes["j that scrolls"] = [size for size in going_down if size > usual * 1.5] or going_down
    return sizes


def answered(terminal: Terminal, keys: str, patience: float = 2.0) -> int:
    """Press keys; gives the bytes that come until it is quiet, however long they need to come."""
    got = terminal.press(keys, quiet=QUIET).size
    while not got and patience > 0:
        got = terminal.press("", quiet=QUIET).size
        patience -= QUIET
    return got


def processor(program: Program, keys: int = 300) -> float:
    """Milliseconds of processor time for a move in the list, each painted before the next."""
    with Terminal(program.command, environment=program.environment) as terminal:
        terminal.until(program.until)
        terminal.settle(1.5)
        for key in "jk" * 10:
            terminal.press(key, quiet=0.02)
        before = terminal.processor_time()
        for number in range(keys):
            terminal.press("j" if number % 20 < 10 else "k", quiet=0.02)
        return (terminal.processor_time() - before) / keys * 1e3


def table(columns: Mapping[str, Mapping[str, Sequence[float]]]) -> str:
    """Medians, a row for each thing that is done."""
    rows = list(dict.fromkeys(row for column in columns.values() for row in column))
    lines = [f"| bytes | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for row in rows:
        cells = [
            f"{statistics.median(column[row]):,.0f}" if row in column else "—"
            for column in columns.values()
        ]
        lines.append(f"| {row} | {' | '.join(cells)} |")
    return "\n".join(lines)


def report(notebook: Path | None, folder: Path, *, quick: bool, exchanges: int = 3_000) -> str:
    """All tables, on a notebook that is generated if none is given."""
    if notebook is None:
        notebook = folder / "wire.convonote"
        generate(notebook, usual_size(exchanges))
        lengthen(notebook)
    there = programs(notebook, folder)
    parts = []
    for size in ((80, 24),) if quick else ((80, 24), (140, 45)):
        print(f"bytes a key at {size[0]}×{size[1]} …", file=sys.stderr)
        columns = {program.name: measured(program, size) for program in there}
        parts.append(f"{size[0]}×{size[1]}\n\n{table(columns)}")
    print("processor time a key …", file=sys.stderr)
    thin, plain = there[:2]
    spent = [(processor(thin), processor(plain)) for _ in range(1 if quick else 5)]
    parts.append(
        "processor time for a move, ms: "
        + ", ".join(f"{ours:.2f} against {theirs:.2f}" for ours, theirs in spent)
        + f"; median ratio {statistics.median(ours / theirs for ours, theirs in spent):.2f}"
    )
    print("a slow line …", file=sys.stderr)
    parts.append(slow_line.table(there[:2]))
    return "\n\n".join(parts)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure the bytes a key costs on the line.")
    parser.add_argument("--exchanges", type=int, default=3_000, help="size of the notebook")
    parser.add_argument("--notebook", type=Path, help="a generated notebook, instead of a new one")
    parser.add_argument("--quick", action="store_true", help="one size, each once")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="convonote-wire-") as name:
        print(report(asked.notebook, Path(name), quick=asked.quick, exchanges=asked.exchanges))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
