"""Which commands are meant by what is typed into the palette."""

import pytest

from convonote.commands import COMMANDS, Where
from convonote.commands.command import Command
from convonote.commands.matching import Match, matches


def _here(command: Command) -> bool:
    return Where.HOME in command.screens


def first(query: str) -> Match:
    """What Enter would do."""
    return matches(query, COMMANDS, _here)[0]


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("later", "later"),
        ("LATER", "later"),
        ("set-turn", "set-turn"),
        ("whose", "set-turn"),
        ("priv", "note"),
        ("new conv", "new-conversation"),
        ("conv new", "new-conversation"),
        ("prev mine", "previous-mine"),
        ("orig", "original"),
        ("dlt", "delete"),
        ("archive", "close"),
    ],
)
def test_a_name_a_beginning_scattered_letters_or_what_it_does(typed: str, id: str) -> None:
    assert first(typed).command.id == id


def test_every_command_is_found_by_its_id_and_by_its_title() -> None:
    for command in COMMANDS:
        for words in (command.id, command.title, command.title.upper()):
            assert command in [match.command for match in matches(words, COMMANDS, _here)], words


@pytest.mark.parametrize(
    ("typed", "id", "words"),
    [
        ("later fri", "later", "fri"),
        ("import ~/Mail box", "import", "~/Mail box"),
        ("add-person Ana Lima, ana@example.org", "add-person", "Ana Lima, ana@example.org"),
        ("add person Ana", "add-person", "Ana"),
    ],
)
def test_what_stands_behind_a_name_goes_to_a_command_that_takes_it(
    typed: str, id: str, words: str
) -> None:
    match = first(typed)
    assert (match.command.id, match.words) == (id, words)


def test_words_behind_a_command_that_takes_none_are_not_lost_on_it() -> None:
    assert "undo" not in [match.command.id for match in matches("undo fri", COMMANDS, _here)]


def test_what_can_be_done_here_comes_before_what_fits_as_well_elsewhere() -> None:
    found = [match.command for match in matches("re", COMMANDS, _here) if match.rank < 4]
    here = [_here(command) for command in found]
    assert here == sorted(here, reverse=True)


def test_nothing_typed_lists_all_in_the_order_of_the_registry() -> None:
    listed = [match.command for match in matches(" ", COMMANDS, lambda _: True)]
    assert listed == list(COMMANDS)


def test_no_words_fit_nothing() -> None:
    assert matches("xyzzy", COMMANDS, _here) == []
