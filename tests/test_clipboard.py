"""Copying says how far the text got."""

from pathlib import Path

from convonote.clipboard import copy


def tmux(folder: Path, body: str) -> dict[str, str]:
    """An environment in which a script stands in for tmux, as it does for the shell."""
    script = folder / "tmux"
    script.write_text(f"#!/bin/sh\n{body}\n")
    script.chmod(0o700)
    return {"TMUX": "/tmp/tmux,1,0", "PATH": f"{folder}:/usr/bin:/bin"}


def test_outside_of_tmux_the_terminal_is_asked_and_nothing_more_is_claimed() -> None:
    asked: list[str] = []
    said = copy("Grüße", asked.append, {})
    assert asked == ["Grüße"]
    assert "not every terminal" in said


def test_in_tmux_its_buffer_is_filled(tmp_path: Path) -> None:
    environment = tmux(tmp_path, f'cat > "{tmp_path}/copied"; echo "$@" > "{tmp_path}/arguments"')
    said = copy("Grüße", lambda text: None, environment)
    assert (tmp_path / "copied").read_text() == "Grüße"
    assert (tmp_path / "arguments").read_text() == "load-buffer -w -\n"
    assert "tmux" in said


def test_a_tmux_that_refuses_is_told(tmp_path: Path) -> None:
    said = copy("x", lambda text: None, tmux(tmp_path, "exit 1"))
    assert "did not take" in said
