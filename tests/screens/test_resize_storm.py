"""A terminal that changes its size again and again, over every screen there is."""

from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen

from convonote import demo
from convonote.app import Convonote
from convonote.commands import COMMANDS, Where, commands
from convonote.config import Config
from convonote.screens.people.knowing import Knowing
from convonote.screens.rooms import ROOMS
from convonote.screens.turns.which_conversation import WhichConversation
from convonote.screens.writing.beforehand import Beforehand
from convonote.screens.writing.sending import SendingQuestion
from tests.screens.showing import NOW, World, press, rest, showing, shows, world

SIZES = [(0, 0), (1, 1), (500, 200), (39, 9), (40, 10), (79, 24), (80, 24), (119, 45), (120, 3)]
SIZES += [(1, 24), (2, 40), (3, 40), (4, 24), (5, 45), (8, 30), (12, 24)]
CHANGES = 48
"""Changes over each screen; with all the screens there are, more than a thousand."""
LEAVE = frozenset({"quit", "demo", "tour", "suspend", "edit-outside"})
"""Commands that lead out of the app."""


DEEPER: dict[type[Screen[Any]], tuple[str, ...]] = {
    Knowing: ("colon", *"who", "space", *"roofs", "enter"),
    SendingQuestion: ("r", *"Hello", "ctrl+s"),
    WhichConversation: ("L", "G", "enter"),
    Beforehand: ("r", "ctrl+n"),
}
"""Screens to which more than one command leads, and the keys from the queue."""


@pytest.fixture
def lively(tmp_path: Path) -> World:
    """The sample notebook: some of everything."""
    made = world(tmp_path)
    made.notebook.close()
    made.path.unlink()
    demo.build(made.path, NOW, made.notebook.zone)
    return world(tmp_path)


def larger(folder: Path) -> World:
    """More people, conversations and promises than a screen shows."""
    made = world(folder)
    for number in range(80):
        person = made.person(f"Person {number:02}")
        made.hear(person, f"Could you look at number {number}?", f"Topic {number}", number / 2)
        made.notebook.say(f"- [ ] do number {number}", conversation=1, channel="chat")
        made.notebook.set_rhythm(person.id, 7)
    return made


async def storm(pilot: Pilot[str]) -> None:
    """Change the size quickly, and wait now and then, longest where there are few columns."""
    for count, (width, height) in enumerate(islice(cycle(SIZES), CHANGES)):
        size = Size(width, height)
        pilot.app._driver._size = (width, height)  # type: ignore[union-attr]  # as Pilot does
        pilot.app.post_message(Resize(size, size))
        if count % 15 == 0 or (width < 4 and height > 9 and count < len(SIZES)):
            await pilot.pause()
    await pilot.resize_terminal(80, 24)
    await rest(pilot)


async def open_room(pilot: Pilot[str], where: Where) -> None:
    """Go to a room."""
    if where is Where.TIMELINE:
        await press(pilot, "enter")
    elif where is not Where.HOME:
        await pilot.app.screen.run_action(f"go_{where.value}")
        await rest(pilot)


async def test_whatever_is_open_outlives_it(lively: World) -> None:
    stormed: set[type[object]] = set()
    known = {command for command in COMMANDS if command.id in LEAVE}
    async with showing(lively) as pilot:
        app = pilot.app

        async def weather() -> None:
            if type(app.screen) not in stormed:
                stormed.add(type(app.screen))
                await storm(pilot)

        for where in (Where.HOME, Where.TIMELINE, *ROOMS):
            await open_room(pilot, where)
            await weather()
            for command in commands(where):
                if command in known or not app.screen.check_action(command.action, ()):
                    continue
                known.add(command)
                beneath = app.screen
                await app.screen.run_action(command.action)
                await rest(pilot)
                await weather()
                assert app.is_running, command.id
                if app.screen is not beneath:
                    await leave_all(pilot)
                    await open_room(pilot, where)
            await leave_all(pilot)
    assert len(stormed) * CHANGES > 700


@pytest.mark.parametrize("write", [world, larger])
async def test_every_room_outlives_it_with_nothing_or_much_in_it(
    tmp_path: Path, write: Callable[[Path], World]
) -> None:
    async with showing(write(tmp_path)) as pilot:
        await storm(pilot)
        for where in ROOMS:
            await open_room(pilot, where)
            assert pilot.app.screen.name == where
            await storm(pilot)
            await leave_all(pilot)


@pytest.mark.parametrize("screen", DEEPER)
async def test_what_is_reached_by_several_keys_outlives_it(
    lively: World, screen: type[Screen[Any]]
) -> None:
    async with showing(lively) as pilot:
        await press(pilot, *DEEPER[screen])
        assert isinstance(pilot.app.screen, screen)
        await storm(pilot)
        assert isinstance(pilot.app.screen, screen)


async def test_a_tour_outlives_it(lively: World) -> None:
    app = Convonote(lively.notebook, Config())
    app.begin_tour()
    async with app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        await storm(pilot)
        assert shows(pilot, "Tour 1/5")


async def leave_all(pilot: Pilot[str]) -> None:
    """Back to the queue."""
    while len(pilot.app.screen_stack) > 1:
        pilot.app.pop_screen()
    await rest(pilot)


async def test_a_welcome_outlives_it(tmp_path: Path) -> None:
    async with showing(world(tmp_path)) as pilot:
        await storm(pilot)
        assert shows(pilot, "add a person")


@pytest.mark.parametrize(
    ("size", "panes", "small"),
    [((39, 24), 0, True), ((60, 9), 0, True), ((60, 20), 1, False), ((80, 24), 2, False),
     ((120, 30), 3, False)],
)  # fmt: skip
async def test_panes_fold_by_width(
    lively: World, size: tuple[int, int], panes: int, small: bool
) -> None:
    async with showing(lively, size) as pilot:
        assert shows(pilot, "too small: 40×10 will do") == small
        found = ("QueueList", "#right", "#card")
        seen = [one for one in found if pilot.app.screen.query_one(one).region.area > 0]
        assert len(seen) == panes
