"""Sessions on every screen of the program: behind the wire the terminal shows the same."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from convonote.wire.sequences import Kind, parts
from convonote.wire.wire import Wire
from tests.screens.showing import World, small_world
from tests.wire.emulator import Pair
from tests.wire.recording import Frame, press, recorded
from tests.wire.tmux import TMUX, Tmux

TEXT = (
    "Olá! “Quotes” – and an ellipsis…\n\n"
    "- 陈伟说书到了 こんにちは 한국어\n"
    "- e\u0301a\u0308 हिन्दी ไทย\n"
    "- 👍🏽 ❤\ufe0f 🇵🇹 1\ufe0f\u20e3 ☎\n"
    "- שלום לך مرحبا بكم Привет\n\n"
    "```\ncode  with   gaps\n```\n\n> what was *quoted*\n\n" + "A long line of words. " * 30
)
KEYS = (
    *("j", "j", "k", "space", "tab", "j", "j", "k", "ctrl+d", "tab"),
    *("ctrl+l", "w", "j", "q", "O", "j", "q"),
    *("enter", "j", "j", "j", "k", "ctrl+d", "ctrl+u", "G", "g", "q"),
    *("m", "j", "escape", "s", "f", "r", "i", "escape"),
    *("question_mark", "m", "o", "backspace", "ctrl+g"),
    *("slash", "A", "p", "r", "down", "backspace", "ctrl+g"),
    *("colon", "k", "e", "y", "down", "escape"),
    *("plus", "A", "n", "escape", "p", "X", "escape"),
    *("c", "H", "i", "é", "enter", "陈", "left", "left", "backspace", "x", "down", "ctrl+t"),
    *("ctrl+g", "u", "a", "u", "x", "D", "u"),
)


def busy_world(folder: Path) -> World:
    """A small world, with more to scroll and every kind of writing."""
    made = small_world(folder)
    for number in range(30):
        who = made.person(f"{['陈伟', 'Zoë', '👍🏽', 'Ana', 'שלום', 'é'][number % 6]} {number}")
        made.hear(who, TEXT, f"Topic {number} – ❤\ufe0f", days=number)
    return made


IN_A_NARROW_ONE = (
    *("j", "j", "enter", "j", "ctrl+d", "q", "slash", "A", "p", "ctrl+g"),
    *("question_mark", "m", "ctrl+g", "colon", "k", "escape", "c", "H", "i", "ctrl+g"),
)


async def session(
    folder: Path, size: tuple[int, int], keys: Iterable[str], theme: str = "ansi-dark"
) -> list[Frame]:
    """What the app writes while somebody goes through it."""
    async with recorded(busy_world(folder), size, theme) as (pilot, recording):
        await press(pilot, *keys)
        return recording.whole


async def test_every_screen_looks_the_same_after_every_frame(tmp_path: Path) -> None:
    frames = await session(tmp_path, (80, 24), KEYS)
    _look_the_same(frames, (80, 24))
    if TMUX is None:
        pytest.skip("tmux is not installed; pyte showed the same")
    _look_the_same_in_tmux(frames, tmp_path)


@pytest.mark.parametrize(
    ("size", "theme"), [((140, 45), "ansi-dark"), ((60, 12), "nord")], ids=["wide", "in colours"]
)
async def test_screens_of_other_sizes_look_the_same(
    tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    _look_the_same(await session(tmp_path, size, IN_A_NARROW_ONE, theme), size)


def _look_the_same(frames: list[Frame], size: tuple[int, int]) -> None:
    pair = Pair(*size)
    for frame in frames:
        for data in frame:
            assert [part.text for part in parts(data) if part.kind is Kind.UNKNOWN] == []
            pair.write(data)
        pair.flush()
        pair.check()
    assert pair.sent < pair.received / 3


def _look_the_same_in_tmux(frames: list[Frame], folder: Path) -> None:
    (folder / "full").mkdir()
    (folder / "thin").mkdir()
    wire = Wire(lambda: (80, 24))
    with Tmux(folder / "full", 80, 24) as full, Tmux(folder / "thin", 80, 24) as thin:
        for number, frame in enumerate(frames):
            for data in frame:
                full.feed(data)
                thin.feed(wire.write(data))
            thin.feed(wire.flush())
            if number % 3 == 0 or number == len(frames) - 1:
                assert full.shown() == thin.shown(), f"frame {number}"
