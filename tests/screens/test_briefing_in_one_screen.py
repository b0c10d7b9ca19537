"""The briefing is one screen, and the Rhythm room one pane, however small the terminal is."""

from pathlib import Path

import pytest

from convonote.screens.rhythm.rhythm import RhythmRoom
from tests.screens.showing import World, press, rest, screen_text, showing, shows, small_world


@pytest.fixture
def full(tmp_path: Path) -> World:
    """A small world in which there is a lot to say of Ana."""
    made = small_world(tmp_path)
    (ana,) = made.notebook.people("Ana")
    for number in range(15):
        made.notebook.say(f"Which {number}?", topic=f"T{number}", channel="email", author=ana.id)
    for number in range(4):
        made.notebook.add_wish(ana.id, f"no calls on day {number}")
    made.notebook.add_detail(ana.id, "birthday", "1980-03-21")
    return made


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_part_is_in_view_and_what_is_left_out_is_counted(
    full: World, size: tuple[int, int]
) -> None:
    async with showing(full, size) as pilot:
        await press(pilot, "2", "f", *"Ana", "enter", "b")
        for words in ("Briefing: Ana", "WHOSE TURN (", "THEY ASKED FOR", "SAID LAST"):
            assert shows(pilot, words), screen_text(pilot)
        assert shows(pilot, "birthday 21 Mar 1980")


async def test_the_list_of_rhythms_takes_the_whole_width_of_a_narrow_terminal(full: World) -> None:
    async with showing(full) as pilot:
        await press(pilot, "5")
        room = pilot.app.screen
        assert isinstance(room, RhythmRoom)
        assert room.pictures.display
        await press(pilot, "2")
        await pilot.resize_terminal(60, 20)
        await press(pilot, "5")
        await rest(pilot)
        assert not room.pictures.display
        assert room.people.size.width == 60, screen_text(pilot)
