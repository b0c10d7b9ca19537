"""Taking in mail, from outside: the rate beside `notmuch new`, memory, and who waits meanwhile.

    python -m bench.imports [--mail SIZE] [--runs R] [--small]

The mail is made up in the shape of real mail; `--small` adds a Maildir of short plain messages.
"""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, table
from bench.mail import maildir
from bench.real_mail import real_maildir

PYTHON = sys.executable
ME = "me@example.org"
_SAVES = """
import json, sys, time
from pathlib import Path
from convonote.store.notebook import Notebook
with Notebook(Path(sys.argv[1])) as notebook:
    ana = notebook.add_person("Beside " + str(time.time_ns()))
    said = notebook.say("First.", to=[ana.id], channel="phone")
    took = []
    for number in range(int(sys.argv[2])):
        time.sleep(0.03)
        began = time.perf_counter()
        notebook.say(
            f"Number {number}.",
            conversation=said.conversation,
            to=[ana.id],
            channel="phone",
        )
        took.append((time.perf_counter() - began) * 1e3)
    print(json.dumps(took))
"""
"""A program that saves every now and then, and prints how many milliseconds each save took."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has ended."""

    seconds: float
    cpu: float
    """Processor seconds, those of its own processes included."""
    memory: float
    """Megabytes at most, all its processes together."""


def import_beside_notmuch(source: Path, folder: Path, runs: int, name: str) -> list[Figure]:
    """Both from nothing, in turn; bodies are stored and can be found."""
    count = sum(1 for _ in (source / "cur").iterdir())
    mine, theirs, cpu, other_cpu, memory = [], [], [], [], []
    for run in range(runs):
        if shutil.which("notmuch"):
            ran = _run(_notmuch(source, folder))
            theirs.append(count / ran.seconds)
            other_cpu.append(ran.cpu / count * 1e6)
            shutil.rmtree(source / ".notmuch")
        ran = _run(importing(source, folder / f"{name}-{run}.convonote"))
        mine.append(count / ran.seconds)
        cpu.append(ran.cpu / count * 1e6)
        memory.append(ran.memory)
    rival = "notmuch new" if theirs else "notmuch is not installed"
    return [
        Figure(
            f"import of {count:,} {name}",
            mine,
            "messages/s",
            "≥ 3 × notmuch new" if theirs else f"≥ 3 × notmuch new ({rival})",
            theirs,
            rival,
            at_least=3.0 if theirs else None,
        ),
        Figure("its processor time a message", cpu, "µs", "—", other_cpu, rival),
        Figure("its memory, all processes", memory, "MB", "≤ 200", at_most=200),
    ]


def saves_during_an_import(source: Path, folder: Path) -> list[Figure]:
    """What another program waits when it saves, beside the same saves alone."""
    alone_in = folder / "alone.convonote"
    subprocess.run(importing(source, alone_in), check=True, stdout=subprocess.DEVNULL)
    alone = _saves(alone_in, 60)
    path = folder / "beside.convonote"
    subprocess.run(
        importing(_first_of(source, folder), path), check=True, stdout=subprocess.DEVNULL
    )
    during: list[float] = []
    started = subprocess.Popen(importing(source, path), stdout=subprocess.DEVNULL)
    while started.poll() is None:
        # A few at a time, so that none is counted that was saved after the import.
        some = _saves(path, 15)
        if started.poll() is None:
            during += some
    usual = statistics.median(alone)
    waits = [max(0.0, took - usual) for took in during] or [float("nan")]
    return [
        Figure("a save alone", alone, "ms", "—"),
        Figure("a save during an import", during or [float("nan")], "ms", "—"),
        Figure("what it waits", waits, "ms", "median ≤ 5", at_most=5),
        Figure("what it waits at worst", [max(waits)], "ms", "≤ 50", at_most=50),
    ]


def going_on_after_an_interrupt(source: Path, folder: Path) -> list[Figure]:
    """Ctrl+C in the middle, a kill in the middle of the second, and a third to the end."""
    path = folder / "interrupted.convonote"
    count = sum(1 for _ in (source / "cur").iterdir())
    left: list[float] = []
    for ending in (signal.SIGINT, signal.SIGKILL):
        started = subprocess.Popen(
            importing(source, path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(1.5)
        started.send_signal(ending)
        started.wait()
    began = time.perf_counter()
    subprocess.run(importing(source, path), check=True, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - began
    told = subprocess.run(
        [*importing(source, path), "--again", "--json"], check=True, capture_output=True, text=True
    )
    again = time.perf_counter() - began - took
    left.append(
        float(json.loads(told.stdout)["added"] + count - json.loads(told.stdout)["already"])
    )
    return [
        Figure("missing after Ctrl+C, a kill and a third run", left, "messages", "0", at_most=0),
        Figure("the third run", [took], "s", "—"),
        Figure("all of it once more, with --again", [count / again], "messages/s", "—"),
    ]


def importing(source: Path, notebook: Path) -> list[str]:
    """The command that takes in a source."""
    given = ["--notebook", str(notebook), "import", str(source), "--me", ME]
    return [PYTHON, "-m", "convonote", *given]


def _notmuch(source: Path, folder: Path) -> list[str]:
    settings = folder / "notmuch.conf"
    settings.write_text(
        f"[database]\npath={source}\n[user]\nname=Me\nprimary_email={ME}\n[new]\ntags=new\n"
    )
    return ["notmuch", f"--config={settings}", "new", "--quiet"]


def _run(command: Sequence[str]) -> Ran:
    began = time.perf_counter()
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    memory = 0.0
    while True:
        pid, _, used = os.wait4(started.pid, os.WNOHANG)
        if pid:
            break
        memory = max(memory, _memory(started.pid))
        time.sleep(0.02)
    return Ran(time.perf_counter() - began, used.ru_utime + used.ru_stime, memory)


def _memory(pid: int) -> float:
    """Resident megabytes of a process and those that it started, each at its highest."""
    total = 0
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                total += _highest(int(child))
        total += _highest(pid)
    except OSError:
        return float("nan") if not Path("/proc").exists() else 0.0
    return total / 1024


def _highest(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def _saves(notebook: Path, count: int) -> list[float]:
    told = subprocess.run(
        [PYTHON, "-c", _SAVES, str(notebook), str(count)],
        check=True,
        capture_output=True,
        text=True,
    )
    took: list[float] = json.loads(told.stdout)
    return took


def _first_of(source: Path, folder: Path) -> Path:
    """A Maildir of the first message, so that the notebook is there and knows its user."""
    few = folder / "first"
    for part in ("cur", "new", "tmp"):
        (few / part).mkdir(parents=True, exist_ok=True)
    for path in sorted((source / "cur").iterdir()):
        if ME in path.read_text("utf-8", "replace"):
            shutil.copy(path, few / "cur")
            break
    return few


def measure(folder: Path, messages: int, runs: int, *, small: bool = False) -> list[Figure]:
    """All that is budgeted of an import."""
    real = real_maildir(folder / "real", messages)
    figures = import_beside_notmuch(real, folder, runs, "messages as they come")
    if small:
        plain = maildir(folder / "plain", messages)
        figures += import_beside_notmuch(plain, folder, runs, "short plain messages")
    figures += saves_during_an_import(real, folder)
    return figures + going_on_after_an_interrupt(real, folder)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="Measure taking in mail.")
    parser.add_argument("--mail", type=int, default=10_000, help="messages in a Maildir")
    parser.add_argument("--runs", type=int, default=3, help="runs of each measurement")
    parser.add_argument("--small", action="store_true", help="short plain messages too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="convonote-bench-") as folder:
        figures = measure(Path(folder), asked.mail, asked.runs, small=asked.small)
        print(table(figures, Path(folder) / "alone.convonote"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
