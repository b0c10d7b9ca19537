"""NO_COLOR means none: whatever is opened, no byte asks the terminal for a colour."""

from pathlib import Path

import pytest

from tests.screens.test_themes import COLOUR
from tests.wire.test_driver import opened

ROOMS = [
    ("1", "YOUR TURN"),
    ("\r", "April 3"),
    ("v", "Who spoke when"),
    ("qw", "Why"),
    ("qb", "WHOSE TURN"),
    ("q2", "People"),
    ("e", "Ctrl+s save"),
    ("\x07", "People"),
    ("3", "Promises"),
    ("5", "Rhythm"),
    ("4week", "suits you"),
    ("\x07m", "nobody"),
    ("\x07L", "Join"),
    ("\x07s", "until"),
    ("\x07?", "what it does"),
    ("\x07:", "later fri"),
    ("\x07+", "I said   < they said"),
]
"""Keys, and words of what they open."""


def test_every_room_and_question_is_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with opened(tmp_path) as (_, terminal):
        terminal.until("April 3")
        for keys, words in ROOMS:
            terminal.press(keys)
            terminal.until(words)
        assert not COLOUR.search(terminal.sent)
