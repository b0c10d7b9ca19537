"""NO_COLOR means none: whatever is opened, no byte asks the terminal for a colour."""

from pathlib import Path

import pytest

from tests.screens.test_themes import COLOUR
from tests.wire.test_driver import opened

BACK = "\x07"
"""Ctrl+g."""
ROOMS = [
    ("1", "THEIR TURN"),
    ("\r", "April 3"),
    ("2", "People"),
    ("3", "Promises"),
    ("5", "Rhythm"),
    ("4week", "suits you"),
    (BACK, "THEIR TURN"),
]
"""Keys, and words of the room that they lead to."""
OPENED = [
    ("v", "Who spoke when"),
    ("w", "T2: "),
    ("b", "SAID LAST"),
    ("m", "nobody"),
    ("L", "Join with"),
    ("s", "later, until when?"),
    ("?", "what it does"),
    (":", "later fri"),
    ("+", "they said  = we talked"),
    ("c", "0 words"),
]
"""What is opened on a conversation, by which key."""


def test_every_room_and_question_is_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with opened(tmp_path) as (_, terminal):
        terminal.until("April 3")
        for key, words in ROOMS:
            terminal.press(key)
            terminal.until(words)
            assert not COLOUR.search(terminal.sent), words
        for key, words in OPENED:
            terminal.press(key)
            terminal.until(words)
            assert not COLOUR.search(terminal.sent), words
            terminal.press(BACK)
            terminal.until_gone(words)
