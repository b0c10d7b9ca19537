"""Copying, with an honest line about how far the text got."""

import os
import subprocess
from collections.abc import Callable, Mapping

MUCH = 70_000
"""Bytes of a text from which some terminals take none of it."""


class NotCopied(Exception):
    """It did not get anywhere; the message says why, and what to do."""


def copy(
    text: str, ask_terminal: Callable[[str], None], environment: Mapping[str, str] = os.environ
) -> str:
    """Copy the text and say in a line what happened; raises NotCopied.

    A terminal does not answer whether it took what it was asked to copy, and tmux drops that
    question; its own buffer can be filled by its own command, which also asks the terminal.
    """
    if environment.get("TMUX"):
        ask_terminal(text)
        return _by_tmux(text, environment)
    if environment.get("TERM") == "linux":
        raise NotCopied("Not copied: the Linux console has no clipboard; tmux has a buffer")
    ask_terminal(text)
    if len(text.encode("utf-8", errors="replace")) > MUCH:
        return "Sent to the terminal, but it is long: many terminals take no more than 70 kB"
    if environment.get("STY"):
        return "Sent to the terminal through screen, which may drop it; nothing tells whether"
    return "Sent to the terminal for its clipboard; whether it took it cannot be known"


def copied(text: str, ask_terminal: Callable[[str], None]) -> str:
    """Copy the text, and say in a line what happened or why nothing did."""
    try:
        return copy(text, ask_terminal)
    except NotCopied as why:
        return str(why)


def _by_tmux(text: str, environment: Mapping[str, str]) -> str:
    """Fill the buffer of tmux; before tmux 3.2 that reaches no clipboard."""
    if _load_tmux_buffer(text, environment, "-w"):
        return "Copied to the buffer of tmux, and sent to the terminal for its clipboard"
    if _load_tmux_buffer(text, environment):
        return "Copied to the buffer of tmux alone; its prefix and ] paste it"
    raise NotCopied("Not copied: tmux did not take the text")


def _load_tmux_buffer(text: str, environment: Mapping[str, str], *options: str) -> bool:
    """Fill the buffer of tmux; whether it did."""
    try:
        done = subprocess.run(
            ["tmux", "load-buffer", *options, "-"],
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
