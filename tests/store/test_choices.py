from datetime import UTC, timedelta, timezone
from pathlib import Path

import pytest

from convonote.conversation.records import DAY, PromiseState
from convonote.conversation.turn_records import Section, Turn
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock


def test_the_turn_set_by_hand_holds_with_its_reason(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    row = notebook.set_turn(said.conversation, [notebook.me.id], reason="I call her")
    assert (row.section, row.turn) == (Section.MINE, Turn.ME)
    assert row.holders[0].rule == "T8"
    assert "I call her" in row.holders[0].why
    assert notebook.set_turn(said.conversation, []).section is Section.RESTING


def test_what_arrives_after_the_turn_was_set_counts_as_said_after_it(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    notebook.set_turn(said.conversation, [])
    notebook.say(
        "When do you fly?",
        conversation=said.conversation,
        channel="email",
        author=ana.id,
        at=notebook.now() - 10 * DAY,
    )
    assert notebook.counts()[Section.MINE] == 1


def test_nobody_outside_the_conversation_is_given_the_turn(notebook: Notebook) -> None:
    ana, bob = notebook.add_person("Ana Lima"), notebook.add_person("Bob")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    with pytest.raises(NotebookError, match="Bob is not in this conversation"):
        notebook.set_turn(said.conversation, [bob.id])


def test_later_leaves_the_queue_until_its_moment(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", author=ana.id)
    until = notebook.now() + 3 * DAY
    row = notebook.set_later(said.conversation, until)
    assert (row.section, row.until) == (Section.LATER, until)
    assert notebook.next_change() == until
    clock.pass_days(2)
    notebook.settle()
    assert notebook.counts()[Section.LATER] == 1
    clock.pass_days(1.5)
    assert notebook.settle() == 1
    assert notebook.counts()[Section.MINE] == 1
    assert notebook.settle() == 0


def test_later_can_be_taken_back(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", author=ana.id)
    notebook.set_later(said.conversation, notebook.now() + DAY)
    assert notebook.set_later(said.conversation, None).section is Section.MINE


def test_closed_stays_closed_until_somebody_speaks(notebook: Notebook) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", author=ana.id)
    assert notebook.set_closed(said.conversation).section is Section.CLOSED
    assert notebook.set_closed(said.conversation, False).section is Section.MINE
    notebook.set_closed(said.conversation)
    notebook.say("Hello?", conversation=said.conversation, channel="email", author=ana.id)
    assert notebook.counts()[Section.MINE] == 1


def test_a_dated_promise_stands_under_later_and_comes_due(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("Ana Lima")
    notebook.say(
        "Thanks!\n\n- [ ] send the list by 2026-11-06", topic="Kyoto", channel="email", to=[ana.id]
    )
    assert notebook.counts()[Section.LATER] == 1
    clock.pass_days(4)
    assert notebook.settle() == 1
    (row,) = notebook.turns(Section.MINE)
    assert not row.promises[0].overdue
    clock.pass_days(1)
    notebook.settle()
    (row,) = notebook.turns(Section.MINE)
    assert row.promises[0].overdue
    notebook.set_promise(row.promises[0].id, PromiseState.KEPT)
    assert notebook.counts()[Section.MINE] == 0


def test_in_another_time_zone_days_begin_there(path: Path, clock: Clock) -> None:
    with Notebook(path, clock=clock, zone=UTC) as notebook:
        notebook.say("- [ ] pack by 2026-11-03", topic="Kyoto", channel="other")
        at_home = notebook.next_change()
    with Notebook(path, clock=clock, zone=timezone(timedelta(hours=9))) as notebook:
        in_kyoto = notebook.next_change()
    assert at_home is not None
    assert in_kyoto is not None
    assert at_home - in_kyoto == 9 * 3600 * 1_000_000


def test_a_nudge_comes_when_they_take_longer_than_usual(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("Ana Lima")
    said = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    assert notebook.next_change() == _at(notebook, said.exchange) + 14 * DAY
    clock.pass_days(14)
    notebook.settle()
    assert notebook.counts()[Section.NUDGE] == 1


def test_answers_elsewhere_teach_how_soon_to_nudge(notebook: Notebook, clock: Clock) -> None:
    ana = notebook.add_person("Ana Lima")
    waiting = notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana.id])
    other = None
    for _ in range(3):
        asked = notebook.say("And?", topic="Roof", conversation=other, channel="email", to=[ana.id])
        other = asked.conversation
        clock.pass_days(2)
        notebook.say("Yes.", conversation=other, channel="email", author=ana.id)
    # Six days after it was asked, and she usually takes two.
    assert _section(notebook, waiting.conversation) is Section.NUDGE
    notebook.undo()
    assert _section(notebook, waiting.conversation) is Section.THEIRS
    # Two answers tell nothing of her, but they are what is known of people in this notebook.
    notebook.settle()
    assert _section(notebook, waiting.conversation) is Section.NUDGE


def _section(notebook: Notebook, conversation: int) -> Section:
    row = notebook.conversation(conversation)
    assert row is not None
    return row.section


def _at(notebook: Notebook, exchange: int) -> int:
    entry = notebook.entry(exchange)
    assert entry is not None
    return entry.at
