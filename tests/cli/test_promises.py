"""`promises` and `kept`, through the real command."""

import json

import pytest

from tests.cli.conftest import Begin, Run


@pytest.fixture
def promised(run: Run, begin: Begin) -> Run:
    """I owe a list that is overdue, Ana a quote."""
    begin(
        ("log", "+Ana Lima > email yesterday: list; - [ ] send the list by 2020-01-31 #Roof"),
        ("log", "Ana > email: quote; - [ ] @Ana sends the quote #Roof"),
    )
    return run


def test_promises_are_numbered_with_the_overdue_first(promised: Run) -> None:
    lines = promised("promises").out.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert "you           send the list" in lines[0]
    assert "d over" in lines[0]
    assert lines[0].endswith("Roof")
    assert "Ana Lima      sends the quote" in lines[1]
    (theirs,) = promised("promises", "--theirs").out.splitlines()
    assert theirs == lines[1]


def test_the_json_says_whose_until_when_and_who_settled_it(promised: Run) -> None:
    assert promised("kept", "list").out == "kept: you: send the list\n"
    (quote,) = json.loads(promised("promises", "--json").out)
    assert (quote["owner"], quote["state"], quote["settled"]) == ("Ana Lima", "open", None)
    every = json.loads(promised("promises", "--all", "--mine", "--json").out)
    (kept,) = every
    assert (kept["what"], kept["due"], kept["state"]) == ("send the list", "2020-01-31", "kept")
    assert kept["settled"]["person"]["name"] == "me"
    assert [one["name"] for one in kept["people"]] == ["Ana Lima"]


def test_a_promise_is_named_by_number_id_or_words(promised: Run) -> None:
    uid = json.loads(promised("promises", "--json").out)[1]["uid"]
    assert promised("kept", "1").code == 0
    assert promised("kept", uid, "--let-go").out == "let go: Ana Lima: sends the quote\n"
    assert promised("kept", "--open", "ana", "quote").out == "open: Ana Lima: sends the quote\n"
    assert promised("undo").out == "undone: opened the promise again: sends the quote\n"


def test_words_that_fit_several_list_them_and_do_nothing(promised: Run) -> None:
    several = promised("kept", "send")
    assert several.code == 2
    assert "fits several" in several.err
    assert several.err.count("Roof") == 2
    assert len(promised("promises").out.splitlines()) == 2


def test_what_is_not_promised_is_one_line_and_exit_code_1(promised: Run) -> None:
    none = promised("kept", "moon")
    assert (none.code, none.out) == (1, "")
    assert none.err.count("\n") == 1
    assert promised("kept", "1", "--open", "--let-go").code == 2


def test_with_nothing_promised_the_list_is_empty_and_done(run: Run) -> None:
    run("log", "+Ana > email: hello")
    assert (run("promises").code, run("promises", "--json").out) == (0, "[]\n")


def test_what_is_kept_already_says_how_to_open_it_again(promised: Run) -> None:
    assert json.loads(promised("kept", "list", "--json").out)["state"] == "kept"
    again = promised("kept", "list")
    assert (again.code, again.out) == (1, "")
    assert again.err == ("convonote: 'send the list' is kept already; --open opens it again\n")
    assert "is open already" in promised("kept", "quote", "--open").err


def test_what_was_taken_back_is_told_to_other_programs(promised: Run) -> None:
    promised("kept", "list")
    assert json.loads(promised("undo", "--json").out) == {"what": "kept: send the list"}
    assert json.loads(promised("redo", "--json").out) == {"what": "kept: send the list"}
