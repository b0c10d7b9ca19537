"""A briefing in lines: shortened to the rows there are, and birthdays in words."""

from datetime import date

import pytest

from convonote.telling.briefed import Part, fitted
from convonote.telling.particulars import birthday

TODAY = date(2026, 11, 22)


def test_what_fits_is_left_as_it_is() -> None:
    parts = (Part("OWED", ("a", "b")), Part("RHYTHM", ("c",)))
    assert fitted(parts, 5) == parts


def test_the_longest_part_is_shortened_and_says_how_many_there_are() -> None:
    parts = (Part("WHOSE TURN", tuple("abcd"), more=6), Part("OWED", ("e", "f")))
    turn, owed = fitted(parts, 6)
    assert turn.lines == ("a", "b")
    assert turn.title == "WHOSE TURN (2 of 10)"
    assert owed.title == "OWED"


def test_a_line_of_each_part_stays() -> None:
    parts = (Part("OWED", ("a", "b")), Part("RHYTHM", ("c",)))
    assert [part.lines for part in fitted(parts, 1)] == [("a",), ("c",)]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("--11-27", "birthday on Fri 27 Nov"),
        ("1980-11-22", "birthday today"),
        ("1980-03-21", "birthday 21 Mar 1980"),
        ("--02-29", "birthday 29 Feb"),
        ("in spring", "birthday in spring"),
    ],
)
def test_a_birthday_is_told_in_words_and_with_its_weekday_when_near(value: str, words: str) -> None:
    assert birthday(value, TODAY) == words
