"""Cells of a terminal: the same count as the screens' own layout has."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from convonote.text.clean import clean
from convonote.text.width import cut, graphemes, head, pad, width
from tests.text.test_clean import GENUINE, any_text

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize("text", ["", "plain", "‹U+202E›", "␛[31m", "…", "│ ─┼─", *GENUINE])
def test_a_text_is_as_wide_here_as_on_the_screens(text: str) -> None:
    assert width(text) == cell_len(text)


def test_each_character_is_as_wide_here_as_on_the_screens() -> None:
    for code in range(0xA0, 0x110000):
        character = chr(code)
        if unicodedata.category(character) not in {"Cc", "Cn", "Cs"}:
            assert width(character) == get_character_cell_size(character), hex(code)


@settings(max_examples=100, deadline=None)
@given(any_text)
def test_any_cleaned_text_is_as_wide_here_as_on_the_screens(text: str) -> None:
    shown = clean(text)
    assert width(shown) == cell_len(shown)


@settings(max_examples=100, deadline=None)
@given(any_text, st.integers(0, 30))
def test_cut_and_padded_text_has_the_cells_it_should(text: str, cells: int) -> None:
    shown = clean(text)
    assert width(cut(shown, cells)) <= cells
    assert width(pad(shown, cells)) == cells
    if width(shown) <= cells:
        assert cut(shown, cells) == shown
    assert "".join(head(shown, cells)) == shown
    assert "".join(grapheme for grapheme, _ in graphemes(shown)) == shown


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("Ana Lima", 8, "Ana Lima"),
        ("Ana Lima", 7, "Ana Li…"),
        ("Ana", 1, "…"),
        ("Ana", 0, ""),
        ("陈伟", 4, "陈伟"),
        ("陈伟", 3, "陈…"),
        ("陈伟", 2, "…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        (f"a{FAMILY}b", 3, "a…"),
        (f"a{FAMILY}b", 4, f"a{FAMILY}b"),
        ("🇯🇵🇵🇱", 3, "🇯🇵…"),
        ("👍🏽👍🏽", 3, "👍🏽…"),
    ],
)
def test_cutting_never_splits_what_a_reader_takes_for_one_character(
    text: str, cells: int, shown: str
) -> None:
    assert cut(text, cells) == shown


def test_padding_aligns_names_in_any_script() -> None:
    assert pad("陈伟", 6) == "陈伟  "
    assert pad("José", 6) == "José  "
