"""Until when somebody is left alone, in words, and days on which nobody is."""

from datetime import date

import pytest

from convonote.conversation.dates import DateError
from convonote.conversation.quiet_times import QuietTime, next_clear, quiet_until

TODAY = date(2026, 11, 22)
"""A Sunday."""
NEW_YEAR = date(2027, 1, 1)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "until", "reason"),
    [
        ("1 jan", NEW_YEAR, ""),
        ("January", NEW_YEAR, ""),
        ("not before January", NEW_YEAR, ""),
        ("mon", MONDAY, ""),
        ("Mon, on leave", MONDAY, "on leave"),
        ("until Monday", MONDAY, ""),
        ("on leave until Monday", MONDAY, "on leave"),
        ("walking in the Alps till 3 Dec", date(2026, 12, 3), "walking in the Alps"),
        ("Away until 5 Jan, back in Berlin", date(2027, 1, 5), "Away, back in Berlin"),
        ("tied up in a knot until mon", MONDAY, "tied up in a knot"),
        ("end of January", date(2027, 2, 1), ""),
    ],
)
def test_words_say_until_when_and_why(words: str, until: date, reason: str) -> None:
    assert quiet_until(words, TODAY) == (until, reason)


@pytest.mark.parametrize("words", ["", "soon", "yesterday", "until yesterday", "on leave"])
def test_words_that_name_no_day_ahead_are_refused(words: str) -> None:
    with pytest.raises(DateError):
        quiet_until(words, TODAY)


def test_a_time_that_begins_later_leaves_today_clear_and_is_refused_as_an_end() -> None:
    with pytest.raises(DateError):
        quiet_until("away from 1 dec until 5 dec", TODAY)


def test_quiet_times_that_follow_each_other_are_one() -> None:
    times = [
        QuietTime(date(2026, 12, 6), since=date(2026, 12, 1)),
        QuietTime(date(2026, 12, 1)),
        QuietTime(date(2026, 12, 20), since=date(2026, 12, 8)),
    ]
    assert next_clear(TODAY, times) == date(2026, 12, 6)
    assert next_clear(date(2026, 12, 8), times) == date(2026, 12, 20)
    assert next_clear(date(2026, 12, 20), times) == date(2026, 12, 20)
