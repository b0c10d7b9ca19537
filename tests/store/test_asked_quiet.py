"""Whoever asked to be left alone is not among those to reach out to, until that is over (T12)."""

from datetime import date

import pytest

from convonote.conversation.records import Kind
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from convonote.store.rhythm.records import Quiet
from tests.store.conftest import Clock
from tests.store.reaching import reaching


@pytest.fixture
def ana(notebook: Notebook) -> int:
    """Somebody to reach out to; it is Monday, 2 November 2026."""
    person = notebook.add_person("Ana Lima").id
    notebook.set_rhythm(person, 7)
    return person


def note(notebook: Notebook, text: str) -> int:
    said = notebook.say(text, topic="Roof", channel="other", kind=Kind.NOTE)
    return said.exchange


def test_a_line_of_a_note_is_respected_until_the_day_it_names(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    assert reaching(notebook) == ["Ana Lima"]
    note(notebook, "! Ana Lima: on leave until Monday")
    assert reaching(notebook) == []
    assert notebook.counts()[Section.REACH_OUT] == 0
    (row,) = notebook.in_touch()
    assert row.why.endswith("not before Mon 9 Nov: on leave until Monday")
    assert (row.due, row.reaching) == (date(2026, 11, 9), False)
    assert notebook.quiet(ana) == Quiet(date(2026, 11, 9), "on leave until Monday")
    clock.pass_days(6)
    assert reaching(notebook) == []
    clock.pass_days(1)
    assert reaching(notebook) == ["Ana Lima"]
    assert notebook.quiet(ana) is None


def test_what_is_written_on_the_card_is_respected_and_taken_back_by_undo(
    notebook: Notebook, ana: int
) -> None:
    notebook.add_wish(ana, "not before January")
    assert reaching(notebook) == []
    notebook.undo()
    assert reaching(notebook) == ["Ana Lima"]


@pytest.mark.parametrize("words", ["Ana is on leave until Monday", "leave her alone until 9 nov"])
def test_it_may_be_written_of_them_by_name(notebook: Notebook, ana: int, words: str) -> None:
    notebook.add_wish(ana, words)
    assert notebook.quiet(ana) == Quiet(date(2026, 11, 9), words)


def test_a_leave_that_has_not_begun_leaves_them_due(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    notebook.add_wish(ana, "away from 4 nov until 6 nov")
    assert reaching(notebook) == ["Ana Lima"]
    clock.pass_days(2)
    assert reaching(notebook) == []
    assert notebook.in_touch()[0].due == date(2026, 11, 6)
    clock.pass_days(2)
    assert reaching(notebook) == ["Ana Lima"]


def test_a_wish_about_a_channel_or_an_hour_leaves_nobody_alone(
    notebook: Notebook, ana: int
) -> None:
    notebook.add_wish(ana, "no calls until 1 Dec")
    notebook.add_wish(ana, "mornings only")
    assert reaching(notebook) == ["Ana Lima"]


def test_of_what_the_user_means_and_what_they_asked_the_later_day_counts(
    notebook: Notebook, ana: int
) -> None:
    notebook.set_quiet_until(ana, date(2026, 11, 20), "busy")
    notebook.add_wish(ana, "on leave until 1 Dec")
    assert notebook.quiet(ana) == Quiet(date(2026, 12, 1), "busy; on leave until 1 Dec")
    assert notebook.in_touch()[0].due == date(2026, 12, 1)


def test_a_deleted_note_and_somebody_elses_wish_count_for_nothing(
    notebook: Notebook, ana: int
) -> None:
    bob = notebook.add_person("Bob").id
    notebook.add_wish(bob, "on leave until 1 Dec")
    exchange = note(notebook, "! Ana Lima: on leave until Monday")
    assert reaching(notebook) == []
    notebook.delete(exchange=exchange)
    assert reaching(notebook) == ["Ana Lima"]


def test_it_goes_with_whoever_they_become(notebook: Notebook, ana: int) -> None:
    other = notebook.add_person("A. Lima").id
    notebook.add_wish(other, "on leave until Monday")
    assert reaching(notebook) == ["Ana Lima"]
    notebook.merge_people(ana, other)
    assert reaching(notebook) == []


def test_a_briefing_tells_of_it_without_a_rhythm_too(notebook: Notebook, ana: int) -> None:
    notebook.set_rhythm(ana, None)
    notebook.set_quiet_until(ana, date(2026, 11, 20), "busy")
    briefing = notebook.briefing(ana)
    assert briefing is not None
    assert briefing.rhythm is None
    assert briefing.quiet == Quiet(date(2026, 11, 20), "busy")


def said(notebook: Notebook, ana: int, text: str) -> int:
    return notebook.say(
        text, author=ana, to=[notebook.me.id], topic="Roof", channel="email"
    ).exchange


def test_who_says_in_passing_that_they_are_away_is_left_alone_until_then(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    said(notebook, ana, "Thank you! I am on leave until 30 Nov. See you then?")
    clock.pass_days(10)
    assert reaching(notebook) == []
    (row,) = notebook.in_touch()
    assert row.why.endswith("not before Mon 30 Nov: I am on leave until 30 Nov.")
    assert notebook.quiet(ana) == Quiet(date(2026, 11, 30), "I am on leave until 30 Nov.")
    clock.pass_days(18)
    assert reaching(notebook) == ["Ana Lima"]


def test_an_absence_of_another_or_one_dismissed_leaves_them_due(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    bob = notebook.add_person("Bob").id
    said(notebook, bob, "I am on leave until 30 Nov.")
    said(notebook, ana, "I am away until 30 Nov.")
    clock.pass_days(10)
    assert reaching(notebook) == []
    notebook.remove_wish(*notebook.wishes(ana))
    assert reaching(notebook) == ["Ana Lima"]


def test_who_forbids_calls_alone_is_still_reached_out_to(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    said(notebook, ana, "No calls please until 30 Nov.")
    clock.pass_days(10)
    assert reaching(notebook) == ["Ana Lima"]
