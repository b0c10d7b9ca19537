"""`everyone` and `no answer` before the colon of a line of `log`."""

from datetime import UTC, datetime

import pytest

from convonote.intake.expected_answers import Answers
from convonote.intake.line import LineError, LoggedLine, parse_line

NOW = int(datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()) * 1_000_000


def parse(line: str) -> LoggedLine:
    return parse_line(line, NOW, UTC)


@pytest.mark.parametrize(
    ("head", "answers"),
    [
        ("mail", Answers.ANY_ONE),
        ("mail everyone", Answers.EVERYONE),
        ("everyone, mail yesterday", Answers.EVERYONE),
        ("Everyone remind 4d", Answers.EVERYONE),
        ("remind 4d everyone", Answers.EVERYONE),
        ("mail each of them", Answers.EVERYONE),
        ("mail no answer needed", Answers.NONE),
        ("no answer phone", Answers.NONE),
        ("mail remind me in 4 days if no answer", Answers.ANY_ONE),
        ("https://example.org/everyone", Answers.ANY_ONE),
    ],
)
def test_it_stands_anywhere_before_the_colon(head: str, answers: Answers) -> None:
    line = parse(f"Ana, Bob > {head}: Which week?")
    assert (line.answers, line.text) == (answers, "Which week?")


def test_the_rest_of_the_head_is_read_as_without_it() -> None:
    marked, plain = (
        parse(f"Ana, Bob > mail {word}fri remind 4d: Which week?") for word in ("everyone ", "")
    )
    assert (marked.channel, marked.moment, marked.remind) == (
        plain.channel,
        plain.moment,
        plain.remind,
    )


def test_in_the_text_it_is_a_word_like_any_other() -> None:
    line = parse("Ana > mail: everyone agrees, no answer needed")
    assert (line.answers, line.text) == (
        Answers.ANY_ONE,
        "everyone agrees, no answer needed",
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Ana, Bob = phone everyone: the fence", "everyone is about an answer"),
        ("Ana > note everyone: the fence", "everyone is about an answer"),
        ("Ana = no answer: the fence", "no answer is about an answer"),
        ("Ana, Bob > everyone no answer: the fence", "write one of them"),
        ("Ana > no answer remind 4d: the fence", "write one of them"),
    ],
)
def test_where_it_says_nothing_it_is_refused(line: str, says: str) -> None:
    with pytest.raises(LineError, match=says):
        parse(line)
