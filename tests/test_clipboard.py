"""Copying says how far the text got."""

from pathlib import Path

import pytest

from convonote.clipboard import NotCopied, copy


def tmux(folder: Path, body: str) -> dict[str, str]:
    """An environment in which a script stands in for tmux, as it does for the shell."""
    script = folder / "tmux"
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o700)
    return {"TMUX": "/tmp/tmux,1,0", "PATH": f"{folder}:/usr/bin:/bin"}


def test_outside_of_tmux_the_terminal_is_asked_and_nothing_more_is_claimed() -> None:
    asked: list[str] = []
    said = copy("Grüße", asked.append, {"TERM": "xterm-256color"})
    assert asked == ["Grüße"]
    assert said == "Sent to the terminal for its clipboard; whether it took it cannot be known"


def test_what_is_long_or_goes_through_screen_is_said_to_be_less_sure() -> None:
    assert "70 kB" in copy("é" * 40_000, lambda text: None, {})
    assert "screen" in copy("é", lambda text: None, {"STY": "1.pts-0"})


def test_in_tmux_its_buffer_is_filled(tmp_path: Path) -> None:
    environment = tmux(tmp_path, f'cat > "{tmp_path}/copied"; echo "$@" > "{tmp_path}/arguments"')
    said = copy("Grüße", lambda text: None, environment)
    assert (tmp_path / "copied").read_text() == "Grüße"
    assert (tmp_path / "arguments").read_text() == "load-buffer -w -\n"
    assert "tmux" in said


def test_an_older_tmux_keeps_it_to_itself(tmp_path: Path) -> None:
    said = copy("x", lambda text: None, tmux(tmp_path, '[ "$2" = "-" ]'))
    assert said == "Copied to the buffer of tmux alone; its prefix and ] paste it"


def test_what_takes_nothing_is_told() -> None:
    def ask(text: str) -> None:
        raise AssertionError("a console would print it")

    with pytest.raises(NotCopied, match="no clipboard"):
        copy("x", ask, {"TERM": "linux"})


def test_a_tmux_that_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotCopied, match="did not take"):
        copy("x", lambda text: None, tmux(tmp_path, "exit 1"))
