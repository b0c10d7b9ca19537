"""`find` tells on whose cards words stand: who they are in a line, where they work, how we met."""

from pathlib import Path

import pytest

from convonote.store.notebook import Notebook
from tests.cli.conftest import Run
from tests.cli.mail import present


@pytest.mark.parametrize("word", ["viola", "luthier", "Sons", "choir"])
def test_what_stands_on_a_card_is_told_with_whose_it_is(
    run: Run, notebook: Path, word: str
) -> None:
    run("log", "+Ana Lima > phone: hello about the roof")
    with Notebook(notebook, clock=present) as book:
        ana = book.match("Ana Lima", people_only=True)[0].person
        assert ana is not None
        for kind, value in (
            ("line", "plays the viola"),
            ("role", "luthier"),
            ("organisation", "Lima & Sons"),
            ("met", "in the choir"),
        ):
            book.add_detail(ana.id, kind, value)
    ran = run("find", word)
    assert (ran.code, ran.out) == (1, "")
    assert "it stands on the cards of Ana Lima (plays the viola)" in ran.err
    run("log", f"Ana > phone: asked about the {word}")
    ran = run("find", word)
    assert ran.code == 0
    assert "on the cards of Ana Lima" in ran.err


def test_a_name_is_not_told_as_standing_on_its_own_card(run: Run) -> None:
    run("log", "+Ana Lima > phone: hello Ana")
    assert run("find", "Ana").err == ""
