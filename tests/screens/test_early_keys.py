"""Keys that come in one go, before the screen that they are meant for has painted anything."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input

from convonote.host import host
from convonote.screens.command_lists.keys import Keys
from convonote.screens.finding.find import Find
from convonote.screens.prompt import Prompt
from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.home import Home
from convonote.screens.writing.composer import Composer
from convonote.store.notebook import Notebook
from tests.screens.showing import Driver, rest, showing, small_world, world

NAMES = {"/": "slash", ":": "colon", "?": "question_mark"}


async def at_once(pilot: Driver, *keys: str) -> None:
    """Hand over keys as a terminal does that had them all in one read."""
    for key in keys:
        pilot.app.post_message(Key(NAMES.get(key, key), key if len(key) == 1 else None))
    await rest(pilot)


def topics(notebook: Notebook) -> set[str]:
    """The topics that are left."""
    return {one.topic for one in notebook.turns()}


async def test_a_key_after_n_acts_on_the_conversation_gone_to(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await at_once(pilot, "n", "D")
    assert topics(made.notebook) == {"Kyoto trip", "Bike"}


async def test_keys_after_enter_act_on_the_timeline_and_not_on_the_queue(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await at_once(pilot, "enter", "n", "a")
        screen = pilot.app.screen
        assert isinstance(screen, Timeline)
        assert screen.conversation is not None
        assert screen.conversation.topic == "Books"
    assert topics(made.notebook) == {"Kyoto trip", "Bike"}


async def test_moves_that_come_before_the_timeline_is_there_are_not_lost(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await at_once(pilot, "enter", "k")
        screen = pilot.app.screen
        assert isinstance(screen, Timeline)
        assert screen.entry is not None
        assert screen.entry.text == "Let's go in *April*."


@pytest.mark.parametrize("key", ["r", "c", "t", "i", "o"])
@pytest.mark.parametrize("first", [(), ("enter",)])
async def test_letters_after_the_key_that_opens_the_composer_arrive_whole(
    tmp_path: Path, key: str, first: tuple[str, ...]
) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await at_once(pilot, *first, key, *"hello")
        screen = pilot.app.screen
        assert isinstance(screen, Composer)
        assert screen.editor.text == "hello"
        assert len(pilot.app.screen_stack) == 2 + len(first)


@pytest.mark.parametrize(("key", "screen"), [("/", Find), ("?", Keys), ("p", Prompt)])
async def test_letters_after_the_key_that_opens_a_field_arrive_whole(
    tmp_path: Path, key: str, screen: type
) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await at_once(pilot, key, *"knee")
        assert isinstance(pilot.app.screen, screen)
        assert pilot.app.screen.query_one(Input).value == "knee"


async def test_the_palette_loses_no_letter(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await at_once(pilot, ":", *"close")
        assert pilot.app.screen.query_one(Input).value == "close"


async def test_enter_after_letters_takes_the_line(tmp_path: Path) -> None:
    made = world(tmp_path)
    async with showing(made) as pilot:
        await at_once(pilot, "p", *"Ana", "enter")
        assert not isinstance(pilot.app.screen, Prompt)
    assert [person.name for person in made.notebook.people("Ana")] == ["Ana"]


async def test_letters_typed_while_home_opens_are_no_trouble(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await at_once(pilot, "j", "k", "enter", "q")
        assert isinstance(pilot.app.screen, Home)


async def test_a_reminder_typed_before_the_picker_is_there_is_set(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await at_once(pilot, "n", "m", "tab", "tab", *"4d", "enter")
        assert isinstance(pilot.app.screen, Home)
        assert "it is their turn; you are reminded on Thu 26 Nov" in host(pilot.app.screen).message
    (holder,) = next(one for one in made.notebook.turns() if one.topic == "Books").holders
    assert holder.remind is not None
