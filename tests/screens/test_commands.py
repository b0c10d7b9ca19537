"""The registry of commands: keys that do not clash, actions that exist, a footer that fits."""

import re
from importlib import import_module
from itertools import combinations
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen

from convonote import screens
from convonote.app import Convonote
from convonote.commands import COMMANDS, Where, commands, shown
from convonote.commands.command import TYPING
from convonote.commands.keymap import Keymap
from convonote.commands.likeliest import LIKELIEST
from convonote.screens.command_lists.keys import key_rows
from convonote.screens.early_keys import AT_ONCE
from convonote.screens.listing import Listing
from convonote.text.width import width
from convonote.widgets.command_rows import Row
from convonote.widgets.footer import hints
from convonote.widgets.spans import Line


def _screens() -> list[type[Screen[Any]]]:
    """Every screen there is."""
    modules = [
        import_module(one.name) for one in walk_packages(screens.__path__, "convonote.screens.")
    ]
    return [
        found
        for module in modules
        for found in vars(module).values()
        if isinstance(found, type)
        and issubclass(found, Screen)
        and found.__module__ == module.__name__
    ]


SCREENS = [screen for screen in _screens() if hasattr(screen, "WHERE")]
NEVER = {f"ctrl+{key}" for key in ("a", "b", "h", "i", "j", "m", "space", "@")} | {"f10", "f11"}


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)


def test_ids_are_unique() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("where", list(Where))
def test_no_key_means_two_things_on_one_screen(where: Where) -> None:
    for one, other in combinations(commands(where), 2):
        assert not set(one.keys) & set(other.keys), (one.id, other.id)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_command_of_a_screen_can_be_done_there(screen: type[Screen[Any]]) -> None:
    where: Where = vars(screen).get("WHERE") or screen.WHERE  # type: ignore[attr-defined]  # asked for above
    for command in commands(where):
        doer, action = (
            (Convonote, command.action.removeprefix("app."))
            if command.by_app
            else (screen, command.action)
        )
        assert hasattr(doer, f"action_{action}"), command.id


@pytest.mark.parametrize("screen", _screens())
def test_what_a_screen_binds_stands_in_the_registry(screen: type[Screen[Any]]) -> None:
    known = {command.id for command in COMMANDS}
    for binding in vars(screen).get("BINDINGS", ()):
        if binding in AT_ONCE:
            continue  # Tab goes on as it does everywhere, only earlier.
        assert isinstance(binding, Binding)
        assert binding.id in known, f"{binding.key} of {screen.__name__}"


def test_every_kind_of_screen_has_commands_and_a_screen() -> None:
    kinds = {vars(screen).get("WHERE") for screen in SCREENS}
    assert {where for where in Where if any(commands(where))} <= kinds


def test_screens_list_their_commands() -> None:
    for screen in SCREENS:
        assert issubclass(screen, Listing), screen


def test_keys_that_terminals_need_are_never_bound() -> None:
    for command in COMMANDS:
        assert not set(command.keys) & NEVER, command.id
        assert not any("alt+" in key for key in command.keys), command.id


def test_escape_is_never_the_only_way_back() -> None:
    for command in COMMANDS:
        assert command.keys != ("escape",), command.id


@pytest.mark.parametrize("where", list(Where))
@pytest.mark.parametrize("cells", [20, 40, 60, 80, 200])
def test_a_footer_fits_and_keeps_the_way_to_all_keys(where: Where, cells: int) -> None:
    line = _plain(hints(where, cells, lambda _: True, Keymap()))
    assert width(line) <= cells
    if any(command.id == "keys" for command in commands(where)):
        assert line.endswith("F1 keys" if where in TYPING else "? keys")


def test_the_likeliest_commands_of_a_screen_can_be_done_there() -> None:
    for where, ids in LIKELIEST.items():
        assert set(ids) <= {command.id for command in commands(where)}, where


def test_the_home_footer_fills_eighty_columns() -> None:
    line = _plain(hints(Where.HOME, 80, lambda _: True))
    assert line == (
        "j/k move  r answer  c say  t they said  m turn  s later  / find  u undo  ? keys"
    )


def test_a_footer_names_the_keys_that_the_user_chose() -> None:
    keymap = Keymap({"down": ("J",), "answer": ("ctrl+e",), "keys": ("H", "f1")})
    line = _plain(hints(Where.HOME, 80, lambda _: True, keymap))
    assert line.startswith("J/k move  Ctrl+e answer")
    assert line.endswith("H keys")


def test_the_list_of_keys_has_this_screen_first_and_every_command_once_or_more() -> None:
    rows = key_rows(Where.TIMELINE, "", Keymap())
    assert rows[0] == Row("Timeline")
    listed = {row.match.command for row in rows if row.match}
    assert listed == set(COMMANDS)


def test_the_list_of_keys_filters_by_key_title_and_what_it_does() -> None:
    for words, title in (("undo take", "Undo"), ("ctrl+d", "Page down"), ("archive", "Close")):
        rows = key_rows(Where.HOME, words, Keymap())
        assert title in {row.match.command.title for row in rows if row.match}, words
    assert not key_rows(Where.HOME, "no such words", Keymap())


def test_the_list_of_keys_knows_capitals_apart_and_what_the_user_bound() -> None:
    (row, *_) = [row for row in key_rows(Where.HOME, "U", Keymap()) if row.keys == "U"]
    assert row.match is not None
    assert row.match.command.id == "redo"
    (row, *_) = key_rows(Where.HOME, "ctrl+e", Keymap({"later": ("ctrl+e",)}))[1:]
    assert row.keys == "Ctrl+e"


def test_keys_read_as_a_person_says_them() -> None:
    assert [shown(key) for key in ("ctrl+d", "down", "?", "f1")] == ["Ctrl+d", "↓", "?", "F1"]


def test_texts_name_keys_by_commands_that_there_are() -> None:
    known = {command.id for command in COMMANDS}
    for path in Path(screens.__file__).parent.parent.glob("[sw]*s/*.py"):
        text = path.read_text(encoding="utf-8")
        named = re.findall(r"\bkey\((?:\w+, )?[\"']([\w-]+)[\"']", text)
        assert set(named) <= known, path.name
        if path.name != "host.py":
            assert "u takes it back" not in text, path.name
