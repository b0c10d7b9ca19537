"""Names in a field, and whom they mean."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from convonote.store.notebook import Notebook
from convonote.writing.addressing import UnknownName, add_new, label, resolve


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    with Notebook(tmp_path / "notebook.db") as opened:
        for name in ("Ana Lima", "Anatol Fox", "Bob", "Lima, Rui"):
            opened.add_person(name, [("email", f"{name[:4].strip()}@example.org".lower())])
        yield opened


def named(notebook: Notebook, name: str) -> int:
    return next(one.id for one in notebook.people() if one.name == name)


def test_names_are_found_whole_or_by_a_part(notebook: Notebook) -> None:
    found = resolve(notebook, " ana lima,  bob ,", {})
    assert found.known == (named(notebook, "Ana Lima"), named(notebook, "Bob"))
    assert resolve(notebook, "anato", {}).known == (named(notebook, "Anatol Fox"),)


def test_nobody_is_there_twice(notebook: Notebook) -> None:
    assert len(resolve(notebook, "Bob, bob, BOB", {}).people) == 1


def test_a_part_of_several_names_is_refused_with_those(notebook: Notebook) -> None:
    with pytest.raises(UnknownName, match="Ana Lima"):
        resolve(notebook, "an", {})


def test_an_unknown_name_is_refused_with_the_nearest(notebook: Notebook) -> None:
    with pytest.raises(UnknownName) as refused:
        resolve(notebook, "Boob", {})
    assert "Bob" in str(refused.value)
    assert "+Boob" in str(refused.value)


def test_a_plus_makes_somebody_new_when_it_is_said(notebook: Notebook) -> None:
    before = len(notebook.people())
    found = resolve(notebook, "+Marek, Bob", {})
    assert len(notebook.people()) == before
    ids = add_new(notebook, found)
    assert ids == (named(notebook, "Marek"), named(notebook, "Bob"))


def test_labels_are_taken_before_names(notebook: Notebook) -> None:
    rui = notebook.person(named(notebook, "Lima, Rui"))
    assert rui is not None
    shown = label(rui)
    assert "," not in shown
    assert resolve(notebook, shown, {shown: rui.id}).known == (rui.id,)


def test_two_of_one_name_are_told_apart_by_an_address(notebook: Notebook) -> None:
    bob = notebook.person(named(notebook, "Bob"))
    assert bob is not None
    assert label(bob, ["Bob"]) == "Bob <bob@example.org>"


def test_a_name_cannot_drive_the_terminal(notebook: Notebook) -> None:
    odd = notebook.add_person("Eve\x1b[2J, x")
    assert "\x1b" not in label(odd)
