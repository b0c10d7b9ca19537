"""How often one wants to be in touch (T12): what counts, from which day, and in which words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.pace import long_time, rough, usually
from convonote.conversation.quiet_times import QuietTime
from convonote.conversation.records import DAY, SECOND, Channel, Exchange, Kind, Origin, Settings
from convonote.conversation.rhythm import (
    NoLength,
    due_day,
    every,
    in_touch,
    length,
    next_birthday,
)

ME, ANA, BOB, LIST = 1, 2, 3, 9
RULES = Settings(me=ME, lists=frozenset({LIST}))
HERS = Exchange(id=1, at=0, author=ANA, to=(ME,))
MINE = Exchange(id=2, at=0, author=ME, to=(ANA, LIST), cc=(BOB,), asks=True)


def test_what_they_say_and_what_i_say_to_them_is_being_in_touch() -> None:
    assert set(in_touch(HERS, RULES)) == {ANA}
    assert set(in_touch(MINE, RULES)) == {ANA}


def test_whoever_only_reads_along_was_not_spoken_to() -> None:
    hers = replace(HERS, to=(BOB,), cc=(ME,))
    assert set(in_touch(hers, RULES)) == {ANA}


def test_everybody_present_at_a_talk_was_spoken_to() -> None:
    talk = Exchange(id=1, at=0, author=None, kind=Kind.TALK, speakers=(ME, ANA, BOB))
    assert set(in_touch(talk, RULES)) == {ANA, BOB}


def test_a_talk_at_which_i_was_not_is_not_being_in_touch() -> None:
    talk = Exchange(id=1, at=0, author=None, kind=Kind.TALK, speakers=(ANA, BOB))
    assert not set(in_touch(talk, RULES))
    assert not set(in_touch(replace(talk, author=ANA), RULES))


@pytest.mark.parametrize(
    "exchange",
    [
        replace(HERS, origin=Origin.MACHINE),
        replace(HERS, origin=Origin.BOUNCE),
        replace(HERS, kind=Kind.NOTE),
        replace(HERS, via_list=True, to=(LIST,)),
        replace(MINE, kind=Kind.NOTE),
        replace(MINE, queued=True),
    ],
)
def test_machines_notes_lists_and_what_is_not_sent_count_for_nobody(exchange: Exchange) -> None:
    assert not set(in_touch(exchange, RULES))


def test_a_line_in_a_group_chat_speaks_to_those_it_names() -> None:
    line = Exchange(id=1, at=0, author=ME, channel=Channel.CHAT, to=(ANA, BOB))
    assert not set(in_touch(line, RULES))
    assert set(in_touch(replace(line, named=(BOB,)), RULES)) == {BOB}


def test_it_is_due_so_many_days_after_and_not_in_a_quiet_time() -> None:
    said, since = date(2026, 10, 1), date(2026, 1, 1)
    assert due_day(said, since, 21, since) == date(2026, 10, 22)
    assert due_day(None, since, 21, since) == since
    meant = [QuietTime(date(2027, 1, 1))]
    assert due_day(said, since, 21, since, meant) == date(2027, 1, 1)
    assert due_day(said, since, 21, since, [QuietTime(date(2026, 10, 2))]) == date(2026, 10, 22)
    assert due_day(date.max, since, 21, since) == date.max


def test_a_quiet_time_that_has_begun_puts_off_what_was_due_before_it() -> None:
    said, since = date(2026, 10, 1), date(2026, 1, 1)
    away = [QuietTime(date(2026, 12, 6), since=date(2026, 12, 1))]
    assert due_day(said, since, 21, date(2026, 11, 30), away) == date(2026, 10, 22)
    assert due_day(said, since, 21, date(2026, 12, 1), away) == date(2026, 12, 6)
    assert due_day(said, since, 21, date(2026, 12, 6), away) == date(2026, 10, 22)


def test_a_birthday_comes_round_and_who_was_born_on_a_leap_day_has_one_each_year() -> None:
    today = date(2026, 11, 22)
    assert next_birthday("1980-11-22", today) == today
    assert next_birthday("--11-21", today) == date(2027, 11, 21)
    assert next_birthday("2000-02-29", today) == date(2027, 2, 28)
    assert next_birthday("2000-02-29", date(2028, 1, 1)) == date(2028, 2, 29)
    assert next_birthday("some day", today) is None


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("3w", 21),
        ("every 3 weeks", 21),
        ("10 d", 10),
        ("weekly", 7),
        ("every other week", 14),
        ("Monthly", 30),
        ("2 months", 60),
        ("every day", 1),
        ("1y", 365),
    ],
)
def test_a_rhythm_is_read_in_words(words: str, days: int) -> None:
    assert length(words) == days


@pytest.mark.parametrize("words", ["", "0d", "often", "99 years", "3", "-3w", "3w\x1b[2J"])
def test_what_is_no_rhythm_is_refused_in_one_line(words: str) -> None:
    with pytest.raises(NoLength) as refused:
        length(words)
    assert "write 3w" in str(refused.value)
    assert str(refused.value).isprintable()


@settings(max_examples=40, deadline=None, database=None)
@given(st.integers(1, 3650))
def test_a_rhythm_said_in_words_is_read_as_the_same(days: int) -> None:
    assert length(every(days)) == days


@settings(max_examples=40, deadline=None, database=None)
@given(st.dates(date(1900, 1, 1), date(2099, 1, 1)), st.dates(date(1970, 1, 1), date(2099, 1, 1)))
def test_the_next_birthday_is_within_a_year(born: date, today: date) -> None:
    there = next_birthday(born.isoformat(), today)
    assert there is not None
    assert today <= there <= today + timedelta(366)


def test_a_pace_is_said_as_a_fact() -> None:
    assert usually("Ana", 2 * DAY - SECOND, "email") == "Ana usually answers within 2 d by email"
    assert [rough(took) for took in (SECOND, 3000 * SECOND, 30 * DAY // 24, 3 * DAY, 22 * DAY)] == [
        "1 min",
        "50 min",
        "30 h",
        "3 d",
        "4 w",
    ]
    assert [long_time(days * DAY) for days in (1, 6, 30, 200, 900)] == [
        "1 day",
        "6 days",
        "4 weeks",
        "6 months",
        "2 years",
    ]
