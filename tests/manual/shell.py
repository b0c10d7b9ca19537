"""A user's shell: a home, a notebook, a clock that stands still, and commands one after another.

What is only `convonote` with arguments runs in this process, which is ten times as fast; what needs
a shell is given to bash, with the same command in its path.
"""

import io
import os
import shlex
import subprocess
import sys
import time
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from convonote import cli, demo
from convonote.conversation.records import SECOND
from tests.manual.pages import ROOT
from tests.manual.still import CLOCK

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""When every page begins: the Sunday on which the demo ends."""
HOME = "/home/jo"
"""What stands in a page for the home of whoever types."""


@cache
def demo_notebook(now: datetime) -> bytes:
    """The sample notebook as it is at some moment."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notebook.convonote"
        demo.build(path, microseconds(now), UTC)
        return path.read_bytes()


def microseconds(moment: datetime) -> int:
    """A moment as the notebook keeps it."""
    return int(moment.timestamp()) * SECOND


class Shell:
    """Runs what a page says, with what it did before still there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.now = NOW
        self.notebook = home / ".local/share/convonote/notebook.convonote"
        self._code = 0
        tools = home / ".local/bin"
        tools.mkdir(parents=True)
        command = tools / "convonote"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tests.manual.still "$@"\n')
        command.chmod(0o700)

    def begin(self, sample: str) -> None:
        """Go on with another notebook: `empty`, or `demo`."""
        for old in self.notebook.parent.glob(f"{self.notebook.name}*"):
            old.unlink()
        if sample == "demo":
            self.notebook.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.notebook.write_bytes(demo_notebook(self.now))
            self.notebook.chmod(0o600)
        elif sample != "empty":
            raise ValueError(f"there is no sample {sample!r}")

    def write(self, name: str, lines: tuple[str, ...]) -> None:
        """Put a file into the home."""
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def run(self, typed: str) -> list[str]:
        """What a command prints, to standard output and to standard error."""
        if typed == "echo $?":
            return [str(self._code)]
        words = shlex.split(typed) if not _in_a_shell(typed) else []
        printed = self._inside(words[1:]) if words[:1] == ["convonote"] else self._outside(typed)
        return printed.replace(str(self.home), HOME).splitlines()

    def _inside(self, arguments: list[str]) -> str:
        raw = io.BytesIO()
        out = io.TextIOWrapper(raw, encoding="utf-8", write_through=True)
        with (
            mock.patch.dict(os.environ, self._environment(), clear=True),
            mock.patch.object(time, "time_ns", return_value=microseconds(self.now) * 1000),
            mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO())),
            chdir(self.home),
            redirect_stdout(out),
            redirect_stderr(out),
        ):
            self._code = cli.main([word.replace(HOME, str(self.home)) for word in arguments])
        out.flush()
        return raw.getvalue().decode("utf-8")

    def _outside(self, typed: str) -> str:
        done = subprocess.run(
            ["bash", "-c", typed.replace(HOME, str(self.home))],
            cwd=self.home,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        self._code = done.returncode
        return done.stdout.decode("utf-8")

    def _environment(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "PATH": f"{self.home / '.local/bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "TMPDIR": os.environ.get("TMPDIR", "/tmp"),
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
            "LINES": "24",
            CLOCK: str(microseconds(self.now) * 1000),
        }


def _in_a_shell(typed: str) -> bool:
    """Whether something in it means more to a shell than a word does."""
    quote = ""
    for character in typed:
        if character in ("'", '"') and quote in ("", character):
            quote = "" if quote else character
        elif (character in "$`" and quote != "'") or (character in "|<>;&*~" and not quote):
            return True
    return False
