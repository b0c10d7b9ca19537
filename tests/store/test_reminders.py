"""A day on which to be reminded, set on what was said before (T13)."""

import pytest

from convonote.conversation.records import DAY
from convonote.conversation.turn_records import Section
from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock
from tests.store.mail import ANA, ME, MYSELF, message


def section(notebook: Notebook, conversation: int) -> Section:
    notebook.settle()
    found = notebook.conversation(conversation)
    assert found is not None
    return found.section


def reminders(notebook: Notebook, conversation: int) -> list[int | None]:
    found = notebook.conversation(conversation)
    assert found is not None
    return [holder.remind for holder in found.holders]


@pytest.fixture
def asked(notebook: Notebook, ana: int) -> int:
    """A conversation in which I asked Ana something."""
    return notebook.say("Which week?", topic="Kyoto", channel="email", to=[ana]).conversation


def test_it_nudges_from_its_moment_and_an_answer_elsewhere_cancels_it(
    notebook: Notebook, clock: Clock, asked: int, ana: int
) -> None:
    at = notebook.now() + 3 * DAY
    assert [holder.remind for holder in notebook.set_reminder(asked, at).holders] == [at]
    clock.pass_days(2.9)
    assert section(notebook, asked) is Section.THEIRS
    clock.pass_days(0.1)
    assert section(notebook, asked) is Section.NUDGE
    notebook.say("Thanks!", conversation=asked, channel="phone", author=ana)
    assert section(notebook, asked) is Section.RESTING
    assert notebook.doctor() == []


def test_another_one_takes_its_place_and_it_can_be_taken_back(
    notebook: Notebook, asked: int
) -> None:
    first, second = (notebook.now() + days * DAY for days in (3, 5))
    notebook.set_reminder(asked, first)
    notebook.set_reminder(asked, second)
    assert reminders(notebook, asked) == [second]
    notebook.set_reminder(asked, None)
    assert reminders(notebook, asked) == [None]
    assert notebook.doctor() == []


def test_it_moves_from_what_was_said_first_to_what_was_said_last(
    notebook: Notebook, clock: Clock, ana: int, asked: int
) -> None:
    notebook.set_reminder(asked, notebook.now() + 3 * DAY)
    clock.pass_days(1)
    notebook.say("And who comes?", conversation=asked, channel="sms", to=[ana])
    later = notebook.now() + 9 * DAY
    notebook.set_reminder(asked, later)
    entries = notebook.timeline(asked, start=0, limit=9).entries
    assert [entry.remind_at for entry in entries] == [None, later]


def test_undo_takes_it_back_and_redo_sets_it_again(notebook: Notebook, asked: int) -> None:
    at = notebook.now() + 3 * DAY
    notebook.set_reminder(asked, at)
    assert notebook.undo() == "set a reminder in Kyoto"
    assert reminders(notebook, asked) == [None]
    notebook.redo()
    assert reminders(notebook, asked) == [at]


def test_the_same_again_is_no_change(notebook: Notebook, asked: int) -> None:
    at = notebook.now() + 3 * DAY
    notebook.set_reminder(asked, at)
    notebook.set_reminder(asked, at)
    notebook.undo()
    assert reminders(notebook, asked) == [None]


def test_what_came_in_by_import_can_have_one(notebook: Notebook) -> None:
    notebook.set_me("Me Myself", [("email", ME)])
    mail = message("a@x", "Could you come?", author=MYSELF, to=[ANA])
    with notebook.receive("mail") as receiving:
        receiving.add([mail])
    (conversation,) = [row.id for kind in notebook.counts() for row in notebook.turns(kind)]
    at = notebook.now() + 3 * DAY
    notebook.set_reminder(conversation, at)
    assert reminders(notebook, conversation) == [at]
    with notebook.receive("mail") as receiving:
        receiving.add([mail])
    assert reminders(notebook, conversation) == [at]
    assert notebook.doctor() == []


def test_on_a_turn_set_by_hand_it_keeps_holders_reason_and_since(
    notebook: Notebook, clock: Clock, asked: int, ana: int
) -> None:
    before = notebook.set_turn(asked, [ana], reason="told her so").holders[0]
    clock.pass_days(1)
    at = notebook.now() + 3 * DAY
    (after,) = notebook.set_reminder(asked, at).holders
    assert (after.person, after.since, after.remind) == (before.person, before.since, at)
    assert "told her so" in after.why


def test_a_turn_can_be_handed_over_with_one(notebook: Notebook, asked: int, ana: int) -> None:
    at = notebook.now() + 3 * DAY
    assert notebook.set_turn(asked, [ana], remind=at).holders[0].remind == at


def test_where_nobody_owes_an_answer_it_is_refused_and_nothing_changes(
    notebook: Notebook, asked: int, ana: int
) -> None:
    notebook.say("Thanks!", conversation=asked, channel="email", author=ana)
    with pytest.raises(NotebookError, match="nobody owes you an answer"):
        notebook.set_reminder(asked, notebook.now() + DAY)
    with pytest.raises(NotebookError, match="nothing to be reminded of"):
        notebook.set_turn(asked, [notebook.me.id], remind=notebook.now() + DAY)
    assert section(notebook, asked) is Section.RESTING


def test_said_with_the_turn_set_by_hand_it_goes_with_that(notebook: Notebook, ana: int) -> None:
    at = notebook.now() + 3 * DAY
    said = notebook.say("Here.", topic="A", channel="email", to=[ana], turn=[ana], remind=at)
    assert reminders(notebook, said.conversation) == [at]


def test_in_a_long_conversation_too(notebook: Notebook, asked: int, ana: int) -> None:
    with notebook.together():
        for _ in range(1_050):
            notebook.say("And?", conversation=asked, channel="email", to=[ana])
    at = notebook.now() + 3 * DAY
    notebook.set_reminder(asked, at)
    assert reminders(notebook, asked) == [at]
    notebook.set_turn(asked, [ana])
    notebook.set_reminder(asked, at + DAY)
    assert reminders(notebook, asked) == [at + DAY]
    assert notebook.doctor() == []
