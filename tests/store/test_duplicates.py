"""Who may be one person is proposed with a reason; nothing is merged unasked."""

import pytest

from convonote.conversation.details import DetailKind
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from tests.store.rewritten import rewrite


def proposals(notebook: Notebook) -> list[tuple[set[str], str]]:
    return [({pair.one.name, pair.other.name}, pair.reason) for pair in notebook.duplicates()]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            ("Ana Lima", "email", "a@b.example"),
            ("Lima, Ána", "email", "c@d.example"),
            "same full name",
        ),
        (("Ana", "phone", "+48 601 234 567"), ("A. L.", "phone", "601 234 567"), "another way"),
        (
            ("Ana L", "email", "analima@b.example"),
            ("Ana", "email", "analima@d.example"),
            "first part",
        ),
        (
            ("Ana Lima", "phone", "1"),
            ("ana.lima@b.example", "email", "ana.lima@b.example"),
            "spells",
        ),
        (
            ("A. Lima", "email", "a@b.example"),
            ("Ana Lima", "email", "c@d.example"),
            "short for Ana Lima",
        ),
    ],
)
def test_two_who_may_be_one_are_proposed(
    notebook: Notebook, one: tuple[str, str, str], other: tuple[str, str, str], reason: str
) -> None:
    for name, *address in (one, other):
        notebook.add_person(name, [(address[0], address[1])])
    notebook.add_person("Bob Stone", [("email", "bob@b.example"), ("phone", "+48 601 999 999")])
    ((names, why),) = proposals(notebook)
    assert names == {one[0], other[0]}
    assert reason in why
    assert len(notebook.people()) == 3


def test_who_differs_is_not_proposed(notebook: Notebook) -> None:
    notebook.add_person("Ana Lima", [("email", "info@b.example"), ("phone", "555 1234567")])
    notebook.add_person(
        "Bob Stone", [("email", "info@d.example"), ("phone", "0555 1234567 ext. 3")]
    )
    notebook.add_person("Ana Stone", [("email", "ana@d.example")])
    assert proposals(notebook) == []


def test_the_likeliest_come_first(notebook: Notebook) -> None:
    notebook.add_person("A. Kern", [("email", "x@a.example")])
    notebook.add_person("Ada Kern", [("email", "y@a.example")])
    notebook.add_person("Zoe Lima", [("email", "z@a.example")])
    notebook.add_person("zoe lima", [("email", "z@b.example")])
    assert [names for names, _ in proposals(notebook)] == [
        {"Zoe Lima", "zoe lima"},
        {"A. Kern", "Ada Kern"},
    ]


def test_those_who_are_two_are_not_proposed_again(notebook: Notebook) -> None:
    one = notebook.add_person("Ana Lima")
    other = notebook.add_person("Ana Lima")
    notebook.keep_distinct(other.id, one.id)
    assert notebook.duplicates() == []
    assert notebook.details(other.id) == ()
    notebook.undo()
    assert len(notebook.duplicates()) == 1
    notebook.merge_people(one.id, other.id)
    assert notebook.duplicates() == []


def test_what_the_user_writes_about_people_is_undone_step_by_step(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana")
    states = [notebook.contact(ana.id)]
    role = notebook.add_detail(ana.id, DetailKind.ROLE, "  plumer ")
    states.append(notebook.contact(ana.id))
    rewrite(notebook, ana.id, details={role.id: ("plumber", "since 2019")})
    states.append(notebook.contact(ana.id))
    notebook.add_address(ana.id, "phone", "+48 1234567")
    states.append(notebook.contact(ana.id))
    notebook.add_address(ana.id, "phone", "0048 1234567", preferred=True)
    states.append(notebook.contact(ana.id))
    rewrite(notebook, ana.id, name="Ana Lima")
    assert [match.person.id for match in notebook.match("ana lima") if match.person] == [ana.id]
    states.append(notebook.contact(ana.id))
    notebook.remove_address(ana.id, "phone", "+481234567")
    for before in reversed(states):
        notebook.undo()
        assert notebook.contact(ana.id) == before
    assert notebook.doctor() == []


def test_people_are_found_by_what_is_known_of_them(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    notebook.add_person("Bob")
    notebook.add_detail(ana.id, DetailKind.EXPERTISE, "plumbing")
    notebook.add_detail(ana.id, DetailKind.ALSO, "Anka")
    assert [one.name for one in notebook.people("PLUMB ana")] == ["Ana Lima"]
    assert [match.person.id for match in notebook.match("anka") if match.person] == [ana.id]


def test_what_cannot_be_is_said_in_one_line(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "ana@example.org")])
    bob = notebook.add_person("Bob")
    with pytest.raises(NotebookError, match="is an address of Ana; merge"):
        notebook.add_address(bob.id, "email", "ANA@example.org")
    with pytest.raises(NotebookError, match="is no birthday such as"):
        notebook.add_detail(ana.id, DetailKind.BIRTHDAY, "tomorrow")
    with pytest.raises(NotebookError, match="there are line, organisation"):
        notebook.add_detail(ana.id, "shoe size", "38")
    with pytest.raises(NotebookError, match="nothing written"):
        notebook.add_detail(ana.id, DetailKind.NOTE, " \n")
    with pytest.raises(NotebookError, match="no address of theirs"):
        notebook.remove_address(ana.id, "email", "other@example.org")
    with pytest.raises(NotebookError, match="needs a name"):
        rewrite(notebook, ana.id, name=" ")
    with pytest.raises(NotebookError, match="one person already"):
        notebook.keep_distinct(ana.id, ana.id)
