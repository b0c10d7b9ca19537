"""Every command of every screen, by its key and by its name, on three notebooks.

A new room joins by the registry and by `ROOMS` alone; another kind of screen says in `OPENED` how
one comes to it.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from convonote import demo
from convonote.commands import Command, Where, commands
from convonote.commands.command import ROOMS as FULL
from convonote.commands.keymap import Keymap, works
from convonote.commands.moving import MOVING
from convonote.conversation.records import DAY
from convonote.screens.command_lists.doing import can, do
from convonote.screens.command_lists.palette import palette_rows
from convonote.screens.listing import Listing
from convonote.screens.pick import Pick
from convonote.screens.reader import Reader
from convonote.screens.rooms import ROOMS, go
from convonote.screens.writing.sending import SendingQuestion
from convonote.store.notebook import Notebook
from convonote.widgets.choices import Choice
from tests.screens.showing import NOW, Driver, World, press, rest, showing

LEAVES = frozenset({"quit", "demo", "tour", "suspend", "edit-outside"})
"""They leave the screens, for good or for a while, and have tests of their own."""
PICK = (Choice("one", "one"), Choice("other", "other"))


def _empty(path: Path) -> None:
    """Nothing in it."""
    Notebook(path, clock=lambda: NOW, zone=UTC).close()


def _sample(path: Path) -> None:
    """The notebook of the demo."""
    demo.build(path, NOW, UTC)


def _larger(path: Path) -> None:
    """More people and conversations than a screen shows, and one that is long."""
    notebook = Notebook(path, clock=lambda: NOW, zone=UTC)
    people = [notebook.add_person(f"Person {number:03}") for number in range(60)]
    for number, person in enumerate(people):
        notebook.say(
            f"Could you look at number {number}?",
            topic=f"Topic {number}",
            channel="chat",
            author=person.id,
            at=NOW - (number % 40 + 1) * DAY,
        )
    for number in range(60):
        notebook.say(
            f"Line {number}\n\n- [ ] send list {number} by fri",
            conversation=1,
            channel="chat",
            to=[people[0].id],
            at=NOW - DAY + number,
        )
    notebook.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the notebooks, each written once."""
    folder = tmp_path_factory.mktemp("kept")
    for write in (_empty, _sample, _larger):
        write(folder / write.__name__)
    return folder


@pytest.fixture
def book(kept: Path, tmp_path: Path) -> Callable[[str], World]:
    """A copy of one of them, to be changed at will."""

    def copied(name: str) -> World:
        path = tmp_path / "notebook.convonote"
        copyfile(kept / name, path)
        return World(Notebook(path, clock=lambda: NOW, zone=UTC), path)

    return copied


def _pressing(*keys: str) -> Callable[[Driver], Awaitable[None]]:
    async def pressed(pilot: Driver) -> None:
        await press(pilot, *keys)

    return pressed


async def _pick(pilot: Driver) -> None:
    pilot.app.push_screen(Pick("Which?", PICK))


async def _sending(pilot: Driver) -> None:
    pilot.app.push_screen(SendingQuestion("email", None))


async def _form(pilot: Driver) -> None:
    go(pilot.app, Where.PEOPLE)
    await rest(pilot)
    await press(pilot, "e")


OPENED: dict[Where, Callable[[Driver], Awaitable[None]]] = {
    Where.HOME: _pressing(),
    Where.WELCOME: _pressing(),
    Where.TIMELINE: _pressing("enter"),
    Where.READER: _pressing("w"),
    Where.KEYS: _pressing("question_mark"),
    Where.COMPOSER: _pressing("c"),
    Where.TURN: _pressing("m"),
    Where.PROMPT: _pressing("p"),
    Where.PICKER: _pick,
    Where.SENDING: _sending,
    Where.FORM: _form,
}


async def opened(pilot: Driver, where: Where) -> Listing[Any] | None:
    """The screen of a kind, opened anew; None where the notebook has nothing for it."""
    go(pilot.app, Where.HOME)
    await rest(pilot)
    if where in ROOMS:
        go(pilot.app, where)
    else:
        await OPENED[where](pilot)
    await rest(pilot)
    screen = pilot.app.screen
    return screen if isinstance(screen, Listing) and screen.WHERE is where else None


def go_back(pilot: Driver, screen: Listing[Any]) -> bool:
    """Leave what stands above a screen; False where that is not there any more."""
    if screen not in pilot.app.screen_stack:
        return False
    while pilot.app.screen is not screen:
        pilot.app.pop_screen()
    return True


async def by_name(pilot: Driver, screen: Listing[Any], command: Command) -> None:
    """Do a command as the palette does it, which must list it by its name."""
    rows = palette_rows(
        screen.WHERE,
        command.id,
        lambda command: can(screen, command),
        Keymap(),
        lambda command: screen.lacks(command.action),
    )
    listed = [row.match.command for row in rows if row.match]
    assert command in listed, f"{command.id} is not found by its name"
    if can(screen, command):
        assert listed[0] == command
    pilot.app.call_later(do, screen, command)
    await rest(pilot)


def _keys(command: Command, where: Where) -> tuple[str, ...]:
    return tuple(key for key in command.keys if works(key, where))


SCREENS = [where for where in Where if any(commands(where))]


@pytest.mark.parametrize(
    ("name", "where"),
    [
        *(("_empty", where) for where in SCREENS if where in FULL),
        *(("_sample", where) for where in SCREENS),
        *(("_larger", where) for where in SCREENS if where in FULL),
    ],
)
async def test_every_command_can_be_done_where_it_is_listed(
    book: Callable[[str], World], name: str, where: Where
) -> None:
    async with showing(book(name)) as pilot:
        screen = None
        for command in commands(where):
            keys = _keys(command, where)
            if command.id in LEAVES or not (keys or where in FULL):
                continue
            if screen is None or not go_back(pilot, screen):
                screen = await opened(pilot, where)
            if screen is None:
                return
            if keys and name == "_sample":
                await press(pilot, keys[0])
            elif command.id != "palette":
                await by_name(pilot, screen, command)
            assert pilot.app.is_running, command.id


READ: tuple[tuple[str, ...], ...] = (
    *(("b",), ("v",), ("w",), ("O",), ("5", "v"), ("2", "b")),
    *((":", *command, "enter") for command in ("messages", "info", "who roofs")),
)
"""Keys that lead to what is to be read."""


@pytest.mark.parametrize(
    ("name", "keys"),
    [*(("_sample", keys) for keys in READ), *(("_larger", keys) for keys in READ[:3])],
)
async def test_one_moves_through_whatever_is_to_be_read_and_comes_back(
    book: Callable[[str], World], name: str, keys: tuple[str, ...]
) -> None:
    async with showing(book(name)) as pilot:
        await press(pilot, *keys)
        screen = pilot.app.screen
        assert isinstance(screen, Reader)
        for command in MOVING:
            if Where.READER in command.screens and command.id != "back":
                await pilot.press(*command.keys)
        assert pilot.app.screen is screen
        await press(pilot, "q")
        assert pilot.app.screen is not screen
