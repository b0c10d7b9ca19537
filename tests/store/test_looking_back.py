"""Taking a suggestion finds what was said of it since, however much else was said."""

import pytest

from convonote.conversation.records import PromiseState
from convonote.store.notebook import Notebook

KEPT, OPEN, SUGGESTED = PromiseState.KEPT, PromiseState.OPEN, PromiseState.SUGGESTED
MUCH = 60


def said(notebook: Notebook, ana: int, conversation: int, text: str) -> int:
    return notebook.say(text, conversation=conversation, channel="email", author=ana).exchange


@pytest.fixture
def house(notebook: Notebook, ana: int) -> int:
    """A conversation in which Ana promised the drawings."""
    first = notebook.say(
        "I'll send you the drawings by Friday.", topic="House", channel="email", author=ana
    )
    return first.conversation


def talk_on(notebook: Notebook, ana: int, conversation: int) -> None:
    for number in range(MUCH):
        said(notebook, ana, conversation, f"The weather is fine, as on day {number}.")


def take(notebook: Notebook) -> None:
    (promise,) = notebook.promises(states=[SUGGESTED])
    notebook.set_promise(promise.id, OPEN)


@pytest.mark.parametrize(
    "text", ["I sent you the drawings this morning.", "Attached is the drawing."]
)
def test_the_thing_is_found_behind_much_else(
    notebook: Notebook, ana: int, house: int, text: str
) -> None:
    talk_on(notebook, ana, house)
    exchange = said(notebook, ana, house, text)
    talk_on(notebook, ana, house)
    take(notebook)
    (report,) = notebook.reports(conversation=house)
    assert (report.state, report.exchange) == (KEPT, exchange)


def test_it_is_found_in_another_conversation_behind_much_else(
    notebook: Notebook, ana: int, house: int
) -> None:
    other = notebook.say("Hello", topic="Garden", channel="chat", author=ana).conversation
    talk_on(notebook, ana, other)
    exchange = said(notebook, ana, other, "I've sent you the drawings.")
    take(notebook)
    (report,) = notebook.reports(conversation=house)
    assert (report.state, report.exchange, report.topic) == (KEPT, exchange, "Garden")


def test_words_that_name_nothing_mean_it_only_soon_after(
    notebook: Notebook, ana: int, house: int
) -> None:
    talk_on(notebook, ana, house)
    said(notebook, ana, house, "Done!")
    take(notebook)
    assert notebook.reports(conversation=house) == []


def test_what_the_user_had_no_part_in_takes_no_place(
    notebook: Notebook, ana: int, house: int
) -> None:
    bob = notebook.add_person("Bob").id
    for number in range(MUCH):
        notebook.say(f"Day {number}", conversation=house, channel="email", author=ana, to=[bob])
    exchange = said(notebook, ana, house, "Done!")
    take(notebook)
    (report,) = notebook.reports(conversation=house)
    assert report.exchange == exchange
