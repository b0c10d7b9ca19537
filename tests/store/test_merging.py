"""Two people become one in everything, and two again with one undo."""

from datetime import UTC
from pathlib import Path

import pytest

from convonote.conversation.details import DetailKind
from convonote.conversation.records import Kind
from convonote.conversation.turn_records import Section
from convonote.intake.records import Party
from convonote.store.errors import NotebookError, UndoError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from tests.store.conftest import Clock
from tests.store.mail import message

ME = Party("me@example.org", "Me")
HOME = Party("ana@home.example", "Ana")
WORK = Party("ana.lima@work.example", "Ana Lima")
BOB = Party("bob@example.org", "Bob Stone")


def mail(notebook: Notebook) -> None:
    """Ana asks from home, answers from work, and writes to Bob and to herself."""
    with notebook.receive("mail") as into:
        into.add(
            [
                message("1", "Which week?", author=HOME, to=[ME], days=9),
                message(
                    "2", "The first.", author=WORK, to=[ME, BOB], cc=[HOME], days=8, topic="Roof"
                ),
                message("3", "Could you call?", author=ME, to=[WORK, HOME], days=7, topic="Call"),
                message("4", "Note to self", author=WORK, to=[HOME], cc=[ME], days=6, topic="Self"),
            ]
        )


@pytest.fixture
def ready(notebook: Notebook) -> Notebook:
    notebook.set_me("Me", [("email", ME.address)])
    mail(notebook)
    return notebook


def at(notebook: Notebook, party: Party) -> Person:
    (found,) = (one.person for one in notebook.match(party.address) if one.person)
    return found


def whole(notebook: Notebook) -> list[object]:
    """Everything that can be seen of the notebook."""
    conversations = [
        one
        for section in Section
        for one in (notebook.turns(section) if section is not Section.REACH_OUT else [])
    ]
    timelines = [notebook.timeline(one.id, start=0).entries for one in conversations]
    found = [notebook.find(word) for word in ("week", "first", "call", "note")]
    return [conversations, timelines, notebook.contacts(), notebook.drafts(), found]


def test_everything_of_the_one_is_the_others(ready: Notebook) -> None:
    home, work = at(ready, HOME), at(ready, WORK)
    draft = ready.save_draft(
        None,
        conversation=None,
        answers=None,
        kind=Kind.SAID,
        channel="email",
        author=None,
        people=[home.id, work.id],
        topic="",
        text="Dear Ana",
    )
    promised = ready.say("- [ ] send the list", channel="phone", author=home.id, to=[ready.me.id])
    ready.set_turn(promised.conversation, [home.id])
    ready.add_detail(home.id, DetailKind.TAG, "friend")
    before = whole(ready)

    kept = ready.merge_people(work.id, home.id)
    assert kept.addresses == (("email", HOME.address), ("email", WORK.address))
    assert [(it.kind, it.value) for it in ready.details(kept.id)] == [
        ("tag", "friend"),
        ("also", "Ana"),
    ]
    assert ready.doctor() == []
    for one in ready.with_person(kept.id):
        authors = [entry.author for entry in ready.timeline(one.id, start=0).entries]
        assert home.id not in [author.id for author in authors if author]
        assert home not in one.people
    assert len(ready.with_person(kept.id)) == 5
    assert ready.drafts()[0].people == (kept.id,)
    assert draft.people == (home.id, work.id)
    (owed,) = ready.timeline(promised.conversation).entries[0].promises
    assert owed.owner.id == kept.id
    row = ready.conversation(promised.conversation)
    assert row is not None
    assert [holder.person.id for holder in row.holders] == [kept.id]
    assert [one.name for one in ready.people()] == ["Ana Lima", "Bob Stone"]

    after = whole(ready)
    assert ready.undo() == "merged Ana into Ana Lima"
    assert whole(ready) == before
    assert ready.doctor() == []
    ready.redo()
    assert whole(ready) == after
    assert ready.doctor() == []


def test_the_other_uid_and_key_lead_to_the_one_who_is_kept(ready: Notebook) -> None:
    home, work = at(ready, HOME), at(ready, WORK)
    ready.merge_people(work.id, home.id)
    (found,) = ready.match(home.uid)
    assert found.person is not None
    assert found.person.uid == work.uid
    again = ready.person(home.id)
    assert again is not None
    assert again.uid == work.uid
    assert at(ready, HOME).id == work.id
    bob = at(ready, BOB)
    ready.merge_people(bob.id, home.id)
    assert at(ready, HOME).id == at(ready, WORK).id == bob.id
    (found,) = ready.match(home.uid)
    assert found.person is not None
    assert found.person.uid == bob.uid


def test_a_merge_outlives_imports(ready: Notebook) -> None:
    home, work = at(ready, HOME), at(ready, WORK)
    ready.merge_people(work.id, home.id)
    mail(ready)
    with ready.receive("more") as into:
        into.add([message("9", "New mail?", author=HOME, to=[ME], days=1)])
    assert [one.name for one in ready.people()] == ["Ana Lima", "Bob Stone"]
    (hit,) = ready.find("new mail")
    assert hit.author == "Ana Lima"
    assert ready.doctor() == []


def test_a_merge_outlives_taking_the_import_back_and_in_again(ready: Notebook) -> None:
    home, work = at(ready, HOME), at(ready, WORK)
    ready.merge_people(work.id, home.id)
    ready.undo_import()
    assert ready.doctor() == []
    mail(ready)
    assert [one.name for one in ready.people()] == ["Ana Lima", "Bob Stone"]
    assert ready.doctor() == []


def test_merging_with_me_makes_them_me_whichever_is_named(ready: Notebook) -> None:
    home = at(ready, HOME)
    assert ready.merge_people(home.id, ready.me.id).me
    assert ("email", HOME.address) in ready.me.addresses
    assert [hit.author for hit in ready.find("week")] == ["Me"]
    assert ready.doctor() == []
    ready.undo()
    assert ready.me.addresses == (("email", ME.address),)
    assert [hit.author for hit in ready.find("week")] == ["Ana"]
    assert ready.doctor() == []


def test_a_list_is_merged_with_nobody(ready: Notebook) -> None:
    kites = Party("kites@lists.example.org", "Kites")
    with ready.receive("list") as into:
        into.add([message("5", "Wind?", author=BOB, to=[kites], lists=(kites,))])
    with pytest.raises(NotebookError, match="list is nobody"):
        ready.merge_people(at(ready, BOB).id, at(ready, kites).id)
    with pytest.raises(NotebookError, match="one person already"):
        ready.merge_people(at(ready, BOB).id, at(ready, BOB).id)


def test_a_merge_is_in_an_export_with_its_history(
    ready: Notebook, tmp_path: Path, clock: Clock
) -> None:
    home, work = at(ready, HOME), at(ready, WORK)
    ready.add_detail(home.id, DetailKind.EXPERTISE, "roofs", "expert")
    ready.add_address(work.id, "phone", "+48 1234567", preferred=True)
    before = whole(ready)
    ready.merge_people(work.id, home.id)
    exported = list(ready.export())
    with Notebook(tmp_path / "other.db", clock=clock, zone=UTC) as other:
        other.restore(exported)
        assert list(other.export())[1:] == exported[1:]
        assert other.doctor() == []
        (found,) = other.match(home.uid)
        assert found.person is not None
        assert found.person.uid == work.uid
        other.undo()
        assert [len(one) for one in whole(other)] == [len(one) for one in before]  # type: ignore[arg-type]  # Lists all.
        assert {one.name for one in other.people()} == {"Ana", "Ana Lima", "Bob Stone"}
        assert other.doctor() == []


def test_undo_stops_where_the_merge_is_no_longer_as_it_was(ready: Notebook) -> None:
    home, work, bob = at(ready, HOME), at(ready, WORK), at(ready, BOB)
    ready.merge_people(work.id, home.id)
    ready.set_me(None, [("email", WORK.address), ("email", HOME.address)])
    assert bob.id
    with pytest.raises(UndoError, match="changed since"):
        ready.undo()
    assert ready.doctor() == []


def test_a_long_acquaintance_is_merged_as_a_whole(ready: Notebook) -> None:
    with ready.receive("much") as into:
        into.add(
            [
                message(
                    f"m{number}",
                    f"Line {number}?",
                    author=HOME,
                    to=[ME],
                    days=300 - number / 10,
                    after=[f"m{number - number % 20}"],
                )
                for number in range(600)
            ]
        )
    home, work = at(ready, HOME), at(ready, WORK)
    ready.merge_people(work.id, home.id)
    assert ready.doctor() == []
    assert {hit.author for hit in ready.find("line", limit=700)} == {"Ana Lima"}
    ready.undo()
    assert {hit.author for hit in ready.find("line", limit=700)} == {"Ana"}
