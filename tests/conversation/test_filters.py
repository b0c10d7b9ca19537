"""What is typed into find is taken apart into words and filters, whatever it is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.dates import DateError
from convonote.conversation.filters import (
    Asked,
    Field,
    Filter,
    completed,
    first_day,
    joined,
    read,
    typing,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("kyoto april", Asked("kyoto april")),
        ("from:ana", Asked("", (Filter(Field.FROM, "ana"),))),
        (
            'fence FROM:"Ana  Lima" on:phone gate',
            Asked("fence gate", (Filter(Field.FROM, "Ana Lima"), Filter(Field.ON, "phone"))),
        ),
        ('from:"Ana Li', Asked("", (Filter(Field.FROM, "Ana Li"),))),
        ("from: ana", Asked("ana")),
        ('"from:ana said"', Asked('"from:ana said"')),
        ("http://example.org 10:30 say:it", Asked("http://example.org 10:30 say:it")),
        ("(from:ana", Asked("(from:ana")),
        ("haſ:promise", Asked("haſ:promise")),
    ],
)
def test_a_known_word_with_a_colon_is_a_filter_and_nothing_else_is(
    line: str, expected: Asked
) -> None:
    assert read(line) == expected


@settings(max_examples=40, deadline=None, database=None)
@given(st.text(max_size=60) | st.text('from:hasHAS"ſ ', max_size=30))
def test_any_line_can_be_read_and_a_filter_reads_as_it_is_shown(line: str) -> None:
    for each in read(line).filters:
        assert read(each.typed).filters == (each,)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026", date(2026, 1, 1)),
        ("2026-01", date(2026, 1, 1)),
        ("2026-3", date(2026, 3, 1)),
        ("2026-03-09", date(2026, 3, 9)),
        ("fri", date(2026, 11, 20)),
        ("3 Nov", date(2026, 11, 3)),
    ],
)
def test_a_year_or_month_means_its_first_day_and_words_a_day_gone_by(
    words: str, expected: date
) -> None:
    assert first_day(words, TODAY) == expected


@pytest.mark.parametrize("words", ["2026-13", "0000", "soonish"])
def test_what_is_no_day_is_refused(words: str) -> None:
    with pytest.raises(DateError):
        first_day(words, TODAY)


def test_the_filter_at_the_cursor_is_filled_in() -> None:
    line = "flight from:an kyoto"
    at = typing(line, 14)
    assert at is not None
    assert (at.field, at.value) == (Field.FROM, "an")
    assert completed(line, at, "Ana Lima") == ('flight from:"Ana Lima" kyoto', 23)
    assert typing(line, 3) is None
    assert typing(line, 20) is None


def test_quotes_that_a_shell_took_off_are_put_back() -> None:
    assert joined(["from:Ana Lima", "the fence", "on:phone"]) == (
        'from:"Ana Lima" the fence on:phone'
    )
