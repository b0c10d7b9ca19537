"""Wishes in what people said, and in notes by name: warned of, dismissed, and over one day."""

import pytest

from convonote.conversation.records import Kind
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from tests.store.conftest import Clock
from tests.store.listening import at, noted, wrote


@pytest.fixture
def ana(notebook: Notebook) -> Person:
    return notebook.add_person("Ana Lima", [("email", "ana@example.org")])


def heard(notebook: Notebook, ana: Person, text: str, **rest: object) -> int:
    said = notebook.say(
        text, author=ana.id, to=[notebook.me.id], channel="email", topic="Roof", **rest  # type: ignore[arg-type]  # by name
    )  # fmt: skip
    return said.exchange


def warned(
    notebook: Notebook, ana: Person, channel: str = "phone", on: str = "2026-11-05"
) -> list[str]:
    return [one.text for one in notebook.warnings([ana.id], channel, at(f"{on} 09:00"), 0)]


def test_what_they_asked_for_in_passing_is_warned_of_with_when(
    notebook: Notebook, ana: Person
) -> None:
    exchange = heard(notebook, ana, "Which week suits you? No calls please until 12 Dec.")
    (warning,) = notebook.warnings([ana.id], "phone", at("2026-11-05 09:00"), 0)
    assert (warning.text, warning.exchange) == ("No calls please until 12 Dec.", exchange)
    assert warned(notebook, ana, "email") == []
    assert warned(notebook, ana, on="2026-12-12") == []


def test_what_i_said_or_what_was_said_to_others_is_no_wish_of_theirs(
    notebook: Notebook, ana: Person
) -> None:
    bob = notebook.add_person("Bob")
    wrote(notebook, ana, "I prefer email. No calls please.")
    notebook.say("I prefer email.", author=ana.id, to=[bob.id], channel="email", topic="Roof")
    assert notebook.wishes(ana.id) == []


def test_a_note_that_names_them_counts_and_one_of_a_namesake_does_not(
    notebook: Notebook, ana: Person
) -> None:
    noted(notebook, wrote(notebook, ana), "Ana prefers email.")
    assert warned(notebook, ana) == ["Ana prefers email."]
    bea, ann = notebook.add_person("Bea Silva"), notebook.add_person("Bea Nunes")
    both = notebook.say("Hello", to=[bea.id, ann.id], channel="email", topic="Choir")
    noted(notebook, both.conversation, "Bea prefers email.")
    assert warned(notebook, bea) == warned(notebook, ann) == []


def test_what_is_no_wish_is_dismissed_and_stays_so_until_undone(
    notebook: Notebook, ana: Person
) -> None:
    heard(notebook, ana, "I prefer email. No calls please until 12 Dec.")
    first, second = notebook.wishes(ana.id)
    notebook.remove_wish(first)
    assert [one.text for one in notebook.wishes(ana.id)] == [second.text]
    notebook.undo()
    assert notebook.wishes(ana.id) == [first, second]


def test_an_edit_of_its_note_does_not_bring_back_what_was_dismissed(
    notebook: Notebook, ana: Person
) -> None:
    note = noted(notebook, wrote(notebook, ana), "Ana prefers email. ")
    notebook.remove_wish(*notebook.wishes(ana.id))
    notebook.edit(note, "Ana prefers email. She sings.")
    assert notebook.wishes(ana.id) == []


def test_a_wish_without_an_end_counts_for_a_year(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    heard(notebook, ana, "I prefer email.")
    clock.pass_days(364)
    assert [one.text for one in notebook.wishes(ana.id)] == ["I prefer email."]
    clock.pass_days(2)
    assert notebook.wishes(ana.id) == []


def test_the_same_said_again_is_told_once_as_it_was_said_last(
    notebook: Notebook, ana: Person, clock: Clock
) -> None:
    heard(notebook, ana, "I prefer email.")
    clock.pass_days(1)
    last = heard(notebook, ana, "Hello! I prefer email.")
    assert [one.exchange for one in notebook.wishes(ana.id)] == [last]


def test_a_deleted_exchange_asks_for_nothing(notebook: Notebook, ana: Person) -> None:
    exchange = heard(notebook, ana, "I prefer email.")
    notebook.delete(exchange=exchange)
    assert notebook.wishes(ana.id) == []


def test_a_wish_by_name_in_a_marked_line_is_filed_as_one(notebook: Notebook, ana: Person) -> None:
    noted(notebook, wrote(notebook, ana), "! Ana prefers email")
    (wish,) = notebook.wishes(ana.id)
    assert wish.id is not None
    assert warned(notebook, ana) == ["Ana prefers email"]


def test_what_a_note_was_filed_as_is_told_in_its_order(notebook: Notebook, ana: Person) -> None:
    conversation = wrote(notebook, ana)
    note = noted(notebook, conversation, "? the knee\n! sings\n! no calls until 1 Dec")
    assert [(one.kind.value, one.text) for one in notebook.remarks_in(note)] == [
        ("next time", "the knee"),
        ("volunteered", "sings"),
        ("wish", "no calls until 1 Dec"),
    ]
    said = notebook.say("? no", to=[ana.id], channel="email", kind=Kind.SAID)
    assert notebook.remarks_in(said.exchange) == []


def test_a_wish_counts_however_much_they_say_afterwards_in_such_words(
    notebook: Notebook, ana: Person
) -> None:
    heard(notebook, ana, "Please don't call me, I prefer email.")
    for number in range(60):
        heard(notebook, ana, f"I had no call {number} with the bank, and wrote a better mail.")
    assert warned(notebook, ana) == ["Please don't call me, I prefer email."]


def test_another_wording_is_read_anew(notebook: Notebook, ana: Person) -> None:
    exchange = heard(notebook, ana, "I prefer email.")
    assert warned(notebook, ana) == ["I prefer email."]
    notebook.edit(exchange, "I prefer chocolate.")
    assert warned(notebook, ana) == []


def test_a_wish_that_goes_over_two_lines_stands_on_one(notebook: Notebook, ana: Person) -> None:
    heard(notebook, ana, "Please\ndon't call me.")
    (wish,) = notebook.wishes(ana.id)
    assert wish.text == "Please don't call me."
    notebook.remove_wish(wish)
    assert notebook.wishes(ana.id) == []


def test_a_wish_opens_no_question(notebook: Notebook, ana: Person) -> None:
    heard(notebook, ana, "Please don't call me, I prefer email.")
    before = notebook.before_writing([ana.id])
    assert len(before.wishes) == 1
    assert before.theirs == ()
