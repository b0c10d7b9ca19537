"""The fewest bytes: what is sent for small changes, and the laws of looks and moves."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from convonote.wire.moves import way
from convonote.wire.style import PLAIN, Style, change, styled
from tests.wire.emulator import Emulator, Pair

LOOKS = st.builds(
    Style,
    st.frozensets(st.sampled_from([1, 2, 3, 4, 5, 7, 8, 9, 21, 53]), max_size=4),
    st.sampled_from(["", "31", "97", "38;5;208", "38;2;1;2;3"]),
    st.sampled_from(["", "44", "107", "48;5;17", "48;2;4;5;6"]),
    st.just(""),
)


@settings(max_examples=60, deadline=None, database=None)
@given(LOOKS, LOOKS)
def test_a_change_of_look_leads_to_the_look_and_is_never_longer_than_starting_afresh(
    old: Style, new: Style
) -> None:
    sequence = change(old, new)
    if sequence:
        assert styled(old, sequence[2:-1]) == new
    assert len(sequence) <= len(change(None, new))
    assert bool(sequence) == (old != new)


@settings(max_examples=60, deadline=None, database=None)
@given(*[st.tuples(st.integers(0, 9), st.integers(0, 38))] * 2)
def test_every_way_leads_there(start: tuple[int, int], end: tuple[int, int]) -> None:
    terminal = Emulator(40, 10)
    terminal.feed(f"\x1b[{start[0] + 1};{start[1] + 1}H" + way(*start, *end))
    assert terminal.place == end


@pytest.mark.parametrize(
    ("numbers", "why"), [("58;5;1", "underline colour"), ("38;9;1", "kind"), ("38;2;1", "short")]
)
def test_a_look_that_is_not_known_is_none(numbers: str, why: str) -> None:
    assert styled(PLAIN, numbers) is None, why


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("hello", "hellp", "hellp\r"),
        ("a longer word", "a longer ward", "\x1b[10Ca\r"),
        ("hello world", "", "\x1b[K"),
        ("a" + " " * 18 + "b", "c" + " " * 18 + "b", "c\r"),
        ("12345678901234567890", "1" + " " * 18 + "0", "1\x1b[18X\r"),
        ("\x1b[1mbold\x1b[0m", "\x1b[1mbald\x1b[0m", "\x1b[1mba\x1b[m\r"),
        ("\x1b[7mrow\x1b[0m", "row", "row\r"),
        ("\x1b[2mdim \x1b[0m", "\x1b[2mdim\x1b[0m ", ""),
        ("陈伟", "陈x ", "陈x \r"),
        ("e\u0301 one", "e\u0301 two", f"e\u0301 two{' ' * 15}\r"),
        ("one e\u0301 x", "two e\u0301 x", f"two\x1b[Ce\u0301 x{' ' * 13}\r"),
    ],
)
def test_a_change_in_a_row_takes_few_bytes(before: str, after: str, sent: str) -> None:
    pair = Pair(20, 4)
    pair.write("\x1b[?1049h")
    pair.write(_frame(before))
    pair.flush()
    pair.write(_frame(after))
    assert pair.flush() == sent
    pair.check()


def test_rows_that_move_are_moved_by_the_terminal() -> None:
    lines = [f"{chr(65 + number) * 30} and words" for number in range(30)]
    pair = Pair(60, 20)
    pair.write("\x1b[?1049h")
    pair.write(_rows(["title", *lines[:18], "footer"]))
    pair.flush()
    pair.write(_rows(["title", *lines[1:19], "footer"]))
    assert len(pair.flush()) < 80
    pair.check()
    pair.write(_rows(["title", *lines[:18], "other"]))
    assert len(pair.flush()) < 80
    pair.check()


def _frame(text: str) -> str:
    columns = cell_len(re.sub(r"\x1b\[[\d;]*m", "", text))
    return f"\x1b[1;1H{text}{' ' * (20 - columns)}\x1b[1;1H"


def _rows(rows: list[str]) -> str:
    painted = "\n".join(f"\x1b[{row};1H{text:<60}" for row, text in enumerate(rows, start=1))
    return f"{painted}\x1b[1;1H"
