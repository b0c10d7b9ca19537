"""Copying, with an honest line about how far the text got."""

import os
import subprocess
from collections.abc import Callable, Mapping


def copy(
    text: str, ask_terminal: Callable[[str], None], environment: Mapping[str, str] = os.environ
) -> str:
    """Copy the text and say in a line what happened.

    A terminal does not answer whether it took what it was asked to copy, and tmux drops that
    question; its own buffer can be filled by its own command, which also asks the terminal.
    """
    ask_terminal(text)
    if environment.get("TMUX"):
        if _load_tmux_buffer(text, environment):
            return "Copied to the buffer of tmux, and offered to the clipboard"
        return "tmux did not take the text; it may not be in the clipboard"
    return "Offered to the clipboard; not every terminal takes it"


def _load_tmux_buffer(text: str, environment: Mapping[str, str]) -> bool:
    """Fill the buffer of tmux; whether it did."""
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", "-w", "-"],
            input=text.encode("utf-8", errors="replace"),
            env=dict(environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
