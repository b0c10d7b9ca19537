"""`find` in the shell: filters, the best first, and what it says beside the data."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def talks(run: Run) -> None:
    """Boats, spoken of with Ana and Marek."""
    run("log", "+Ana Lima > phone 2 days ago: the boat is sold #Boat")
    run("log", "+Marek < chat 1 day ago: boat boat boat? #Bike")
    run("log", "Marek > chat 1h ago: no boat for me, as I said so often before #Bike")


@pytest.mark.usefixtures("talks")
def test_filters_narrow_and_quotes_taken_off_by_the_shell_do_no_harm(run: Run) -> None:
    found = run("find", "boat", "with:Ana Lima")
    assert (found.code, found.err) == (0, "")
    assert "the boat is sold" in found.out
    assert "Marek" not in found.out
    assert run("find", "on:phone", "to:ana").out == found.out
    assert run("find", "from:marek", "sold").code == 1


@pytest.mark.usefixtures("talks")
def test_an_unknown_name_is_told_and_the_search_goes_on(run: Run) -> None:
    found = run("find", "sold", "from:zebedee")
    assert found.code == 0
    assert "the boat is sold" in found.out
    assert found.err == ("convonote: nobody is called “zebedee”; searched without from:zebedee\n")


@pytest.mark.usefixtures("talks")
def test_the_best_come_first_and_are_as_many_as_asked_for(run: Run) -> None:
    newest = json.loads(run("find", "--json", "boat").out)
    assert [one["topic"] for one in newest] == ["Bike", "Bike", "Boat"]
    best = run("find", "--json", "--best", "--limit", "1", "boat")
    assert [one["snippet"] for one in json.loads(best.out)] == ["boat boat boat?"]
    assert "these are the best 1" in best.err
