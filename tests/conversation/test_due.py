"""The due date at the end of a line."""

from datetime import date

import pytest

from convonote.conversation.dates import split_due

WEDNESDAY = date(2026, 11, 25)

DUE = [
    ("send the list by fri", "send the list", "2026-11-27"),
    ("send the list by Fri.", "send the list", "2026-11-27"),
    ("send the list by 3 Dec", "send the list", "2026-12-03"),
    ("send the list 2026-12-03", "send the list", "2026-12-03"),
    ("send the list (fri)", "send the list", "2026-11-27"),
    ("send the list (by 3 Dec)", "send the list", "2026-12-03"),
    ("send the list, due: 2026-12-03", "send the list", "2026-12-03"),
    ("send the list — by tomorrow", "send the list", "2026-11-26"),
    ("wait until next week", "wait", "2026-11-30"),
    ("send the list by next week", "send the list", "2026-12-04"),
    ("send the list by the end of next week", "send the list", "2026-12-04"),
    ("pay the rent by end of next month", "pay the rent", "2026-12-31"),
    ("pay the rent on the 1st", "pay the rent", "2026-12-01"),
    ("finish it before the end of the month", "finish it", "2026-11-30"),
    ("call her tomorrow", "call her", "2026-11-26"),
    ("ask about the knee in 6 weeks", "ask about the knee", "2027-01-06"),
    ("walk by the river on Sunday", "walk by the river", "2026-11-29"),
    ("call by fri 14:00", "call by fri 14:00", "2026-11-27"),
    ("call by 5pm", "call by 5pm", "2026-11-25"),
    ("by fri", "by fri", "2026-11-27"),
]
NO_DUE = [
    "buy a lemon",
    "it may",
    "wait in may",
    "she sat down",
    "they march",
    "call mon",
    "turn it on",
]
NO_DUE += [
    "stand by me",
    "write by hand",
    "read it (2nd edition)",
    "work on 3d",
    "by may",
    "until",
    "on time",
]
NO_DUE += [
    "the room costs 1.12",
    "work on 1.12",
    "by 2026-02-30",
    "invoice 2026-12-03-7",
    "",
    "Black Friday",
]


@pytest.mark.parametrize(("line", "kept", "due"), DUE)
def test_a_due_date_is_taken_off_the_end(line: str, kept: str, due: str) -> None:
    assert split_due(line, WEDNESDAY) == (kept, date.fromisoformat(due))


@pytest.mark.parametrize("line", NO_DUE)
def test_ordinary_words_are_no_due_date(line: str) -> None:
    assert split_due(line, WEDNESDAY) == (line, None)


@pytest.mark.parametrize(
    "piece", ["by ", "on fri ", "(", "by by fri ", "1", " ", "by\t", "-", "2pm "]
)
def test_a_long_line_is_split_like_any_other(piece: str) -> None:
    line = piece * 50_000 + " by fri"
    kept, due = split_due(line, WEDNESDAY)
    assert due == date(2026, 11, 27)
    assert line.startswith(kept)
