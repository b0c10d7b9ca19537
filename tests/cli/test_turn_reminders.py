"""`turn --remind`: to be reminded of an answer that has not come."""

import json

import pytest

from tests.cli.conftest import Begin, Run


@pytest.fixture
def asked(run: Run, begin: Begin) -> Run:
    begin(("log", "+Ana, +Bob > mail: Which week? #Kyoto"))
    return run


def remind(run: Run) -> list[str | None]:
    (row,) = json.loads(run("turns", "--json").out)
    return [holder["remind"] for holder in row["holders"]]


def test_it_is_set_on_what_was_said_and_taken_back(asked: Run) -> None:
    ran = asked("turn", "Kyoto", "--remind", "4d")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Kyoto: their turn (any of Ana, Bob); you asked on ")
    assert "; you want to be reminded on " in ran.out
    assert None not in remind(asked)
    asked("turn", "Kyoto", "--remind", "never")
    assert remind(asked) == [None, None]


def test_the_turn_is_handed_over_with_it(asked: Run) -> None:
    ran = asked("turn", "Kyoto", "Bob", "--remind", "4d", "--json")
    (holder,) = json.loads(ran.out)["holders"]
    assert (holder["person"], holder["rule"], holder["everyone"]) == ("Bob", "T8", False)
    assert holder["remind"] is not None


def test_json_says_that_each_of_them_is_to_answer(asked: Run) -> None:
    ran = asked("turn", "Kyoto", "them", "--json")
    assert [each["everyone"] for each in json.loads(ran.out)["holders"]] == [True, True]
    ran = asked("turn", "Kyoto", "them", "--any", "--json")
    assert [each["everyone"] for each in json.loads(ran.out)["holders"]] == [False, False]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--remind", "yesterday"], 2, "is not after today"),
        (["--remind", "soon"], 2, "is no date"),
        (["me", "--remind", "4d"], 1, "nothing to be reminded of"),
        (["--left", "Bob", "--remind", "4d"], 2, "--left stands alone"),
        ([], 2, "say whose turn it is"),
    ],
)
def test_what_cannot_be_is_one_line_that_says_why(
    asked: Run, arguments: list[str], code: int, says: str
) -> None:
    ran = asked("turn", "Kyoto", *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert says in ran.err
