"""What is said of a promise in another conversation, over any channel."""

import pytest

from convonote.conversation.records import PromiseState
from convonote.store.notebook import Notebook

SUGGESTED, OPEN, KEPT = PromiseState.SUGGESTED, PromiseState.OPEN, PromiseState.KEPT


@pytest.fixture
def ana(notebook: Notebook) -> int:
    return notebook.add_person("Ana Lima").id


@pytest.fixture
def quote(notebook: Notebook, ana: int) -> int:
    """A conversation about the roof in which Ana promised the quote."""
    said = notebook.say("- [ ] @Ana sends the quote", topic="Roof", channel="email", to=[ana])
    return said.conversation


def test_a_thing_that_is_named_elsewhere_is_reported_over_any_channel(
    notebook: Notebook, ana: int, quote: int
) -> None:
    said = notebook.say("Here is the quote.", topic="Fence", channel="chat", author=ana)
    (report,) = notebook.reports(conversation=quote)
    assert (report.state, report.person.id, report.exchange) == (KEPT, ana, said.exchange)
    assert notebook.reports(exchange=said.exchange) == [report]
    notebook.take_report(report.id)
    (kept,) = notebook.promises(states=[KEPT])
    assert kept.settled is not None
    assert (kept.settled.person.id, kept.settled.exchange) == (ana, said.exchange)
    assert notebook.doctor() == []
    assert notebook.undo() == "kept: sends the quote"
    assert notebook.reports(conversation=quote) == [report]


def test_the_topic_may_be_named_with_it(notebook: Notebook, ana: int, quote: int) -> None:
    notebook.say("I've sent you the quote for the roof.", topic="Hi", channel="sms", author=ana)
    assert [report.what for report in notebook.reports(conversation=quote)] == ["sends the quote"]


@pytest.mark.parametrize(
    "text",
    [
        "Done!",
        "Here it is.",
        "Here is the quote for the fence.",
        "Here is the list.",
        "I've sent you the roof.",
        "I have not sent the quote.",
    ],
)
def test_words_that_are_not_clear_by_themselves_say_nothing_elsewhere(
    notebook: Notebook, ana: int, quote: int, text: str
) -> None:
    notebook.say(text, topic="Other things", channel="email", author=ana)
    assert notebook.reports(conversation=quote) == []


def test_what_two_promises_fit_says_nothing(notebook: Notebook, ana: int, quote: int) -> None:
    notebook.say("- [ ] @Ana prints the quote", topic="Garage", channel="email", to=[ana])
    notebook.say("Here is the quote.", topic="Fence", channel="email", author=ana)
    assert notebook.reports(conversation=quote) == []


def test_somebody_else_reports_nothing_of_it(notebook: Notebook, quote: int) -> None:
    bob = notebook.add_person("Bob").id
    notebook.say("Here is the quote.", topic="Fence", channel="email", author=bob)
    assert notebook.reports(conversation=quote) == []


def test_what_i_report_counts_where_whom_i_tell_was_promised_it(
    notebook: Notebook, ana: int
) -> None:
    bob = notebook.add_person("Bob").id
    roof = notebook.say("- [ ] send the plan", topic="Roof", channel="email", to=[ana])
    notebook.say("I've sent you the plan.", topic="Hi", channel="email", to=[bob])
    assert notebook.reports(conversation=roof.conversation) == []
    notebook.say("I've sent you the plan.", topic="Fence", channel="email", to=[ana])
    (report,) = notebook.reports(conversation=roof.conversation)
    assert report.person.me


def test_a_promise_of_this_conversation_is_meant_first(
    notebook: Notebook, ana: int, quote: int
) -> None:
    here = notebook.say("- [ ] @Ana sends the quote", topic="Fence", channel="email", to=[ana])
    notebook.say("Here it is.", conversation=here.conversation, channel="email", author=ana)
    assert notebook.reports(conversation=quote) == []
    assert len(notebook.reports(conversation=here.conversation)) == 1


def test_taking_a_suggestion_sees_what_was_said_elsewhere_meanwhile(
    notebook: Notebook, ana: int
) -> None:
    roof = notebook.say("I'll send you the plan.", topic="Roof", channel="email", to=[ana])
    notebook.say("I've sent you the plan.", topic="Fence", channel="email", to=[ana])
    assert notebook.reports(conversation=roof.conversation) == []
    (promise,) = notebook.promises(states=[SUGGESTED])
    notebook.set_promise(promise.id, OPEN)
    (report,) = notebook.reports(conversation=roof.conversation)
    assert report.state is KEPT
