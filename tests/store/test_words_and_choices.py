"""What words tell is a guess, over which the user's own choice always wins (T8)."""

import pytest

from convonote.conversation.turn_records import Section, Turn
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock


def turn_of(notebook: Notebook, conversation: int) -> Turn:
    found = notebook.conversation(conversation)
    assert found is not None
    return found.turn


@pytest.mark.parametrize("text", ["Could you come?", "Thanks!", "ok, will do", "It rained."])
@pytest.mark.parametrize("days", [0, 15, 100])
def test_a_turn_set_by_hand_stands_whatever_the_words_say(
    notebook: Notebook, clock: Clock, ana: int, text: str, days: int
) -> None:
    said = notebook.say(text, topic="Roof", channel="email", author=ana)
    me = notebook.me.id
    for holders, turn in (([me], Turn.ME), ([ana], Turn.THEM), ([], Turn.NOBODY)):
        notebook.set_turn(said.conversation, holders)
        clock.pass_days(days)
        notebook.settle()
        assert turn_of(notebook, said.conversation) is turn


def test_an_edit_that_makes_it_a_question_does_not_overrule_the_user(
    notebook: Notebook, ana: int
) -> None:
    said = notebook.say("It rained.", topic="Roof", channel="email", author=ana)
    notebook.set_turn(said.conversation, [])
    notebook.edit(said.exchange, "Could you come?")
    assert turn_of(notebook, said.conversation) is Turn.NOBODY


def test_what_asks_waits_ninety_days_and_what_does_not_fourteen(
    notebook: Notebook, clock: Clock, ana: int
) -> None:
    asks = notebook.say("Could you come?", topic="Roof", channel="email", author=ana)
    tells = notebook.say("It rained.", topic="Rain", channel="email", author=ana)
    sections = []
    for days in (13, 2, 74, 2):
        clock.pass_days(days)
        notebook.settle()
        both = (notebook.conversation(one.conversation) for one in (asks, tells))
        sections.append([one.section for one in both if one is not None])
    mine, quiet = Section.MINE, Section.QUIET
    assert sections == [[mine, mine], [mine, quiet], [mine, quiet], [quiet, quiet]]
