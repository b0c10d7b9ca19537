"""Behind the wire, a terminal shows what it would show without it, whatever is painted."""

import os
from pathlib import Path
from random import Random
from unicodedata import east_asian_width

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcwidth

from convonote.wire.sequences import ENTER
from convonote.wire.wire import Wire
from tests.wire.emulator import Pair
from tests.wire.painting import WORDS, Painter
from tests.wire.tmux import TMUX, Tmux

FRAMES = int(os.environ.get("CONVONOTE_FRAMES", "600"))
"""Random frames in all; a full run has 10,000."""
IN_A_SESSION = 20


@settings(max_examples=FRAMES // IN_A_SESSION, deadline=None, database=None)
@given(seed=st.integers(0, 2**32), columns=st.integers(8, 60), rows=st.integers(3, 10))
def test_random_screens_look_the_same_after_every_frame(seed: int, columns: int, rows: int) -> None:
    _session(Random(seed), Pair(columns, rows))


def test_random_screens_look_the_same_where_ambiguous_characters_are_wide(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def wide(character: str) -> int:
        columns = wcwidth(character)
        return 2 if columns == 1 and east_asian_width(character) == "A" else columns

    monkeypatch.setattr("pyte.screens.wcwidth", wide)
    for seed in range(8):
        pair = Pair(40, 6)
        pair.wire.narrow = False
        _session(Random(seed), pair)


def _session(random: Random, pair: Pair) -> None:
    """Paint frame after frame, and look after each."""
    painter = Painter(random, *pair.size)
    pair.write(ENTER)
    pair.write("\x1b[?7l")
    pair.write(painter.whole())
    pair.flush()
    for _ in range(IN_A_SESSION - 1):
        pair.check()
        _frame(random, pair, painter)
    pair.check()


def _frame(random: Random, pair: Pair, painter: Painter) -> None:
    """What may happen between two looks at the screen."""
    what = random.randrange(12)
    if what == 0:
        columns, rows = random.randint(8, 60), random.randint(3, 10)
        painter.resize(columns, rows)
        pair.resize(columns, rows)
        pair.write(painter.whole())
    elif what == 1:
        # Out to the shell and in again.
        pair.write("\x1b[<u")
        pair.write("\x1b[?1049l")
        for terminal in (pair.full, pair.thin):
            terminal.feed("$ ls\r\nsomething else\r\n")
        pair.write("\x1b[?1049h")
        pair.write("\x1b[?25l")
        pair.write(painter.whole())
    elif what == 2:
        # Something unknown, which may have changed the screen, and then a part of it.
        pair.write(painter.changes())
        pair.write(
            random.choice(("\x1b[2K", "\x1b[1;3r\x1b[r", "\x1b[5X", "\x1b[4:3mx\x1b[0m", "\t"))
        )
        pair.write(painter.changes())
    elif what == 3:
        pair.write("\x1b[?2026h")
        pair.write(painter.changes())
        pair.write("\x1b[?2026l")
    elif what == 4:
        for _ in range(random.randint(2, 4)):
            pair.write(painter.changes())
    elif what == 5:
        pair.wire.forget()
        pair.write(painter.whole())
    else:
        pair.write(painter.changes())
    pair.flush()


@pytest.mark.skipif(TMUX is None, reason="tmux is not installed")
def test_random_screens_look_the_same_in_tmux(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "thin").mkdir()
    random = Random(1)
    # What tmux makes of a joiner depends on how much it read at a time.
    painter = Painter(random, 60, 10, [words for words in WORDS if "\u200d" not in words])
    wire = Wire(lambda: (60, 10))
    with Tmux(tmp_path / "full", 60, 10) as full, Tmux(tmp_path / "thin", 60, 10) as thin:
        for number in range(max(40, FRAMES // 20)):
            data = painter.changes() if number else f"{ENTER}\x1b[?7l{painter.whole()}"
            full.feed(data)
            thin.feed(wire.write(data))
            thin.feed(wire.flush())
            assert full.shown() == thin.shown(), f"frame {number}"


def test_what_was_painted_for_another_size_is_left_out() -> None:
    pair = Pair(30, 10)
    pair.write(ENTER)
    pair.write("\n".join(f"\x1b[{row};1H{'large':30}" for row in range(1, 11)))
    pair.resize(20, 4)
    assert pair.flush() == ""
    pair.write("\n".join(f"\x1b[{row};1H{'small':20}" for row in range(1, 5)) + "\x1b[1;1H")
    assert pair.flush().count("small") == 4
    pair.check()
