"""Pictures in text: levels told apart without colour, to scale, never wider than they may be."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.text.pictures import strips
from convonote.text.pictures.axis import ticks
from convonote.text.pictures.glyphs import ASCII, BLOCKS, fitting, legend, scale
from convonote.text.spans import plain
from convonote.text.width import width

START = int(datetime(2026, 1, 5, tzinfo=UTC).timestamp()) * 1_000_000
DAY = 86_400_000_000


def test_each_count_has_a_level_and_the_legend_names_it() -> None:
    levels = scale([0, 1, 2, 3, 20])
    assert [levels.level(count) for count in (0, 1, 2, 4, 20)] == [0, 1, 2, 3, 4]
    assert legend(levels, BLOCKS) == ["· none", "░ 1", "▒ 2–3", "▓ 4–8", "█ 9–20"]
    assert legend(scale([1, 2]), ASCII) == [". none", "- 1", "+ 2"]
    assert legend(scale([]), BLOCKS) == ["· none"]


@settings(max_examples=40, deadline=None, database=None)
@given(st.lists(st.integers(0, 1_000_000), min_size=1))
def test_more_is_never_drawn_lighter_and_something_never_as_nothing(counts: list[int]) -> None:
    levels = scale(counts)
    drawn = [levels.level(count) for count in sorted(counts)]
    assert drawn == sorted(drawn)
    assert all((levels.level(count) == 0) is (count == 0) for count in counts)
    assert all(levels.level(count) <= 4 for count in counts)


def test_the_levels_are_different_characters_and_the_console_gets_ascii() -> None:
    for glyphs in (BLOCKS, ASCII):
        assert len(set(glyphs.levels)) == 5
    assert fitting(unicode=True, terminal="xterm-256color") is BLOCKS
    for few in (fitting(unicode=False, terminal="xterm"), fitting(unicode=True, terminal="linux")):
        assert "".join((few.levels, few.tick, few.dash)).isascii()


def test_a_strip_has_a_cell_for_each_count_behind_a_name_of_any_width() -> None:
    levels = scale([0, 1, 4])
    for name in ("me", "陈伟", "A very long name indeed", "👩🏽‍🚀 Zoë"):
        line = plain(strips.strip(strips.Strip(name, [0, 1, 4]), 12, levels, BLOCKS))
        assert width(line) == 15
        assert line.endswith("·░█")
    wide = plain(strips.strip(strips.Strip("me", [0, 4]), 12, levels, BLOCKS, stretch=2))
    assert wide.endswith("··██")


@settings(max_examples=40, deadline=None, database=None)
@given(
    st.integers(1, 40 * 365 * DAY),
    st.integers(10, 180),
    st.sampled_from(["UTC", "America/Santiago", "Pacific/Apia"]),
    st.integers(0, 30 * 365),
)
def test_dates_below_a_time_line_of_any_length_are_in_order_and_fit(
    span: int, cells: int, zone: str, before: int
) -> None:
    start = START - before * DAY
    found = ticks(start, start + span, cells, ZoneInfo(zone))
    places = [tick.cell for tick in found]
    assert places == sorted(places)
    assert all(0 <= cell < cells for cell in places)
    line = plain(strips.axis(found, 12, cells, BLOCKS))
    assert width(line) <= 12 + cells


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(hours=30), "06:00"),
        (timedelta(days=40), "12 Jan"),
        (timedelta(days=400), "Apr"),
        (timedelta(days=4000), "2030"),
    ],
)
def test_the_dates_are_as_fine_as_the_line_is_long(span: timedelta, words: str) -> None:
    length = span // timedelta(microseconds=1)
    line = plain(strips.axis(ticks(START, START + length, 100, UTC), 0, 100, BLOCKS))
    assert words in line
