"""What was told can be read again; where things are and how much there is."""

from pathlib import Path

from convonote.config import Config
from convonote.conversation.records import SECOND
from tests.screens.showing import press, rest, screen_text, showing, shows, small_world, world


async def test_what_was_told_can_be_read_again_with_its_time(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "a")
        made.now += 90 * 60 * SECOND
        await press(pilot, "u")
        await pilot.app.screen.run_action("messages")
        await rest(pilot)
        lines = screen_text(pilot)
        assert lines[1].startswith(" 13:30")
        assert "Undone: closed" in lines[1]
        assert lines[2].startswith(" 12:00")
        assert "closed; u takes it back" in lines[2]
        await press(pilot, "q")
        assert shows(pilot, "YOUR TURN 2")


async def test_a_new_start_has_told_nothing(tmp_path: Path) -> None:
    async with showing(world(tmp_path)) as pilot:
        await pilot.app.screen.run_action("messages")
        await rest(pilot)
        assert shows(pilot, "Nothing was told since the start.")


async def test_all_that_is_wrong_in_the_settings_is_among_them(tmp_path: Path) -> None:
    errors = ("config.toml:2: zone is no zone", "config.toml:5: me.name must be text")
    async with showing(small_world(tmp_path), config=Config(errors=errors)) as pilot:
        assert shows(pilot, "config.toml:2: zone is no zone · 1 more: :messages")
        await pilot.app.screen.run_action("messages")
        await rest(pilot)
        assert shows(pilot, errors[0])
        assert shows(pilot, errors[1])


async def test_info_says_where_things_are_how_many_and_which_version(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made, (140, 45)) as pilot:
        await pilot.app.screen.run_action("info")
        await rest(pilot)
        assert shows(pilot, f"notebook      {made.path}")
        assert shows(pilot, "settings")
        assert shows(pilot, "conversations 4")
        assert shows(pilot, "exchanges     5")
        assert shows(pilot, "people        3")
        assert shows(pilot, "theme         terminal")
        assert shows(pilot, "convonote     ")


async def test_what_the_composer_says_by_itself_is_among_them(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "o", "ctrl+s", "ctrl+g")
        await pilot.app.screen.run_action("messages")
        await rest(pilot)
        assert shows(pilot, "There is nothing to save yet; write something first")
