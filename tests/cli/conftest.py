"""The real command in a home of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


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
    """Runs `convonote` with arguments and gives what came of it."""

    def ran(*arguments: object, stdin: bytes = b"", env: dict[str, str] | None = None) -> Ran:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "TMPDIR")}
        done = subprocess.run(
            [sys.executable, "-m", "convonote", *map(str, arguments)],
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


@pytest.fixture
def settings(home: Path) -> Callable[[str], Path]:
    """Writes `config.toml`."""

    def write(text: str) -> Path:
        path = home / "config" / "convonote" / "config.toml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
