"""Moments and days in the few cells that a row has for them."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.text.times import DAY, HOUR, MINUTE, SECOND, ago, due, long_day, said


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * SECOND


NOW = moment("2026-11-22T10:00:00+00:00")


@pytest.mark.parametrize(
    ("past", "shown"),
    [
        (-DAY, "now"),
        (0, "now"),
        (MINUTE - 1, "now"),
        (5 * MINUTE, "5m"),
        (3 * HOUR, "3h"),
        (DAY - 1, "23h"),
        (4 * DAY, "4d"),
        (13 * DAY, "13d"),
        (21 * DAY, "3w"),
        (60 * DAY, "8w"),
        (61 * DAY, "2mo"),
        (153 * DAY, "5mo"),
        (364 * DAY, "11mo"),
        (365 * DAY, "1y"),
        (731 * DAY, "2y"),
    ],
)
def test_how_long_ago_is_told_in_the_largest_fitting_unit(past: int, shown: str) -> None:
    assert ago(NOW - past, NOW) == shown


@settings(max_examples=100, deadline=None)
@given(st.integers(-(2**63), 2**63), st.integers(-(2**63), 2**63))
def test_how_long_ago_takes_at_most_four_cells(at: int, now: int) -> None:
    assert 2 <= len(ago(at, now)) <= 4


@pytest.mark.parametrize(
    ("at", "offset", "shown"),
    [
        ("2026-11-22T07:05:00+00:00", 0, "07:05"),
        ("2026-11-12T20:40:00+01:00", 60, "12 Nov 20:40"),
        ("2026-11-12T23:40:00+00:00", 60, "13 Nov 00:40"),
        ("2026-01-01T03:00:00+09:00", 540, "1 Jan 03:00"),
        ("2024-11-12T20:40:00+00:00", 0, "12 Nov 2024"),
    ],
)
def test_when_it_was_said_is_by_the_clock_where_it_was_said(
    at: str, offset: int, shown: str
) -> None:
    assert said(moment(at), offset, NOW) == shown


@settings(max_examples=100, deadline=None)
@given(st.integers(-(2**63), 2**63), st.integers(-100_000, 100_000))
def test_no_moment_is_beyond_the_calendar(at: int, offset: int) -> None:
    assert said(at, offset, NOW)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 27), "fri"),
        (date(2026, 11, 28), "sat"),
        (date(2026, 11, 29), "29 Nov"),
        (date(2026, 12, 3), "3 Dec"),
        (date(2027, 12, 3), "3 Dec 2027"),
        (date(2026, 11, 19), "3d over"),
    ],
)
def test_a_due_day_is_named_as_one_says_it(day: date, shown: str) -> None:
    assert due(day, date(2026, 11, 22)) == shown


def test_a_long_day_has_its_weekday_and_a_year_only_where_it_is_another() -> None:
    assert long_day(date(2026, 11, 3)) == "Tue 3 Nov"
    assert long_day(date(2026, 11, 3), date(2026, 1, 1)) == "Tue 3 Nov"
    assert long_day(date(2026, 11, 3), date(2027, 1, 1)) == "Tue 3 Nov 2026"
