"""A megabyte that is pasted: quick everywhere, and a command nowhere."""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from convonote.app import Convonote
from convonote.widgets.editor import Editor
from convonote.widgets.one_line import LONGEST_PASTE
from tests.screens.showing import Driver, press, rest, showing, shows, small_world

MEGABYTE = "\n".join("Somebody may well have pasted a line such as this." for _ in range(20_000))


async def paste(pilot: Driver, text: str) -> None:
    """What the terminal tells of a paste."""
    pilot.app.post_message(Paste(text))
    await rest(pilot)


async def test_into_the_composer_it_goes_whole_and_one_undo_takes_it_out(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "i")
        await paste(pilot, MEGABYTE)
        editor = pilot.app.screen.query_one(Editor)
        assert editor.text == MEGABYTE
        await press(pilot, "x")
        await press(pilot, "ctrl+z", "ctrl+z")
        assert editor.text == ""


@pytest.mark.parametrize("key", ["4", "s", "plus"], ids=["find", "a question", "quick add"])
async def test_into_one_line_goes_what_a_line_takes_and_that_is_said(
    tmp_path: Path, key: str
) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        assert isinstance(pilot.app, Convonote)
        await press(pilot, key)
        await paste(pilot, MEGABYTE)
        assert len(pilot.app.screen.query_one(Input).value) == LONGEST_PASTE
        assert pilot.app.message.startswith("One line takes 2,000 characters")


async def test_onto_a_list_it_does_nothing(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        before = made.notebook.counts()
        await paste(pilot, "aDDDsfri\n" * 100_000)
        assert shows(pilot, "Nothing can be pasted into a list")
        assert made.notebook.counts() == before


async def test_before_the_field_has_the_keys_it_waits_for_them(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "i")
        pilot.app.screen.set_focus(None)
        await paste(pilot, "a thought")
        assert pilot.app.screen.query_one(Editor).text == "a thought"


async def test_several_lines_become_one_in_a_line(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "4")
        await paste(pilot, "which\n\nweek\r\nsuits")
        assert pilot.app.screen.query_one(Input).value == "which week suits"
