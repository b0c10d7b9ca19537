"""The driver in a real process on a real terminal: what makes it send everything again."""

import os
import pty
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from convonote import wire
from tests.screens.showing import small_world
from tests.screens.terminal import Terminal


def whole(sent: bytes) -> bool:
    """Whether the screen was sent from its title to the footer."""
    return b"convonote" in sent and b"YOUR TURN" in sent and b"keys" in sent


@contextmanager
def opened(
    folder: Path, *options: str, term: str = "xterm-256color"
) -> Iterator[tuple[int, Terminal]]:
    """The screens on a small notebook: the process, and its terminal."""
    made = small_world(folder)
    made.notebook.close()
    child, master = pty.fork()
    if child == 0:
        home = {"XDG_CONFIG_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
        environment = {**os.environ, "TERM": term, **home}
        environment.pop("TEXTUAL_DRIVER", None)
        command = [sys.executable, "-m", "convonote", "--notebook", str(made.path), *options]
        os.execve(command[0], command, environment)
    try:
        yield child, Terminal(master)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(master)


def test_the_screen_is_sent_whole_whenever_it_may_be_another(tmp_path: Path) -> None:
    with opened(tmp_path) as (child, terminal):
        terminal.until("April 3")
        assert b"\x1b[6n" in terminal.sent
        # The terminal takes two columns for what is called ambiguous.
        terminal.press("\x1b[1;11R")
        terminal.until_sent(whole)
        os.kill(child, signal.SIGWINCH)
        terminal.until_sent(whole)
        terminal.press("\x0c")
        terminal.until_sent(whole)
        os.kill(child, signal.SIGTSTP)
        _, status = os.waitpid(child, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        os.kill(child, signal.SIGCONT)
        sent = terminal.until_sent(lambda sent: whole(sent.partition(b"\x1b[?1049h")[2]))
        assert b"\x1b[?1049l" in sent.partition(b"\x1b[?1049h")[0]


@pytest.mark.parametrize("options", [(), ("--plain-driver",)], ids=["thin", "plain"])
def test_either_driver_shows_the_same(tmp_path: Path, options: tuple[str, ...]) -> None:
    with opened(tmp_path, *options) as (_, terminal):
        terminal.until("April 3")
        terminal.press("i")
        terminal.until("0 words")
        before = len(terminal.sent)
        terminal.press("é")
        terminal.until("1 word ")
        assert terminal.screen.display[0].startswith(" I said")
        assert terminal.screen.display[8].rstrip() == "é"
        assert (len(terminal.sent) - before < 200) == (not options)


def test_another_driver_that_was_named_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wire.driver_class() is not None
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.linux_driver:LinuxDriver")
    assert wire.driver_class() is None
    monkeypatch.delenv("TEXTUAL_DRIVER")
    monkeypatch.setattr(sys, "platform", "win32")
    assert wire.driver_class() is None
