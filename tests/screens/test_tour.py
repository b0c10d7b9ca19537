"""The tour leads through five steps and leaves nothing behind; what was told can be read again."""

import os
import pty
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from convonote.app import Convonote
from convonote.config import Config
from convonote.screens.around.tour import STEPS
from tests.screens.showing import press, rest, screen_text, showing, shows, small_world, type_words
from tests.screens.terminal import Terminal


def foot(lines: list[str]) -> str:
    """The last lines of the screen as one."""
    return " ".join(line.strip() for line in lines[-3:])


async def test_each_step_goes_on_when_it_was_done(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    app = Convonote(made.notebook, Config())
    app.begin_tour()
    async with app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        assert "Tour 1/5 · YOUR TURN lists who waits for you" in foot(screen_text(pilot))
        await press(pilot, "j", "k")
        assert shows(pilot, "Tour 2/5")
        await press(pilot, "enter")
        assert shows(pilot, "Tour 2/5")
        await press(pilot, "q")
        assert shows(pilot, "Tour 3/5 · r answers")
        await press(pilot, "r")
        assert shows(pilot, "Tour 3/5")
        assert not shows(pilot, "Space goes on")
        await type_words(pilot, "The first week")
        await press(pilot, "ctrl+s", "s")
        assert shows(pilot, "Tour 4/5 · s puts")
        await press(pilot, "s")
        await type_words(pilot, "fri")
        await press(pilot, "enter")
        assert shows(pilot, "Tour 5/5 · u takes back")
        await press(pilot, "u")
        assert shows(pilot, "That was the tour. q on the turns leaves it")
        await press(pilot, "q")
        assert not app.is_running


async def test_a_key_goes_on_from_any_step_and_q_leaves(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    app = Convonote(made.notebook, Config())
    app.begin_tour()
    async with app.run_test(size=(60, 20)) as pilot:
        await rest(pilot)
        for number in range(1, len(STEPS) + 1):
            assert shows(pilot, f"Tour {number}/5")
            await press(pilot, "space")
        assert shows(pilot, "That was the tour")
        await press(pilot, "space", "q")
        assert not app.is_running


async def test_without_a_tour_there_is_no_key_for_it(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        before = screen_text(pilot)
        await press(pilot, "space")
        assert screen_text(pilot) == before


def changes(path: Path) -> list[tuple[int, str]]:
    """All that was ever done to a notebook."""
    with closing(sqlite3.connect(path)) as notebook:
        return notebook.execute("SELECT id, what FROM change").fetchall()


def test_the_tour_is_on_a_sample_and_leaves_no_trace(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    made.notebook.close()
    before = changes(made.path)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    child, master = pty.fork()
    if child == 0:
        home = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        environment = {**os.environ, **home, "TERM": "xterm", "TMPDIR": str(temporary)}
        command = [sys.executable, "-m", "convonote", "--notebook", str(made.path)]
        os.execve(command[0], command, environment)
    terminal = Terminal(master)
    try:
        terminal.until("YOUR TURN 2")
        terminal.press(":")
        terminal.until("type to filter")
        terminal.press("tour")
        terminal.until("Tour: Five steps")
        terminal.press("\r")
        terminal.until("Tour 1/5")
        assert len(list(temporary.iterdir())) == 1
        terminal.press("q")
        terminal.until("YOUR TURN 2")
        assert not list(temporary.iterdir())
        terminal.press("q")
        terminal.until_sent(lambda sent: b"\x1b[?1049l" in sent)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        os.close(master)
    assert changes(made.path) == before
    assert not [path for path in tmp_path.rglob("*") if path.name == "theme"]
