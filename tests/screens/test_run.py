"""Starting and stopping: a real process on a real terminal, and notebooks that do not open."""

import os
import pty
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from convonote.config import Config
from convonote.conversation.records import Kind
from convonote.running import run
from tests.screens.showing import press, rest, screen_text, showing, shows, small_world, type_words
from tests.screens.terminal import Terminal
from tests.wire.test_driver import opened


def test_what_is_no_notebook_is_one_line_and_exit_code_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are no SQLite pages.\n" * 300)
    assert run(path, Config()) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("convonote: ")
    assert "notes.txt" in line


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_puts_the_terminal_back(tmp_path: Path, number: signal.Signals) -> None:
    made = small_world(tmp_path)
    made.notebook.close()
    master, slave = pty.openpty()
    terminal = Terminal(master)
    before = termios.tcgetattr(slave)
    program = subprocess.Popen(
        [sys.executable, "-m", "convonote", "--notebook", str(made.path)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", "XDG_CONFIG_HOME": str(tmp_path)},
        start_new_session=True,
    )
    try:
        terminal.until("YOUR TURN")
        program.send_signal(number)
        terminal.until_sent(lambda sent: b"\x1b[?1049l" in sent)
        assert program.wait(timeout=30) == 128 + number
        assert termios.tcgetattr(slave) == before
    finally:
        program.kill()
        program.wait()
        os.close(master)
        os.close(slave)


@pytest.mark.parametrize("told", [True, False], ids=["told", "not told"])
def test_when_the_line_drops_the_draft_is_kept_and_the_program_ends(
    tmp_path: Path, told: bool
) -> None:
    made = small_world(tmp_path)
    child, master = pty.fork()
    if child == 0:
        if not told:
            # As under nohup, where no signal says that the terminal has gone.
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
            if os.fork():
                os._exit(os.waitstatus_to_exitcode(os.wait()[1]))
            os.setsid()
        environment = {**os.environ, "TERM": "xterm-256color", "XDG_CONFIG_HOME": str(tmp_path)}
        command = [sys.executable, "-m", "convonote", "--notebook", str(made.path)]
        os.execve(command[0], command, environment)
    terminal = Terminal(master)
    terminal.until("YOUR TURN")
    terminal.press("i")
    terminal.until("0 words")
    terminal.press("half a thought")
    terminal.until("half a thought")
    os.close(master)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP
    assert [draft.text for draft in made.notebook.drafts()] == ["half a thought"]


def test_a_sample_goes_with_a_line_that_drops(tmp_path: Path) -> None:
    child, master = pty.fork()
    if child == 0:
        home = {"XDG_CONFIG_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
        command = [sys.executable, "-m", "convonote", "demo"]
        os.execve(command[0], command, {**os.environ, **home, "TERM": "xterm-256color"})
    Terminal(master).until("YOUR TURN")
    assert list(tmp_path.glob("convonote-demo-*"))
    os.close(master)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP
    assert not list(tmp_path.glob("convonote-demo-*"))


def test_ctrl_z_leads_to_the_shell_and_fg_back_to_a_whole_screen(tmp_path: Path) -> None:
    with opened(tmp_path) as (child, terminal):
        terminal.until("April 3")
        before = list(terminal.screen.display)
        terminal.press("\x1a")
        _, status = os.waitpid(child, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        terminal.until_sent(lambda sent: b"\x1b[?1049l" in sent or b"\x1b[?1049l" in terminal.sent)
        terminal.screen.reset()
        os.kill(child, signal.SIGCONT)
        terminal.until("April 3")
        terminal.until("? keys")
        assert list(terminal.screen.display) == before


def test_after_an_editor_the_screen_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "\\033[2Jscribbled"\nprintf "as edited" > "$1"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    with opened(tmp_path) as (_, terminal):
        terminal.until("April 3")
        terminal.press("i")
        terminal.until("0 words")
        terminal.press("\x0f")
        terminal.until("2 words")
        assert "as edited" in (line.rstrip() for line in terminal.screen.display)
        assert terminal.screen.display[-1].startswith("Ctrl+s save")
        assert not any("scribbled" in line for line in terminal.screen.display)


async def test_a_draft_that_was_left_is_offered_at_the_next_start(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "i")
        await type_words(pilot, "half a thought")
        await press(pilot, "ctrl+g")
        assert shows(pilot, "YOUR TURN 2")
    assert [draft.kind for draft in made.notebook.drafts()] == [Kind.NOTE]
    async with showing(made) as pilot:
        assert screen_text(pilot)[-1].startswith("A draft was left in “Kyoto trip”: i")
        await press(pilot, "i")
        await rest(pilot)
        assert shows(pilot, "half a thought")
