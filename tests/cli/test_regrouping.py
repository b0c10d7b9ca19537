"""Merging, splitting and linking conversations in the shell."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Begin, Run
from tests.cli.mail import ME, mbox, message


@pytest.fixture(autouse=True)
def three(begin: Begin) -> None:
    begin(
        ("log", "+Ana > email 2026-11-02 09:00: Could you order green paint? #Fence"),
        ("log", "Ana < phone 2026-11-03 09:00: the green paint is there #Call"),
        ("log", "Ana > chat 2026-01-01 09:00: Cake on Sunday? #Cake"),
    )


def test_what_may_be_one_is_listed_with_the_reason(run: Run) -> None:
    done = run("link", "Fence")
    assert done.code == 0
    assert done.out.startswith("maybe one  Call (Ana): same people")


def test_two_become_one_and_undo_makes_two_again(run: Run) -> None:
    assert run("merge", "Fence", "Call").code == 0
    shown = run("show", "Fence").out
    assert "the green paint is there" in shown
    assert run("undo").code == 0
    assert "the green paint is there" not in run("show", "Fence").out


def test_an_exchange_is_split_off_by_its_words(run: Run) -> None:
    run("merge", "Fence", "Call")
    done = run("split", "Fence", "is there", "--topic", "Paint", "--json")
    assert done.code == 0
    assert json.loads(done.out)["topic"] == "Paint"
    assert run("split", "Fence", "nothing says so").code == 1


def test_words_that_several_exchanges_have_list_these(run: Run) -> None:
    run("merge", "Fence", "Call")
    done = run("split", "Fence", "green")
    assert done.code == 2
    assert len(done.err.splitlines()) == 3


def test_linking_and_taking_the_link_away(run: Run) -> None:
    done = run("link", "Fence", "Cake", "--json")
    assert [one["topic"] for one in json.loads(done.out)["linked"]] == ["Cake"]
    assert "linked already" in run("link", "Fence", "Cake").err
    assert "linked" not in run("link", "Fence", "Cake", "--off").out
    assert run("link", "Fence", "--off").code == 2


def test_several_become_one_and_undo_makes_all_of_them_again(run: Run) -> None:
    done = run("merge", "Fence", "Call", "Cake", "--json")
    assert json.loads(done.out)["topic"] == "Fence"
    assert len(json.loads(run("show", "Fence", "--json").out)["exchanges"]) == 3
    assert run("show", "Cake").code == 1
    run("undo")
    topics = {one["topic"] for one in json.loads(run("turns", "--all", "--json").out)}
    assert topics >= {"Fence", "Call", "Cake"}


def test_what_is_linked_is_not_proposed_as_one(run: Run) -> None:
    run("link", "Fence", "Call")
    found = json.loads(run("link", "Fence", "--json").out)
    assert [one["topic"] for one in found["linked"]] == ["Call"]
    assert found["likely"] == []
    run("link", "Fence", "Call", "--off")
    assert [one["topic"] for one in json.loads(run("link", "Fence", "--json").out)["likely"]]


def test_an_imported_topic_that_was_named_first_outlives_one_that_was_written(
    run: Run, tmp_path: Path
) -> None:
    mail = message("Which tiles?", number=1, author="Ben <ben@example.org>", topic="Tiles")
    assert run("import", mbox(tmp_path / "m", mail), "--me", ME).code == 0
    assert run("merge", "Tiles", "Cake").out.startswith("Tiles")
    assert run("show", "Tiles").code == 0
