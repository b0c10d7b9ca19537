"""Editing what was written down: its text, when, how and to whom; one step back and forth."""

from datetime import date

import pytest

from convonote.conversation.records import DAY, Kind, PromiseState
from convonote.conversation.turn_records import Turn
from convonote.intake.records import Party
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Entry
from convonote.store.writing.amending import Amended
from tests.store.conftest import Clock
from tests.store.mail import message


@pytest.fixture
def ana(notebook: Notebook) -> Person:
    return notebook.add_person("Ana Lima")


@pytest.fixture
def bob(notebook: Notebook) -> Person:
    return notebook.add_person("Bob")


def read(notebook: Notebook, exchange: int) -> Entry:
    entry = notebook.entry(exchange)
    assert entry is not None
    return entry


def facts(notebook: Notebook, exchange: int) -> tuple[object, ...]:
    """All of an exchange that can be edited, and whose turn it is."""
    entry = read(notebook, exchange)
    conversation = notebook.conversation(entry.conversation)
    assert conversation is not None
    return (
        entry.text, entry.channel, entry.author, entry.to, entry.cc, entry.speakers, entry.at,
        entry.no_answer, entry.everyone, entry.remind_at, entry.promises, conversation.turn,
        [each.person for each in conversation.holders], conversation.people, conversation.last_at,
        [hit.exchange for hit in notebook.find("week")], [hit.at for hit in notebook.find("week")],
    )  # fmt: skip


def test_all_of_it_is_one_step_back_and_forth(notebook: Notebook, ana: Person, bob: Person) -> None:
    said = notebook.say(
        "Which week?\n\n- [ ] ask Eva by fri", to=[ana.id], channel="email", topic="A"
    )
    before = facts(notebook, said.exchange)
    amended = Amended(
        "phone",
        at=notebook.now() - 9 * DAY,
        offset=60,
        to=(bob.id,),
        cc=(ana.id,),
        remind=notebook.now() + 9 * DAY,
    )
    done = notebook.edit(said.exchange, "This week!\n\n- [ ] ask Eva by fri", amended=amended)
    assert done is not None
    entry = read(notebook, said.exchange)
    assert (entry.channel, entry.offset, entry.edited) == ("phone", 60, True)
    assert ([one.name for one in entry.to], [one.name for one in entry.cc]) == (
        ["Bob"],
        ["Ana Lima"],
    )
    after = facts(notebook, said.exchange)
    notebook.undo()
    assert facts(notebook, said.exchange) == before
    notebook.redo()
    assert facts(notebook, said.exchange) == after
    assert notebook.doctor() == []


def test_a_due_date_in_words_follows_the_day_it_was_said(notebook: Notebook, ana: Person) -> None:
    said = notebook.say("- [ ] send it by fri", to=[ana.id], channel="email", topic="A")
    assert [one.due for one in said.promises] == [date(2026, 11, 6)]
    notebook.edit(
        said.exchange, "- [ ] send it by fri", amended=Amended("email", notebook.now() - 7 * DAY, 0)
    )
    (promise,) = read(notebook, said.exchange).promises
    assert promise.due == date(2026, 10, 30)


def test_a_tick_by_key_outlives_an_edit(notebook: Notebook, ana: Person) -> None:
    said = notebook.say("- [ ] send it\n- [ ] call", to=[ana.id], channel="email", topic="A")
    notebook.set_promise(said.promises[0].id, PromiseState.KEPT)
    drawn = read(notebook, said.exchange).drawn
    notebook.edit(said.exchange, f"As I said:\n\n{drawn}")
    states = [(one.what, one.state) for one in read(notebook, said.exchange).promises]
    assert states == [("send it", PromiseState.KEPT), ("call", PromiseState.OPEN)]


def test_who_spoke_can_be_corrected_and_the_turn_follows(notebook: Notebook, ana: Person) -> None:
    said = notebook.say("Which week?", to=[ana.id], channel="email", topic="A")
    me = notebook.me.id
    notebook.edit(said.exchange, "Which week?", amended=Amended("email", author=ana.id, to=(me,)))
    conversation = notebook.conversation(said.conversation)
    assert conversation is not None
    assert conversation.turn is Turn.ME


def test_what_differs_in_nothing_is_no_change(notebook: Notebook, ana: Person) -> None:
    said = notebook.say("Which week?", to=[ana.id], channel="email", topic="A")
    amended = Amended("email", to=(ana.id,), cc=())
    assert notebook.edit(said.exchange, "Which week?", amended=amended) is None
    assert notebook.undo().startswith("said to")


def test_of_what_came_in_the_text_alone_changes_and_the_original_stays(notebook: Notebook) -> None:
    notebook.set_me("Me", [("email", "me@example.org")])
    ana = Party("ana@example.org", "Ana")
    with notebook.receive("mail") as into:
        into.add([message("1", "Which weak?", author=ana, to=[Party("me@example.org", "Me")])])
    (hit,) = notebook.find("weak")
    notebook.edit(hit.exchange, "Which week?")
    entry = read(notebook, hit.exchange)
    assert (entry.text, notebook.original(hit.exchange)) == ("Which week?", "Which weak?")
    with pytest.raises(NotebookError, match="came in by import"):
        notebook.edit(hit.exchange, "Which week?", amended=Amended("phone"))
    notebook.undo()
    assert read(notebook, hit.exchange).text == "Which weak?"
    assert notebook.original(hit.exchange) is None
    notebook.redo()
    assert notebook.original(hit.exchange) == "Which weak?"


def test_how_it_was_last_said_to_somebody_is_remembered(
    notebook: Notebook, ana: Person, bob: Person, clock: Clock
) -> None:
    assert notebook.last_said_to([ana.id]) is None
    said = notebook.say("Hi", to=[ana.id], channel="sms", topic="A", no_answer=True)
    notebook.say("Hi", to=[ana.id, bob.id], channel="chat", topic="B", everyone=True)
    alone, both = notebook.last_said_to([ana.id]), notebook.last_said_to([bob.id, ana.id])
    assert alone is not None
    assert both is not None
    assert (alone.channel, alone.no_answer, alone.turn) == ("sms", True, None)
    assert (both.channel, both.everyone) == ("chat", True)
    notebook.say("Hi", to=[ana.id], channel="phone", conversation=said.conversation, turn=[])
    last = notebook.last_said_to([ana.id])
    assert last is not None
    assert (last.channel, last.turn) == ("phone", ())
    # What is set by hand afterwards says nothing of how one writes.
    notebook.say("Hi", to=[ana.id], channel="phone", conversation=said.conversation)
    notebook.set_turn(said.conversation, [])
    last = notebook.last_said_to([ana.id])
    assert last is not None
    assert last.turn is None


def test_a_note_keeps_its_kind_when_its_time_is_amended(notebook: Notebook, ana: Person) -> None:
    said = notebook.say("Hi", to=[ana.id], channel="email", topic="A")
    note = notebook.say("! one", kind=Kind.NOTE, channel="other", conversation=said.conversation)
    then = notebook.now() - 3 * DAY
    notebook.edit(note.exchange, "! one", amended=Amended("other", then, 0))
    assert notebook.remarks(ana.id)[0].said_at == then
