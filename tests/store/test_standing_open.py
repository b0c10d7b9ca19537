"""What was set by hand hides no question that comes in from another conversation (T8)."""

from collections.abc import Callable

import pytest

from convonote.conversation.records import DAY, Kind
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from convonote.store.records import Said
from tests.store.mail import ANA, BOB, ME, MYSELF, message

Put = Callable[[Notebook, Said, Said], object]


def merged(notebook: Notebook, asked: Said, decided: Said) -> object:
    return notebook.merge(decided.conversation, asked.conversation)


def merged_the_other_way(notebook: Notebook, asked: Said, decided: Said) -> object:
    return notebook.merge(asked.conversation, decided.conversation)


def moved(notebook: Notebook, asked: Said, decided: Said) -> object:
    return notebook.move([asked.exchange], decided.conversation)


def moved_of_several(notebook: Notebook, asked: Said, decided: Said) -> object:
    notebook.say("I rang.", conversation=asked.conversation, channel="other", kind=Kind.NOTE)
    return notebook.move([asked.exchange], decided.conversation)


def of_nobody(notebook: Notebook, conversation: int) -> None:
    notebook.set_turn(conversation, [])


def closed(notebook: Notebook, conversation: int) -> None:
    notebook.set_closed(conversation)


def put_off(notebook: Notebook, conversation: int) -> None:
    notebook.set_later(conversation, notebook.now() + 9 * DAY)


def section(notebook: Notebook, conversation: int) -> Section:
    assert notebook.doctor() == []
    found = notebook.conversation(conversation)
    assert found is not None
    return found.section


@pytest.mark.parametrize("put", [merged, merged_the_other_way, moved, moved_of_several])
@pytest.mark.parametrize("decide", [of_nobody, closed, put_off])
def test_a_question_to_me_stays_open_and_undo_makes_all_as_it_was(
    notebook: Notebook, ana: int, put: Put, decide: Callable[[Notebook, int], None]
) -> None:
    asked = notebook.say("Roof?", topic="Roof", channel="email", author=ana)
    decided = notebook.say("Fence?", topic="Fence", channel="email", author=ana)
    decide(notebook, decided.conversation)
    before = section(notebook, decided.conversation)
    put(notebook, asked, decided)
    assert section(notebook, decided.conversation) is Section.MINE
    notebook.undo()
    assert section(notebook, asked.conversation) is Section.MINE
    assert section(notebook, decided.conversation) is before


def test_what_came_in_later_changes_nothing_of_the_setting(notebook: Notebook, ana: int) -> None:
    bob = notebook.add_person("Bob").id
    decided = notebook.say("Fence?", topic="Fence", channel="email", author=bob)
    notebook.set_turn(decided.conversation, [])
    asked = notebook.say("Roof?", topic="Roof", channel="email", author=ana)
    (holder,) = notebook.merge(decided.conversation, asked.conversation).holders
    assert holder.why.startswith("Ana Lima asked")


def test_a_question_that_was_settled_stays_settled(notebook: Notebook, ana: int) -> None:
    asked = notebook.say("Roof?", topic="Roof", channel="email", author=ana)
    decided = notebook.say("Fence?", topic="Fence", channel="email", author=ana)
    notebook.set_turn(asked.conversation, [])
    notebook.set_turn(decided.conversation, [])
    notebook.merge(decided.conversation, asked.conversation)
    assert section(notebook, decided.conversation) is Section.RESTING


@pytest.mark.parametrize("first", ["Roof", "Fence"])
def test_nor_does_it_when_a_late_message_joins_the_two(notebook: Notebook, first: str) -> None:
    notebook.set_me("Me Myself", [("email", ME)])
    yesterday = notebook.now() - DAY
    asked = message("1@x", "Will you?", author=ANA, to=[MYSELF], topic="Roof", at=yesterday)
    decided = message(
        "3@x", "Which?", author=BOB, to=[MYSELF], after=["2@x"], topic="Fence", at=yesterday
    )
    for mail in sorted((asked, decided), key=lambda one: one.topic != first):
        with notebook.receive("mail") as receiving:
            receiving.add([mail])
    (fence,) = [row for row in notebook.turns() if row.topic == "Fence"]
    notebook.set_turn(fence.id, [])
    late = message("2@x", "It rained.", author=BOB, to=[ANA], after=["1@x"], at=yesterday)
    with notebook.receive("mail") as receiving:
        receiving.add([late])
    assert section(notebook, fence.id) is Section.MINE
