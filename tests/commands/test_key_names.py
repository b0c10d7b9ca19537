"""Keys as the registry writes them, as people write and read them, and as they are pressed."""

import pytest

from convonote.commands import COMMANDS
from convonote.commands.key_names import NoKey, key_named, pressed, shown


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("z", "z"),
        ("Z", "Z"),
        ("?", "?"),
        ("+", "+"),
        (",", "comma"),
        (" ", "space"),
        ("о", "о"),
        ("Space", "space"),
        ("Ctrl+e", "ctrl+e"),
        ("CTRL+E", "ctrl+e"),
        ("PgDn", "pagedown"),
        ("pagedown", "pagedown"),
        ("f5", "f5"),
        ("F12", "f12"),
        ("↓", "down"),
        ("Shift+Tab", "shift+tab"),
        ("ctrl+up", "ctrl+up"),
    ],
)
def test_a_key_is_named_as_people_write_it(written: str, key: str) -> None:
    assert key_named(written) == key


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("", "is no key"),
        ("foo", "is no key"),
        ("\x1b", "is no key"),
        ("ctrl+", "is no key"),
        ("hyper+x", "is no key"),
        ("ctrl+a", "kept by terminals or tmux"),
        ("Ctrl+Space", "kept by tmux"),
        ("ctrl+m", "kept by terminals or tmux"),
        ("ctrl+q", "always leaves"),
        ("alt+x", "Alt"),
        ("ctrl+alt+x", "Alt"),
        ("shift+enter", "is Enter in most terminals"),
        ("F11", "kept by terminals"),
        ("shift+a", "such as 'A'"),
        ("ctrl+shift+a", "do not tell from other keys"),
        ("ctrl+1", "do not tell from other keys"),
    ],
)
def test_what_is_no_key_or_must_not_be_one_says_so(written: str, says: str) -> None:
    with pytest.raises(NoKey, match=says) as refused:
        key_named(written)
    assert "\n" not in str(refused.value)


def test_every_key_of_the_registry_is_read_back_as_it_is_shown() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert key_named(shown(key)) == key, command.id


def test_a_pressed_key_is_known_by_its_character() -> None:
    named = [("slash", "/"), ("comma", ","), ("space", " "), ("upper_a", "A"), ("f5", None)]
    assert [pressed(*one) for one in named] == ["/", "comma", "space", "A", "f5"]
    assert pressed("ctrl+d", "\x04") == "ctrl+d"
