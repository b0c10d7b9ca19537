"""The real command in a home of its own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from tests.cli.mail import NOW, some

AT = """
import runpy, sys, time
at = int(sys.argv.pop(1))
time.time_ns = lambda: at
runpy.run_module("convonote", run_name="__main__", alter_sys=True)
"""
"""The command, at a nanosecond that stands before its arguments."""


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Begin = Callable[..., None]
Commands = tuple[tuple[str, ...], ...]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with nothing in it."""
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Where the notebook of the test is."""
    return tmp_path / "kept" / "notebook.convonote"


@pytest.fixture
def run(home: Path, notebook: Path) -> Run:
    """Runs `convonote` with arguments and gives what came of it; a second passes with each."""
    seconds = count()

    def ran(*arguments: object, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "TMPDIR")}
        at = (round(NOW.timestamp()) + next(seconds)) * 1_000_000_000
        done = subprocess.run(
            [sys.executable, "-c", AT, str(at), *map(str, arguments)],
            input=stdin,
            capture_output=True,
            timeout=60,
            check=False,
            env={
                **kept,
                "HOME": str(home),
                "XDG_CONFIG_HOME": str(home / "config"),
                "XDG_DATA_HOME": str(home / "data"),
                "CONVONOTE_NOTEBOOK": str(notebook),
                "TZ": "UTC",
                "LC_ALL": "C.UTF-8",
                **(env or {}),
            },
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return ran


@pytest.fixture(scope="session")
def _begun() -> dict[Commands, Path]:
    """The folders of notebooks that were begun, by the commands that wrote them."""
    return {}


@pytest.fixture
def begin(
    run: Run, notebook: Path, _begun: dict[Commands, Path], tmp_path_factory: pytest.TempPathFactory
) -> Begin:
    """Begins the notebook of the test with what some commands write; each runs but once a session.

    The other tests that begin so get a copy of the file.
    """

    def begun(*commands: tuple[object, ...]) -> None:
        key = tuple(tuple(map(str, command)) for command in commands)
        if key not in _begun:
            first = tmp_path_factory.mktemp("begun") / "kept" / notebook.name
            for command in key:
                ran = run(*command, env={"CONVONOTE_NOTEBOOK": str(first)})
                assert (ran.code, ran.err) == (0, ""), command
            # With a log beside it, a copy of the file would lack what is in the log.
            assert list(first.parent.iterdir()) == [first]
            _begun[key] = first.parent
        shutil.copytree(_begun[key], notebook.parent)

    return begun


@pytest.fixture(scope="session")
def mail_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `some` holds, in a file that no test alters."""
    return some(tmp_path_factory.mktemp("mail") / "mail.mbox")


@pytest.fixture
def settings(home: Path) -> Callable[[str], Path]:
    """Writes `config.toml`."""

    def write(text: str) -> Path:
        path = home / "config" / "convonote" / "config.toml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
