"""The registry of commands: keys that do not clash, actions that exist, a footer that fits."""

from itertools import combinations
from typing import Any

import pytest
from textual.screen import Screen

from convonote.app import Convonote
from convonote.commands import COMMANDS, Where, commands, shown
from convonote.screens.find import Find
from convonote.screens.home import Home
from convonote.screens.keys import Keys, key_lines
from convonote.screens.pick import Pick
from convonote.screens.reader import Reader
from convonote.screens.timeline import Timeline
from convonote.screens.welcome import Welcome
from convonote.text.width import width
from convonote.widgets.footer import hints
from convonote.widgets.spans import Line

SCREENS: dict[Where, type[Screen[Any]]] = {
    Where.HOME: Home,
    Where.TIMELINE: Timeline,
    Where.FIND: Find,
    Where.WELCOME: Welcome,
    Where.READER: Reader,
    Where.KEYS: Keys,
    Where.PICKER: Pick,
}
NEVER = {f"ctrl+{key}" for key in ("a", "b", "h", "i", "j", "m", "space", "@")} | {"f10", "f11"}


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)


def test_ids_are_unique() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("where", list(Where))
def test_no_key_means_two_things_on_one_screen(where: Where) -> None:
    for one, other in combinations(commands(where), 2):
        assert not set(one.keys) & set(other.keys), (one.id, other.id)


@pytest.mark.parametrize(("where", "screen"), SCREENS.items())
def test_every_command_of_a_screen_can_be_done_there(
    where: Where, screen: type[Screen[Any]]
) -> None:
    for command in commands(where):
        if (where, command.id) != (Where.PICKER, "mark"):
            doer, action = (
                (Convonote, command.action.removeprefix("app."))
                if command.by_app
                else (screen, command.action)
            )
            assert hasattr(doer, f"action_{action}"), command.id


def test_keys_that_terminals_need_are_never_bound() -> None:
    for command in COMMANDS:
        assert not set(command.keys) & NEVER, command.id
        assert not any("alt+" in key for key in command.keys), command.id


def test_escape_is_never_the_only_way_back() -> None:
    for command in COMMANDS:
        assert command.keys != ("escape",), command.id


def test_the_home_footer_fills_eighty_columns() -> None:
    line = _plain(hints(Where.HOME, 80, lambda _: True))
    assert line == (
        "j/k move  r answer  c say  t they said  m turn  s later  / find  u undo  ? keys"
    )


@pytest.mark.parametrize("where", list(Where))
@pytest.mark.parametrize("cells", [20, 40, 60, 80, 200])
def test_a_footer_fits_and_keeps_the_way_to_all_keys(where: Where, cells: int) -> None:
    line = _plain(hints(where, cells, lambda _: True))
    assert width(line) <= cells
    if any(command.id == "keys" for command in commands(where)):
        assert line.endswith("? keys")


def test_the_list_of_keys_has_this_screen_first_and_every_command_once_or_more() -> None:
    lines = [_plain(line) for line in key_lines(Where.TIMELINE, "", 200)]
    assert lines[0] == " Timeline"
    for command in COMMANDS:
        assert any(command.title in line for line in lines), command.id


def test_the_list_of_keys_filters_by_key_title_and_what_it_does() -> None:
    for words, title in (("undo take", "Undo"), ("ctrl+d", "Page down"), ("archive", "Close")):
        assert any(title in _plain(line) for line in key_lines(Where.HOME, words, 100)), words
    (nothing,) = key_lines(Where.HOME, "no such words", 100)
    assert _plain(nothing) == " No command has these words"


def test_keys_read_as_a_person_says_them() -> None:
    assert [shown(key) for key in ("ctrl+d", "down", "?", "f1")] == ["Ctrl+d", "↓", "?", "F1"]
