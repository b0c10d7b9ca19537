"""The terminal's cursor stands on what is selected, for braille displays and input methods."""

from pathlib import Path

import pytest

from convonote.app import Convonote
from tests.screens.showing import Driver, press, screen_text, showing, small_world, type_words
from tests.wire.test_driver import opened


def row(pilot: Driver) -> str:
    """The line of the screen in which the cursor stands, from there on."""
    assert isinstance(pilot.app, Convonote)
    x, y = pilot.app.cursor_position
    return screen_text(pilot)[y][x:]


async def test_in_lists_it_stands_on_the_selected_row(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        assert row(pilot).startswith("▌> Ana Lima")
        await press(pilot, "j")
        assert row(pilot).startswith("▌> 陈伟")
        await press(pilot, "tab")
        assert row(pilot).startswith("▌20 Nov")
        await press(pilot, "h", "enter", "m", "j")
        assert row(pilot).startswith("▌")


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 45)], ids=str)
async def test_in_a_timeline_it_stands_on_the_selected_exchange(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with showing(small_world(tmp_path), size) as pilot:
        await press(pilot, "enter")
        assert row(pilot).startswith("▌18 Nov 12:00")
        await press(pilot, "k")
        assert row(pilot).startswith("▌14 Nov 12:00")


async def test_in_fields_it_stands_where_one_types(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "i")
        await type_words(pilot, "one")
        await press(pilot, "left")
        assert row(pilot).startswith("e")
        await press(pilot, "ctrl+g", "4")
        await type_words(pilot, "week")
        await press(pilot, "home")
        assert row(pilot).startswith("week")


def test_on_the_terminal_it_follows_for_a_few_bytes(tmp_path: Path) -> None:
    with opened(tmp_path) as (_, terminal):
        terminal.until("April 3")
        terminal.until_sent(lambda _: terminal.screen.cursor.y == 2)
        terminal.press("j")
        terminal.until_sent(lambda _: terminal.screen.cursor.y == 3)
        assert terminal.screen.cursor.x == 0
        assert terminal.screen.cursor.hidden


def test_it_can_be_shown(tmp_path: Path) -> None:
    settings = tmp_path / "convonote" / "config.toml"
    settings.parent.mkdir()
    settings.write_text("[screen]\ncursor = true\n")
    with opened(tmp_path) as (_, terminal):
        terminal.until("April 3")
        assert not terminal.screen.cursor.hidden
