"""The user's own keys and other keyboard layouts in the real app; the palette and `?`."""

from pathlib import Path

import pytest

from convonote.config import Config, load
from convonote.conversation.turn_records import Section
from convonote.screens.command_lists.keys import Keys
from convonote.screens.command_lists.palette import Palette
from convonote.screens.finding.find import Find
from convonote.screens.prompt import Prompt
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.home import Home
from convonote.screens.turns.turn import TurnPicker
from convonote.screens.writing.composer import Composer
from convonote.widgets.one_line import OneLine
from tests.screens.showing import (
    press,
    screen_text,
    selected_line,
    showing,
    shows,
    small_world,
    type_words,
    world,
)


def settings(folder: Path, keys: str) -> Config:
    """Settings with some keys, read from a file as the program reads them."""
    path = folder / "config.toml"
    path.write_text(f"[keys]\n{keys}\n", encoding="utf-8")
    return load(path)


async def test_a_key_that_was_bound_acts_and_is_named_everywhere(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    config = settings(tmp_path, 'close = "z"\nundo = "ctrl+e"\nsay = ["C", "f5"]')
    async with showing(made, config=config) as pilot:
        assert "C say" in screen_text(pilot)[-1]
        await press(pilot, "a", "u")
        assert shows(pilot, "CLOSED 0")
        await press(pilot, "z")
        assert shows(pilot, "closed; Ctrl+e takes it back")
        await press(pilot, "ctrl+e")
        assert shows(pilot, "CLOSED 0")
        await press(pilot, "question_mark")
        assert shows(pilot, "C F5 ")
        await press(pilot, "ctrl+g", "f5")
        assert isinstance(pilot.app.screen, Composer)


async def test_a_bound_key_acts_where_one_types_and_letters_stay_letters(tmp_path: Path) -> None:
    config = settings(tmp_path, 'leave-draft = "f6"\nlater = "z"\ndown = "ctrl+n"')
    async with showing(small_world(tmp_path), config=config) as pilot:
        await press(pilot, "c", "z", "s", "escape", "J")
        screen = pilot.app.screen
        assert isinstance(screen, Composer)
        assert screen.editor.text == "zsJ"
        assert shows(pilot, "F6 leave")
        await press(pilot, "f6", "ctrl+n")
        assert isinstance(pilot.app.screen, Home)
        assert "陈伟" in selected_line(pilot)


async def test_in_a_picker_with_a_field_a_bound_letter_can_still_be_typed(tmp_path: Path) -> None:
    config = settings(tmp_path, 'set-turn = "T"')
    async with showing(small_world(tmp_path), config=config) as pilot:
        await press(pilot, "T")
        assert isinstance(pilot.app.screen, TurnPicker)
        assert shows(pilot, "T next")
        await press(pilot, "T", "tab", "T", "m")
        assert pilot.app.screen.query_one("#reason", OneLine).value == "Tm"


async def test_what_is_wrong_with_a_key_is_told_and_the_rest_holds(tmp_path: Path) -> None:
    config = settings(tmp_path, 'latr = "z"\nsay = "t"\nclose = "z"')
    assert [error.rpartition("config.toml")[2] for error in config.errors] == [
        ":2: keys.latr is no command; did you mean later?",
        ":3: keys.say cannot have t, which is hear (They said) on Turns; "
        "bind that to another key as well",
    ]
    async with showing(small_world(tmp_path), config=config) as pilot:
        assert shows(pilot, "did you mean later?")
        await press(pilot, "z")
        assert shows(pilot, "CLOSED 1")


def test_keys_that_are_no_table_are_one_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('zone = "UTC"\nkeys = "z"\n')
    (error,) = load(path).errors
    assert f"{path}:2: keys must be a table" in error


@pytest.mark.parametrize("letter", ["ф", "α", "ש"])
async def test_letters_of_other_layouts_act_by_their_place(tmp_path: Path, letter: str) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, letter)
        assert shows(pilot, "CLOSED 1")


async def test_letters_of_other_layouts_are_typed_where_one_types(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "с", *"фψ")
        screen = pilot.app.screen
        assert isinstance(screen, Composer)
        assert screen.editor.text == "фψ"
        await press(pilot, "ctrl+g", "slash", *"ולד")
        assert isinstance(pilot.app.screen, Find)
        assert pilot.app.screen.field.value == "ולד"


async def test_a_letter_that_is_bound_itself_wins_over_its_place(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path), config=settings(tmp_path, 'say = "ф"')) as pilot:
        await press(pilot, "ф")
        assert isinstance(pilot.app.screen, Composer)


@pytest.mark.parametrize("first", [("c",), ("slash",), ("p",)])
async def test_f1_lists_the_keys_also_where_one_types(
    tmp_path: Path, first: tuple[str, ...]
) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, *first)
        below = pilot.app.screen
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, Keys)
        await press(pilot, "ctrl+g")
        assert pilot.app.screen is below


async def test_ctrl_p_in_the_composer_does_what_can_be_done_there(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "c", "x", "ctrl+p")
        assert isinstance(pilot.app.screen, Palette)
        await type_words(pilot, "who speaks")
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, Composer)
        assert screen.editor.text == "x"
        await press(pilot, "ctrl+p", *"close", "enter")
        assert pilot.app.screen is screen
        assert shows(pilot, "Close (a) works elsewhere: Turns, Timeline")


async def test_the_palette_gives_a_command_the_words_behind_its_name(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "colon")
        await type_words(pilot, "later 3d")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Home)
        assert shows(pilot, "back on Wed 25 Nov")
    assert made.notebook.counts()[Section.LATER] == 1


async def test_words_that_cannot_be_taken_stand_in_the_question(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "colon")
        await type_words(pilot, "later someday")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Prompt)
        assert pilot.app.screen.query_one(OneLine).value == "someday"


async def test_the_palette_leads_to_the_room_of_a_command_and_does_nothing_unseen(
    tmp_path: Path,
) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "4", "ctrl+p", *"close", "enter")
        assert isinstance(pilot.app.screen, Home)
        assert shows(pilot, "a  Close: Archive")
        await press(pilot, "j")
        assert shows(pilot, "CLOSED 0")


async def test_what_cannot_be_done_now_says_so(tmp_path: Path) -> None:
    async with showing(world(tmp_path)) as pilot:
        await press(pilot, "p", *"Ana", "enter", "colon", *"close")
        assert shows(pilot, "in Turns, Timeline")
        await press(pilot, "enter")
        assert shows(pilot, "Close (a) works elsewhere")


async def test_enter_in_the_list_of_keys_does_what_is_selected(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "question_mark", *"unfold", "enter")
        assert isinstance(pilot.app.screen, Timeline)
        await press(pilot, "question_mark", *"previous of mine"[:4], "enter")
        assert isinstance(pilot.app.screen, Timeline)


async def test_headings_are_passed_over_in_the_list_of_keys(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "question_mark")
        assert selected_line(pilot).split()[-1] == "one."
        await press(pilot, "up", "down")
        assert "Up" in selected_line(pilot)
        for _ in range(30):
            await press(pilot, "pagedown")
        assert selected_line(pilot)
