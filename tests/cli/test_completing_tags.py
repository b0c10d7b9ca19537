"""Completion of tags, as `rhythm` takes them."""

from pathlib import Path

from convonote.cli.grammar import Kind, of
from convonote.store.notebook import Notebook
from tests.cli.conftest import Run
from tests.cli.mail import present


def offered(run: Run, typed: str) -> list[str]:
    return run("completions", "--offer", "tagged", "--", typed).out.splitlines()


def test_tags_of_people_and_of_rhythms_are_offered_behind_their_sign(
    run: Run, notebook: Path
) -> None:
    with Notebook(notebook, clock=present) as book:
        ana = book.add_person("Ana")
        book.add_detail(ana.id, "tag", "Family")
        book.add_detail(ana.id, "tag", "old friends")
        book.set_group_rhythm("family", 21)
        book.set_group_rhythm("choir", 30)
    assert offered(run, "#") == ["#choir", "#Family", "#old friends"]
    assert offered(run, "#FAM") == ["#Family"]
    assert offered(run, "#x") == []
    for tag in offered(run, "#f"):
        assert "every 3 weeks" in run("rhythm", tag).out


def test_people_are_offered_where_no_sign_is_typed(run: Run) -> None:
    run("log", "+Ana > phone: the roof")
    assert offered(run, "a") == ["Ana"]


def test_the_verb_says_that_a_person_or_a_tag_stands_there() -> None:
    assert of("rhythm").words[0].kind is Kind.TAGGED
