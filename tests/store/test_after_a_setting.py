"""What follows on a turn that was set by hand counts as said after it (T8)."""

from datetime import UTC, timedelta

import pytest

from convonote.conversation.records import DAY, PromiseState
from convonote.conversation.turn_records import Section
from convonote.conversation.zones import day_of
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock

LONG = 1_050
"""Exchanges of a conversation that has checkpoints."""


@pytest.fixture
def settled(notebook: Notebook, clock: Clock, ana: int) -> int:
    """A conversation with a suggested promise of mine, whose turn was set to nobody."""
    said = notebook.say("I'll send you the drawings.", topic="Roof", channel="email", to=[ana])
    notebook.set_turn(said.conversation, [])
    clock.pass_days(30)
    return said.conversation


def section(notebook: Notebook, conversation: int) -> Section:
    notebook.settle()
    assert notebook.doctor() == []
    found = notebook.conversation(conversation)
    assert found is not None
    return found.section


def first(notebook: Notebook, conversation: int) -> int:
    """What was said first."""
    return notebook.timeline(conversation, start=0, limit=1).entries[0].id


@pytest.mark.parametrize("days", [None, 0, -3])
def test_a_promise_added_by_hand_holds_its_owner(
    notebook: Notebook, settled: int, days: int | None
) -> None:
    due = None if days is None else day_of(notebook.now(), UTC) + timedelta(days=days)
    notebook.add_promise(settled, "call her", due=due)
    assert section(notebook, settled) is Section.MINE
    notebook.undo()
    assert section(notebook, settled) is Section.RESTING


def test_a_promise_that_is_written_in_by_editing_holds_its_owner(
    notebook: Notebook, settled: int
) -> None:
    notebook.edit(first(notebook, settled), "It is blue.\n- [ ] send the drawings")
    assert section(notebook, settled) is Section.MINE
    notebook.undo()
    assert section(notebook, settled) is Section.RESTING
    notebook.redo()
    assert section(notebook, settled) is Section.MINE


def test_a_suggestion_that_is_taken_holds_its_owner(notebook: Notebook, settled: int) -> None:
    (suggested,) = notebook.promises(states=[PromiseState.SUGGESTED])
    notebook.set_promise(suggested.id, PromiseState.OPEN)
    assert section(notebook, settled) is Section.MINE


def test_a_promise_that_was_open_before_is_lifted_until_it_is_said_to_be_open_again(
    notebook: Notebook, settled: int
) -> None:
    promise = notebook.add_promise(settled, "call her").id
    notebook.set_turn(settled, [])
    assert section(notebook, settled) is Section.RESTING
    notebook.set_promise(promise, PromiseState.KEPT)
    assert section(notebook, settled) is Section.RESTING
    notebook.set_promise(promise, PromiseState.OPEN)
    assert section(notebook, settled) is Section.MINE


@pytest.mark.parametrize("more", [0, LONG])
def test_a_day_on_which_to_be_reminded_leaves_what_was_said_since(
    notebook: Notebook, ana: int, more: int
) -> None:
    bob = notebook.add_person("Bob").id
    said = notebook.say("Roof, anybody?", topic="Roof", channel="email", to=[ana, bob])
    where = said.conversation
    with notebook.together():
        for _ in range(more):
            notebook.say("Anybody?", conversation=where, channel="email", to=[ana, bob])
    notebook.set_turn(where, [bob], reason="his roof")
    notebook.say("Which colour?", conversation=where, channel="email", author=ana)
    notebook.add_promise(where, "paint it")
    before = notebook.conversation(where)
    assert before is not None
    at = notebook.now() + 4 * DAY
    after = notebook.set_reminder(where, at)
    assert [holder.person.name for holder in after.holders] == ["Bob", "me"]
    assert [holder.since for holder in after.holders] == [one.since for one in before.holders]
    assert after.holders[0].remind == at
    assert section(notebook, where) is Section.MINE
    assert notebook.set_reminder(where, None).holders == before.holders
    notebook.undo()
    notebook.undo()
    assert notebook.conversation(where) == before


@pytest.fixture
def group(notebook: Notebook, ana: int) -> tuple[int, int, int, int]:
    """A conversation of three from which Bob has left; with Ana, Bob and Cy."""
    bob, cy = (notebook.add_person(name).id for name in ("Bob", "Cy"))
    said = notebook.say(
        "Who comes?", topic="Choir", channel="email", to=[ana, bob, cy], everyone=True
    )
    notebook.set_left(said.conversation, [bob])
    return said.conversation, ana, bob, cy


def held(notebook: Notebook, conversation: int) -> list[str]:
    assert notebook.doctor() == []
    found = notebook.conversation(conversation)
    assert found is not None
    return [holder.person.name for holder in found.holders]


def test_who_left_is_not_waited_for_by_what_others_say(
    notebook: Notebook, group: tuple[int, int, int, int]
) -> None:
    where, ana, bob, cy = group
    notebook.say(
        "Who drives?",
        conversation=where,
        channel="email",
        author=ana,
        to=[notebook.me.id, bob, cy],
        everyone=True,
    )
    assert held(notebook, where) == ["Cy", "me"]


def test_who_left_is_not_spoken_to_until_the_user_names_them(
    notebook: Notebook, group: tuple[int, int, int, int]
) -> None:
    where, _, bob, _ = group
    notebook.say("And when?", conversation=where, channel="email", everyone=True)
    assert held(notebook, where) == ["Ana Lima", "Cy"]
    notebook.say("Are you still in?", conversation=where, channel="email", to=[bob])
    assert held(notebook, where) == ["Ana Lima", "Cy", "Bob"]


def test_who_left_is_in_it_again_when_they_speak_or_are_given_the_turn(
    notebook: Notebook, group: tuple[int, int, int, int]
) -> None:
    where, ana, bob, _ = group
    notebook.set_turn(where, [bob])
    assert held(notebook, where) == ["Bob"]
    notebook.set_left(where, [bob])
    notebook.say("I am back.", conversation=where, channel="email", author=bob, no_answer=True)
    notebook.say("Who drives?", conversation=where, channel="email", author=ana, to=[bob])
    assert held(notebook, where) == ["Bob"]


def test_in_a_long_conversation_who_left_stays_away_too(
    notebook: Notebook, group: tuple[int, int, int, int]
) -> None:
    where, ana, bob, _ = group
    with notebook.together():
        for _ in range(LONG):
            notebook.say("And?", conversation=where, channel="email", author=ana, to=[bob])
    notebook.edit(first(notebook, where) + 600, "It rained.")
    assert held(notebook, where) == ["Ana Lima", "Cy"]
