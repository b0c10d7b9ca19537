"""Which key does what: what the user bound, and letters of other layouts."""

import pytest

from convonote.commands import COMMANDS, TITLES, Where, commands
from convonote.commands.command import TYPING
from convonote.commands.keymap import Keymap, slot, works
from convonote.commands.layouts import BY_PLACE
from convonote.commands.rebinding import rebindings

BY_ID = {command.id: command for command in COMMANDS}


def bound(**keys: object) -> Keymap:
    """A keymap as the settings make it, without a mistake."""
    rebound, refused = rebindings({id.replace("_", "-"): key for id, key in keys.items()})
    assert not refused
    return Keymap(rebound)


def refusal(**keys: object) -> str:
    """What is wrong with the last of some keys."""
    _, refused = rebindings({id.replace("_", "-"): key for id, key in keys.items()})
    assert len(refused) == 1
    return " ".join(refused[0])


def test_without_settings_every_key_means_itself() -> None:
    keymap = Keymap()
    for where in Where:
        for command in commands(where):
            assert all(keymap.meant(where, key) == key for key in command.keys)


def test_a_key_that_was_given_does_it_and_the_old_one_nothing() -> None:
    keymap = bound(later="z")
    assert keymap.meant(Where.HOME, "z") == slot(BY_ID["later"])
    assert keymap.meant(Where.HOME, "s") is None
    assert keymap.meant(Where.WELCOME, "s") == "s"
    assert keymap.key("later") == "z"


def test_two_commands_can_change_places() -> None:
    keymap = bound(say="t", hear="c")
    assert keymap.meant(Where.HOME, "t") == slot(BY_ID["say"])
    assert keymap.meant(Where.HOME, "c") == slot(BY_ID["hear"])


def test_a_command_without_a_key_can_have_one_and_without_is_named_by_the_palettes() -> None:
    assert bound(**{"import": "I"}).key("import") == "I"
    assert Keymap().key("import") == ":"
    assert bound(palette=";").key("import") == ";"


def test_where_one_types_a_key_that_is_no_letter_stays() -> None:
    keymap = bound(keys="H")
    assert keymap.meant(Where.HOME, "H") == slot(BY_ID["keys"])
    assert keymap.meant(Where.COMPOSER, "f1") == slot(BY_ID["keys"])
    assert keymap.key("keys") == "H"
    assert keymap.key("keys", Where.COMPOSER) == "F1"


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"latr": "z"}, "latr is no command; did you mean later?"),
        ({"whose turn": "z"}, "did you mean set-turn?"),
        ({"zzzzzz": "z"}, "is no command; docs/keys.md lists them"),
        ({"later": "ctrl+a"}, "kept by terminals or tmux"),
        ({"later": "nokey"}, "which is no key"),
        ({"later": 3}, "must be a key in quotation marks"),
        ({"later": []}, "must be a key in quotation marks"),
        ({"later": ["z", 3]}, "must be a key in quotation marks"),
        ({"later": {"a": "b"}}, "must be a key in quotation marks"),
        ({"later": "c"}, "cannot have c, which is say (I said) on Turns"),
        ({"save": "x"}, "works where one types"),
        ({"save": "enter"}, "works where one types"),
        ({"repaint": "j"}, "cannot have j"),
    ],
)
def test_what_cannot_be_bound_is_said_in_a_line(keys: dict[str, object], says: str) -> None:
    rebound, refused = rebindings(keys)
    assert not rebound
    ((id, why),) = refused
    assert says in f"{id} {why}"
    assert "\n" not in why


def test_of_two_that_want_the_same_key_the_first_gets_it() -> None:
    rebound, refused = rebindings({"later": "Z", "say": "Z"})
    assert rebound == {"later": ("Z",)}
    assert [id for id, _ in refused] == ["say"]


def test_a_key_given_back_by_a_mistake_is_not_given_twice() -> None:
    # `hear` keeps t, as its new key is none, so `say` cannot have it.
    rebound, refused = rebindings({"say": "t", "hear": "nokey"})
    assert not rebound
    assert {id for id, _ in refused} == {"say", "hear"}


def test_whatever_is_let_through_no_key_means_two_things() -> None:
    wanted = {
        command.id: ["Z", "z", "j", "ctrl+t"][place % 4] for place, command in enumerate(COMMANDS)
    }
    keymap = Keymap(rebindings(wanted)[0])
    for where in TITLES:
        keys = [key for command in commands(where) for key in keymap.keys(command, where)]
        assert len(keys) == len(set(keys)), where


@pytest.mark.parametrize(
    ("letter", "key"),
    [
        ("о", "j"),
        ("Ж", ":"),
        ("ю", "."),
        ("б", "comma"),
        ("ψ", "c"),
        ("Ν", "N"),
        ("ש", "a"),
        ("і", "s"),
    ],
)
def test_a_letter_of_another_layout_acts_by_its_place(letter: str, key: str) -> None:
    assert Keymap().meant(Where.HOME, letter) == key


def test_a_letter_of_another_layout_finds_what_the_user_bound_there() -> None:
    assert bound(later="z").meant(Where.HOME, "я") == slot(BY_ID["later"])
    assert bound(later="z").meant(Where.HOME, "ы") is None
    assert Keymap().meant(Where.COMPOSER, "ctrl+ы") == "ctrl+s"


def test_a_letter_that_the_user_bound_itself_is_that_command() -> None:
    assert bound(later="о").meant(Where.HOME, "о") == slot(BY_ID["later"])


def test_no_latin_key_changes_its_meaning() -> None:
    assert not any(letter.isascii() for letter in BY_PLACE)


def test_letters_are_no_commands_where_they_are_typed() -> None:
    assert all(not works("j", where) and works("ctrl+s", where) for where in TYPING)
    assert works("j", Where.HOME)
