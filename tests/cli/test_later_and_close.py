"""`later` and `close`, and `turn` for other programs, through the real command."""

import json

import pytest

from tests.cli.conftest import Begin, Run


@pytest.fixture
def roof(begin: Begin) -> str:
    """A conversation that waits for me."""
    begin(("log", "+Ana < phone: Could you send the quote? #roof"))
    return "roof"


def section(run: Run, what: str) -> str:
    found: str = json.loads(run("show", what, "--json").out)["section"]
    return found


def test_a_day_in_words_is_echoed_and_takes_it_out_of_the_queue(run: Run, roof: str) -> None:
    ran = run("later", roof, "in", "two", "weeks")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("roof: back on ")
    assert ran.out.endswith(", in 14 days\n")
    assert section(run, roof) == "later"
    assert run("turns", "--count").out == "0\n"


def test_later_back_and_undo_bring_it_back(run: Run, roof: str) -> None:
    run("later", roof, "fri")
    assert run("later", roof, "--back").out.startswith("roof: your turn; Ana asked")
    assert section(run, roof) == "mine"
    assert run("undo").code == 0
    assert section(run, roof) == "later"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["yesterday"], "is not after today"),
        (["2020-01-01"], "is not after today"),
        (["soonish"], '"soonish" is no date; write today, tomorrow, fri'),
        ([], "name a day, or --back"),
        (["fri", "--back"], "name a day, or --back"),
    ],
)
def test_what_is_no_day_to_come_is_one_line_and_changes_nothing(
    run: Run, roof: str, words: list[str], said: str
) -> None:
    ran = run("later", roof, *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert section(run, roof) == "mine"


def test_closing_and_opening_say_where_it_stands(run: Run, roof: str) -> None:
    assert run("close", roof).out == "roof: closed\n"
    assert section(run, roof) == "closed"
    assert run("close", roof, "--open").out.startswith("roof: your turn; Ana asked")
    assert run("undo").out.startswith("undone: ")
    assert section(run, roof) == "closed"


@pytest.mark.parametrize("verb", [["later", "fri"], ["close"], ["turn", "them"]])
def test_what_was_set_is_printed_as_a_row_of_turns(run: Run, roof: str, verb: list[str]) -> None:
    done = json.loads(run(verb[0], roof, *verb[1:], "--json").out)
    listed = json.loads(run("turns", "--all", "--json").out)
    assert [done] == listed


@pytest.mark.parametrize("verb", [["later", "fri"], ["close"]])
def test_a_name_that_nothing_has_is_refused(run: Run, roof: str, verb: list[str]) -> None:
    ran = run(verb[0], "cellar", *verb[1:])
    assert ran.code == 1
    assert "nobody and nothing is called 'cellar'" in ran.err
