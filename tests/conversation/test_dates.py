"""Dates and times in words."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.dates import (
    DateError,
    Moment,
    day,
    day_begins,
    day_of,
    moment,
)
from convonote.conversation.zones import instant

WEDNESDAY = date(2026, 11, 25)
WARSAW = ZoneInfo("Europe/Warsaw")
NOW = instant(datetime(2026, 11, 25, 16), WARSAW)

DAYS = [
    # words, due, said
    ("today", "2026-11-25", "2026-11-25"),
    ("tonight", "2026-11-25", "2026-11-25"),
    ("Tomorrow", "2026-11-26", "2026-11-26"),
    ("yesterday", "2026-11-24", "2026-11-24"),
    ("the day after tomorrow", "2026-11-27", "2026-11-27"),
    ("fri", "2026-11-27", "2026-11-20"),
    ("Friday", "2026-11-27", "2026-11-20"),
    ("on  Friday", "2026-11-27", "2026-11-20"),
    ("wed", "2026-12-02", "2026-11-25"),
    ("thurs", "2026-11-26", "2026-11-19"),
    ("next fri", "2026-12-04", "2026-12-04"),
    ("last fri", "2026-11-20", "2026-11-20"),
    ("last wed", "2026-11-18", "2026-11-18"),
    ("this mon", "2026-11-23", "2026-11-23"),
    ("3d", "2026-11-28", "2026-11-22"),
    ("2w", "2026-12-09", "2026-11-11"),
    ("1mo", "2026-12-25", "2026-10-25"),
    ("1y", "2027-11-25", "2025-11-25"),
    ("3 days", "2026-11-28", "2026-11-22"),
    ("in 3 days", "2026-11-28", "2026-11-28"),
    ("in two weeks", "2026-12-09", "2026-12-09"),
    ("3 days ago", "2026-11-22", "2026-11-22"),
    ("a week ago", "2026-11-18", "2026-11-18"),
    ("next week", "2026-11-30", "2026-11-30"),
    ("last week", "2026-11-18", "2026-11-18"),
    ("next month", "2026-12-01", "2026-12-01"),
    ("next year", "2027-01-01", "2027-01-01"),
    ("end of month", "2026-11-30", "2026-10-31"),
    ("the end of the month", "2026-11-30", "2026-10-31"),
    ("end of week", "2026-11-27", "2026-11-20"),
    ("weekend", "2026-11-28", "2026-11-21"),
    ("the weekend", "2026-11-28", "2026-11-21"),
    ("next weekend", "2026-12-05", "2026-12-05"),
    ("2026-12-01", "2026-12-01", "2026-12-01"),
    ("1 Dec", "2026-12-01", "2025-12-01"),
    ("Dec 1", "2026-12-01", "2025-12-01"),
    ("1st of December", "2026-12-01", "2025-12-01"),
    ("25 Nov", "2026-11-25", "2026-11-25"),
    ("1 December 2027", "2027-12-01", "2027-12-01"),
    ("Dec 1, 2027", "2027-12-01", "2027-12-01"),
    ("1.12.", "2026-12-01", "2025-12-01"),
    ("1.12.2026", "2026-12-01", "2026-12-01"),
    ("1.12.26", "2026-12-01", "2026-12-01"),
    ("1900-01-01", "1900-01-01", "1900-01-01"),
    ("29 Feb", "2028-02-29", "2024-02-29"),
    ("the 5th", "2026-12-05", "2026-11-05"),
    ("31st", "2026-12-31", "2026-10-31"),
    ("fri 4 Dec 2026", "2026-12-04", "2026-12-04"),
]


@pytest.mark.parametrize(("words", "due", "said"), DAYS)
def test_what_is_due_lies_ahead_and_what_was_said_lies_behind(
    words: str, due: str, said: str
) -> None:
    assert day(words, WEDNESDAY).isoformat() == due
    assert day(words, WEDNESDAY, past=True).isoformat() == said


MOMENTS = [
    ("now", "2026-11-25T16:00", "2026-11-25T16:00"),
    ("14:30", "2026-11-26T14:30", "2026-11-25T14:30"),
    ("at 17:30", "2026-11-25T17:30", "2026-11-24T17:30"),
    ("2pm", "2026-11-26T14:00", "2026-11-25T14:00"),
    ("9 am", "2026-11-26T09:00", "2026-11-25T09:00"),
    ("12am", "2026-11-26T00:00", "2026-11-25T00:00"),
    ("12pm", "2026-11-26T12:00", "2026-11-25T12:00"),
    ("noon", "2026-11-26T12:00", "2026-11-25T12:00"),
    ("midnight", "2026-11-26T00:00", "2026-11-25T00:00"),
    ("24:00", "2026-11-26T00:00", "2026-11-25T00:00"),
    ("tonight", "2026-11-25T20:00", "2026-11-25T16:00"),
    ("this morning", "2026-11-25T09:00", "2026-11-25T09:00"),
    ("last night", "2026-11-24T22:00", "2026-11-24T22:00"),
    ("yesterday 20:40", "2026-11-24T20:40", "2026-11-24T20:40"),
    ("yesterday evening", "2026-11-24T20:00", "2026-11-24T20:00"),
    ("tomorrow at 9am", "2026-11-26T09:00", "2026-11-26T09:00"),
    ("2pm tomorrow", "2026-11-26T14:00", "2026-11-26T14:00"),
    ("fri 14:30", "2026-11-27T14:30", "2026-11-20T14:30"),
    ("wed 14:30", "2026-12-02T14:30", "2026-11-25T14:30"),
    ("wed 17:00", "2026-12-02T17:00", "2026-11-18T17:00"),
    ("fri at noon", "2026-11-27T12:00", "2026-11-20T12:00"),
    ("1 Dec 14:30", "2026-12-01T14:30", "2025-12-01T14:30"),
    ("2026-12-01 14:30", "2026-12-01T14:30", "2026-12-01T14:30"),
    ("2026-12-01T14:30", "2026-12-01T14:30", "2026-12-01T14:30"),
    ("2026-12-01T14:30Z", "2026-12-01T15:30", "2026-12-01T15:30"),
    ("2026-12-01T14:30+02:00", "2026-12-01T13:30", "2026-12-01T13:30"),
    ("2026-12-01T14:30:10.5-05:00", "2026-12-01T20:30:10", "2026-12-01T20:30:10"),
    ("3h", "2026-11-25T19:00", "2026-11-25T13:00"),
    ("in 2 hours", "2026-11-25T18:00", "2026-11-25T18:00"),
    ("20 min ago", "2026-11-25T15:40", "2026-11-25T15:40"),
    ("half an hour ago", "2026-11-25T15:30", "2026-11-25T15:30"),
]


@pytest.mark.parametrize(("words", "due", "said"), MOMENTS)
def test_a_time_of_day_is_the_nearest_in_its_direction(words: str, due: str, said: str) -> None:
    for past, expected in ((False, due), (True, said)):
        given_at = moment(words, NOW, WARSAW, past=past)
        assert given_at.at == instant(datetime.fromisoformat(expected), WARSAW)
        assert (given_at.offset, given_at.timed) == (60, True)


def test_a_day_without_a_time_begins_it_when_due_and_is_noon_when_said() -> None:
    due, said = moment("fri", NOW, WARSAW), moment("fri", NOW, WARSAW, past=True)
    assert due.at == day_begins(date(2026, 11, 27), WARSAW)
    assert said.at == instant(datetime(2026, 11, 20, 12), WARSAW)
    assert moment("today", NOW, WARSAW, past=True).at == NOW
    assert not due.timed
    assert not said.timed


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "may",
        "lemon",
        "blue",
        "31 feb",
        "2026-02-30",
        "01/12",
        "12/25/2026",
        "0d of",
        "99999y",
        "25:00",
        "13pm",
        "1 2 3",
        "3",
        "9999-12-31",
        "0001-01-01",
        "0026-01-01",
        "1.1.0026",
        "1899-12-31",
        "fri 3 dec 2026",
        "this week",
        "x" * 5000,
        "\x1b[31m\x07",
        "fri\u202e",
        "1\n2",
        "٣d",
    ],
)
def test_other_words_are_refused_in_one_plain_line(words: str) -> None:
    for past in (False, True):
        with pytest.raises(DateError) as day_refused:
            day(words, WEDNESDAY, past=past)
        with pytest.raises(DateError) as moment_refused:
            moment(words, NOW, WARSAW, past=past)
        for refused in (day_refused, moment_refused):
            line = str(refused.value)
            assert line.isprintable()
            assert "write " in line
            assert "2026-12-01" in line
            assert len(line) < 250


def test_two_numbers_with_a_stroke_between_are_refused_as_ambiguous() -> None:
    with pytest.raises(DateError, match="two different days"):
        day("01/12", WEDNESDAY)


def test_a_weekday_that_does_not_fit_its_date_is_named() -> None:
    with pytest.raises(DateError, match="is a Thursday"):
        day("fri 3 Dec 2026", WEDNESDAY)


def test_a_time_that_clocks_skip_is_moved_forward() -> None:
    now = instant(datetime(2026, 3, 28, 12), WARSAW)
    given_at = moment("tomorrow 02:30", now, WARSAW)
    assert given_at.at == instant(datetime(2026, 3, 29, 3, 30), WARSAW)
    assert given_at.offset == 120


def test_a_time_that_clocks_show_twice_is_the_first() -> None:
    now = instant(datetime(2026, 10, 24, 12), WARSAW)
    given_at = moment("tomorrow 02:30", now, WARSAW)
    assert given_at.at == instant(datetime(2026, 10, 25, 0, 30), UTC)
    assert given_at.offset == 120


def test_a_day_whose_midnight_is_skipped_begins_when_clocks_jump() -> None:
    sao_paulo, toronto = ZoneInfo("America/Sao_Paulo"), ZoneInfo("America/Toronto")
    assert day_begins(date(2017, 10, 15), sao_paulo) == instant(datetime(2017, 10, 15, 3), UTC)
    # In 1919 Toronto went from half past eleven to half past midnight.
    assert day_begins(date(1919, 3, 31), toronto) == instant(datetime(1919, 3, 31, 4, 30), UTC)


def test_a_day_that_a_zone_skipped_begins_with_the_next_one() -> None:
    apia = ZoneInfo("Pacific/Apia")
    begins = day_begins(date(2011, 12, 30), apia)
    assert begins == day_begins(date(2011, 12, 31), apia)
    assert day_of(begins, apia) == date(2011, 12, 31)
    assert day_of(begins - 1, apia) == date(2011, 12, 29)


ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            *("Europe/Warsaw", "America/New_York", "Asia/Kathmandu", "America/Sao_Paulo"),
            *("Pacific/Apia", "UTC", "America/Havana", "Asia/Beirut", "Australia/Lord_Howe"),
            *("Africa/Casablanca", "Pacific/Kiritimati", "America/St_Johns"),
        )
    ]
)
DATES = st.dates(date(1925, 1, 1), date(2100, 1, 1))


@settings(max_examples=100, deadline=None)
@given(DATES, ZONES)
def test_a_day_begins_where_the_day_before_ends(chosen: date, zone: ZoneInfo) -> None:
    begins = day_begins(chosen, zone)
    assert day_of(begins, zone) >= chosen
    assert day_of(begins - 1, zone) < chosen


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(2012, 1, 1), datetime(2037, 1, 1)), ZONES)
def test_a_moment_lies_between_the_beginning_of_its_day_and_of_the_next(
    wall: datetime, zone: ZoneInfo
) -> None:
    at = instant(wall, zone)
    chosen = day_of(at, zone)
    assert day_begins(chosen, zone) <= at < day_begins(chosen + timedelta(1), zone)


@settings(max_examples=100, deadline=None)
@given(DATES, DATES, st.booleans())
def test_a_date_written_in_figures_or_in_full_is_read_back(
    chosen: date, today: date, past: bool
) -> None:
    assert day(chosen.isoformat(), today, past=past) == chosen
    assert day(f"{chosen:%A}, {chosen.day} {chosen:%B %Y}", today, past=past) == chosen
    assert day(f"{chosen.day}.{chosen.month}.{chosen.year}", today, past=past) == chosen


@settings(max_examples=100, deadline=None)
@given(DATES, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_within_seven_days(today: date, name: str) -> None:
    due, said = day(name, today), day(name, today, past=True)
    assert 1 <= (due - today).days <= 7
    assert 0 <= (today - said).days <= 6
    assert f"{due:%a}".lower() == f"{said:%a}".lower() == name


@settings(max_examples=100, deadline=None)
@given(DATES, st.dates(date(2027, 1, 1), date(2027, 12, 31)))
def test_a_date_without_a_year_is_the_nearest(today: date, chosen: date) -> None:
    words = f"{chosen.day} {chosen:%b}"
    due, said = day(words, today), day(words, today, past=True)
    assert said <= today <= due
    assert (due - said).days <= 366
    assert (due.month, due.day) == (said.month, said.day) == (chosen.month, chosen.day)


@settings(max_examples=100, deadline=None)
@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), ZONES)
def test_a_moment_written_in_figures_is_read_back(wall: datetime, zone: ZoneInfo) -> None:
    wall = wall.replace(microsecond=0)
    read = moment(f"{wall.isoformat()}Z", NOW, zone)
    assert read.at == instant(wall, UTC)
    assert moment(wall.isoformat(sep=" "), NOW, zone).at == instant(wall, zone)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_words_are_a_moment_or_refused(words: str) -> None:
    with suppress(DateError):
        assert isinstance(moment(words, NOW, WARSAW), Moment)
