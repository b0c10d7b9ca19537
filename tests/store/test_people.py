from datetime import UTC
from pathlib import Path

import pytest

from convonote.conversation.records import Channel
from convonote.conversation.turn_records import Section
from convonote.intake.records import Party
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.opening import open_base
from convonote.store.people import people
from convonote.store.people.addresses import fold_address
from tests.store.conftest import Clock


def test_the_contact_list_is_by_name_and_without_me(notebook: Notebook) -> None:
    for name in ("marek", "Ana Lima", "陈伟", "Bob"):
        notebook.add_person(name)
    assert [person.name for person in notebook.people()] == ["Ana Lima", "Bob", "marek", "陈伟"]
    assert [person.name for person in notebook.people(offset=1, limit=2)] == ["Bob", "marek"]


def test_each_word_stands_in_a_name_or_an_address(notebook: Notebook) -> None:
    notebook.add_person("Ana Lima", [("email", "al@kyoto.example")])
    notebook.add_person("Ana 100%_", [("phone", "+48 600 100 200")])
    assert [person.name for person in notebook.people("kyoto ana")] == ["Ana Lima"]
    assert [person.name for person in notebook.people("%_")] == ["Ana 100%_"]
    assert notebook.people("nobody") == []
    assert notebook.people("\\") == []


def test_an_address_is_one_persons_only(notebook: Notebook) -> None:
    notebook.add_person("Ana Lima", [("email", "ana@example.org")])
    with pytest.raises(NotebookError, match="already an address of Ana Lima"):
        notebook.add_person("Bob", [("email", "Ana@Example.ORG ")])
    assert [person.name for person in notebook.people()] == ["Ana Lima"]


def test_a_person_needs_a_name(notebook: Notebook) -> None:
    with pytest.raises(NotebookError, match="needs a name"):
        notebook.add_person("  ")


@pytest.mark.parametrize(
    ("channel", "one", "other"),
    [
        (Channel.EMAIL, " Ana@Example.org", "ana@example.ORG"),
        (Channel.PHONE, "+48 600-100-200", "0048600100200"),
        (Channel.SMS, "600 100 200", "600100200"),
        (Channel.CHAT, "@Ana", "@ana "),
    ],
)
def test_two_ways_of_writing_an_address_are_one(channel: str, one: str, other: str) -> None:
    assert fold_address(channel, one) == fold_address(channel, other)


def test_a_source_names_somebody_once_and_a_better_name_is_taken(path: Path, clock: Clock) -> None:
    base = open_base(path, clock=clock, zone=UTC, create=True)
    with base.writing("import", "imported") as recording:
        first = people.resolve(base, recording, Party("Ana@example.org"))
        assert people.named(base, [first])[first].name == "Ana@example.org"
        assert people.resolve(base, recording, Party("ana@example.org", "Ana Lima")) == first
        assert people.named(base, [first])[first].name == "Ana Lima"
        assert people.resolve(base, recording, Party("ANA@example.org", "A. L.")) == first
        assert people.named(base, [first])[first].name == "Ana Lima"
    base.close()


def test_a_name_that_the_user_wrote_outlives_every_import(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("ana@example.org", [("email", "ana@example.org")])
    base = open_base(notebook.path, clock=clock, zone=UTC, create=False)
    with base.writing("import", "imported") as recording:
        people.resolve(base, recording, Party("ana@example.org", "Ana Lima"))
    base.close()
    again = notebook.person(ana.id)
    assert again is not None
    assert again.name == "ana@example.org"


def test_saying_who_i_am_names_me_and_adds_addresses(notebook: Notebook) -> None:
    me = notebook.set_me("Maria Gómez", [("email", "maria@example.org")])
    assert (me.name, me.addresses, me.me) == (
        "Maria Gómez",
        (("email", "maria@example.org"),),
        True,
    )
    assert notebook.set_me(None, [("email", "MARIA@example.org")]) == me
    assert notebook.me == me


def test_who_turns_out_to_be_me_has_said_everything_as_me(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    other = notebook.add_person("M. G.", [("email", "mg@work.example")])
    said = notebook.say("Which week?", topic="Kyoto", channel="email", author=other.id, to=[ana.id])
    notebook.set_me(None, [("email", "mg@work.example")])
    entry = notebook.entry(said.exchange)
    assert entry is not None
    assert entry.author is not None
    assert entry.author.me
    assert [person.name for person in notebook.people()] == ["Ana Lima"]
    (row,) = notebook.turns(Section.THEIRS)
    assert [person.name for person in row.people] == ["Ana Lima"]
    assert row.holders[0].why.startswith("you asked")
    assert [hit.exchange for hit in notebook.find("week")] == [said.exchange]
    assert notebook.match("M. G.") == []


def test_somebody_with_another_address_stays_somebody(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana", [("email", "a@example.org"), ("email", "b@example.org")])
    notebook.set_me(None, [("email", "a@example.org")])
    again = notebook.person(ana.id)
    assert again is not None
    assert again.addresses == (("email", "b@example.org"),)
