"""Terminals of all kinds: readable on the modest ones, one line where nothing can be painted."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.screens.showing import small_world
from tests.screens.terminal import Terminal
from tests.wire.test_driver import opened


@pytest.mark.parametrize("term", ["linux", "screen-256color", "xterm", "tmux-256color"])
def test_the_screens_are_readable(tmp_path: Path, term: str) -> None:
    with opened(tmp_path, term=term) as (_, terminal):
        terminal.until("April 3")
        assert terminal.screen.display[1].startswith(" YOUR TURN 2")
        assert terminal.screen.display[2].startswith("▌> Ana Lima")
        # What is selected stands out by an attribute, whatever the colours.
        assert terminal.screen.buffer[2][5].reverse
        assert b"\x1b[38;2;" not in terminal.sent


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"TERM": "dumb"}, "on a terminal of type dumb nothing can be painted; convonote turns"),
        ({"TERM": ""}, "TERM does not say what terminal this is"),
        ({"PYTHONIOENCODING": "latin-1"}, "the screens need UTF-8, and this locale writes"),
    ],
    ids=["dumb", "unnamed", "not UTF-8"],
)
def test_where_nothing_can_be_painted_one_line_names_a_verb(
    tmp_path: Path, environment: dict[str, str], says: str
) -> None:
    code, terminal = refused(tmp_path, environment)
    assert code == 2
    assert says in terminal
    assert "convonote turns lists whose turn it is" in terminal
    assert "\x1b" not in terminal


def test_without_a_terminal_to_paint_on_one_line_says_so(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    made.notebook.close()
    ran = subprocess.run(
        [sys.executable, "-m", "convonote", "--notebook", str(made.path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith("convonote: the screens need a terminal; convonote turns")
    assert ran.stdout == ""


def refused(folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """What the program says on a terminal that it refuses, in one line, and its exit code."""
    made = small_world(folder)
    made.notebook.close()
    child, master = pty.fork()
    if child == 0:
        given = {**os.environ, "TERM": "xterm", "XDG_CONFIG_HOME": str(folder), **environment}
        command = [sys.executable, "-m", "convonote", "--notebook", str(made.path)]
        os.execve(command[0], command, given)
    terminal = Terminal(master, (200, 24))
    try:
        terminal.until("convonote: ")
        _, status = os.waitpid(child, 0)
    finally:
        os.close(master)
    said = terminal.sent.decode()
    assert len(said.splitlines()) == 1
    return os.waitstatus_to_exitcode(status), said
