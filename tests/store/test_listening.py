"""What people asked for and told: filed from notes, warned of and used up."""

from datetime import date

import pytest

from convonote.conversation.details import DetailKind
from convonote.conversation.records import Kind
from convonote.conversation.remarks import RemarkKind
from convonote.conversation.wishes import Against
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from tests.store.conftest import Clock
from tests.store.listening import at, noted, wrote


@pytest.fixture
def ana(notebook: Notebook) -> Person:
    return notebook.add_person("Ana Lima", [("email", "ana@example.org")])


def test_a_note_files_what_they_told_asked_for_and_what_is_for_next_time(
    notebook: Notebook, ana: Person
) -> None:
    conversation = wrote(notebook, ana)
    note = noted(
        notebook,
        conversation,
        "! grows tomatoes\n! no calls until 1 Dec\n? Ana: the knee in 2 weeks",
    )
    told = [(one.kind, one.text, one.due) for one in notebook.remarks(ana.id)]
    assert told == [
        (RemarkKind.NEXT_TIME, "the knee", date(2026, 11, 16)),
        (RemarkKind.VOLUNTEERED, "grows tomatoes", None),
    ]
    (wish,) = notebook.wishes(ana.id)
    assert (wish.text, wish.until, wish.exchange) == (
        "no calls until 1 Dec",
        date(2026, 12, 1),
        note,
    )


def test_a_line_in_what_was_said_to_somebody_is_no_remark(notebook: Notebook, ana: Person) -> None:
    wrote(notebook, ana, "? Ana: really\n! yes")
    assert notebook.remarks(ana.id) == []


def test_among_several_a_line_is_of_whom_it_names_and_else_of_all(
    notebook: Notebook, ana: Person
) -> None:
    bob = notebook.add_person("Bob")
    chi = notebook.add_person("Chi")
    said = notebook.say("Hello", to=[ana.id, bob.id], channel="email", topic="Roof")
    noted(notebook, said.conversation, "! Ana: sings\n! both garden\n? Chi: say hello")
    assert [one.text for one in notebook.remarks(ana.id)] == ["both garden", "sings"]
    assert [one.text for one in notebook.remarks(bob.id)] == ["both garden"]
    assert [one.text for one in notebook.remarks(chi.id)] == ["say hello"]


def test_editing_a_note_edits_what_it_files_and_what_was_used_up_stays_so(
    notebook: Notebook, ana: Person
) -> None:
    note = noted(notebook, wrote(notebook, ana), "! one\n! two")
    notebook.use_remark(notebook.remarks(ana.id)[-1].id)
    notebook.edit(note, "! one\n! two and more\n! three")
    assert {one.text for one in notebook.remarks(ana.id)} == {"two and more", "three"}
    assert [one.text for one in notebook.remarks(ana.id, used=True)] == ["one"]
    notebook.edit(note, "nothing")
    assert notebook.remarks(ana.id) == notebook.remarks(ana.id, used=True) == []
    notebook.undo()
    notebook.undo()
    assert {one.text for one in notebook.remarks(ana.id)} == {"two"}


def test_a_deleted_note_and_a_deleted_conversation_tell_nothing(
    notebook: Notebook, ana: Person
) -> None:
    conversation = wrote(notebook, ana)
    note = noted(notebook, conversation, "! one")
    notebook.delete(exchange=note)
    assert notebook.remarks(ana.id) == []
    notebook.undo()
    notebook.delete(conversation=conversation)
    assert notebook.remarks(ana.id) == []
    notebook.undo()
    assert [one.text for one in notebook.remarks(ana.id)] == ["one"]


def test_a_wish_from_the_card_is_kept_warned_of_and_taken_away(
    notebook: Notebook, ana: Person
) -> None:
    wish = notebook.add_wish(ana.id, "  no calls  until 1 Dec ")
    (warning,) = notebook.warnings([ana.id], "phone", at("2026-11-20 10:00"), 0)
    assert (warning.text, warning.against, warning.said_at) == (
        "no calls until 1 Dec",
        Against.CHANNEL,
        wish.said_at,
    )
    assert notebook.warnings([ana.id], "email", at("2026-11-20 10:00"), 0) == ()
    assert notebook.warnings([ana.id], "phone", at("2026-12-01 10:00"), 0) == ()
    notebook.remove_wish(wish)
    assert notebook.wishes(ana.id) == []
    notebook.undo()
    assert notebook.wishes(ana.id) == [wish]
    with pytest.raises(NotebookError, match="write what they asked for"):
        notebook.add_wish(ana.id, " ")


def test_a_wish_that_holds_no_more_stands_last_and_warns_of_nothing(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    notebook.add_wish(ana.id, "mornings only")
    notebook.add_wish(ana.id, "no calls until 5 Nov")
    clock.pass_days(3)
    assert [(one.text, one.over) for one in notebook.wishes(ana.id)] == [
        ("mornings only", False),
        ("no calls until 5 Nov", True),
    ]
    assert notebook.warnings([ana.id], "phone", at("2026-11-05 09:00"), 0) == ()


def test_the_time_that_counts_is_that_on_the_clock_of_whoever_writes(
    notebook: Notebook, ana: Person
) -> None:
    notebook.add_wish(ana.id, "mornings only")
    assert notebook.warnings([ana.id], "phone", at("2026-11-20 11:30"), 0) == ()
    assert notebook.warnings([ana.id], "phone", at("2026-11-20 11:30"), 60) != ()


def test_the_preferred_channel_of_the_card_is_warned_of_but_not_in_an_answer(
    notebook: Notebook, ana: Person
) -> None:
    notebook.add_detail(ana.id, DetailKind.PREFERS, "phone")
    asked = notebook.say("Hm?", author=ana.id, channel="email", topic="Roof")
    (warning,) = notebook.warnings([ana.id], "email", notebook.now(), 0)
    assert (warning.text, warning.said_at) == ("prefers phone", None)
    assert notebook.warnings([ana.id], "phone", notebook.now(), 0) == ()
    assert notebook.warnings([ana.id], "email", notebook.now(), 0, answers=asked.exchange) == ()


def test_before_writing_stand_the_facts_and_the_questions_both_ways(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    conversation = wrote(notebook, ana, "It was lovely. Which week suits you?")
    notebook.say("Could you send the list?", author=ana.id, channel="email", topic="Other")
    clock.pass_days(1)
    wrote(notebook, ana, "Any news?", conversation=conversation)
    before = notebook.before_writing([ana.id], conversation)
    assert [fact.text for fact in before.facts] == ["you wrote to Ana Lima today by email"]
    wrote(notebook, ana, "Hello?", conversation=conversation)
    clock.pass_days(1)
    before = notebook.before_writing([ana.id], conversation)
    assert [fact.text for fact in before.facts] == [
        "your last 2 to Ana Lima went unanswered",
        "you wrote to Ana Lima yesterday by email",
    ]
    assert [one.text for one in before.mine] == ["Which week suits you?"]
    assert [one.text for one in before.theirs] == ["Could you send the list?"]


def test_unanswered_is_only_what_still_waits_for_an_answer(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    asked = notebook.say("Which week suits you?", author=ana.id, channel="email", topic="Kyoto")
    clock.pass_days(1)
    wrote(notebook, ana, "The second one.", conversation=asked.conversation)
    wrote(notebook, ana, "Thanks, and good night!", conversation=asked.conversation)
    notebook.say("For your files.", to=[ana.id], channel="email", topic="Files", no_answer=True)
    wrote_today = "you wrote to Ana Lima today by email"
    assert told(notebook, ana) == [wrote_today]
    wrote(notebook, ana, "Could you send the list?")
    assert told(notebook, ana) == [wrote_today]
    clock.pass_days(1)
    wrote(notebook, ana, "Could you send the key?")
    assert told(notebook, ana) == ["your last 2 to Ana Lima went unanswered", wrote_today]


def told(notebook: Notebook, ana: Person) -> list[str]:
    return [fact.text for fact in notebook.before_writing([ana.id]).facts]


def test_after_a_talk_nothing_is_unanswered(notebook: Notebook, ana: Person) -> None:
    conversation = wrote(notebook, ana)
    notebook.say("", kind=Kind.TALK, channel="phone", conversation=conversation, to=[ana.id])
    assert notebook.before_writing([ana.id]).facts == ()
