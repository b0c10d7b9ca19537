"""Promises told from wording: suggestions for one key, never a chore or the turn by themselves."""

import pytest

from convonote.conversation.records import PromiseState
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from tests.store.conftest import Clock

SUGGESTED, OPEN, KEPT = PromiseState.SUGGESTED, PromiseState.OPEN, PromiseState.KEPT


def suggested(notebook: Notebook) -> list[tuple[str, str]]:
    return [(p.owner.name, p.what) for p in notebook.promises(states=[SUGGESTED])]


def test_my_words_suggest_mine_and_what_i_ask_for_theirs(notebook: Notebook, ana: int) -> None:
    notebook.say(
        "I'll send you the list. Could you bring the cake?",
        topic="Roof",
        channel="email",
        to=[ana],
    )
    assert suggested(notebook) == [("me", "send you the list"), ("Ana Lima", "bring the cake")]
    assert notebook.promises() == []


def test_their_words_suggest_theirs_and_what_they_ask_for_mine(
    notebook: Notebook, ana: int
) -> None:
    notebook.say(
        "I will call the plumber. Please send me the plan.",
        topic="Roof",
        channel="email",
        author=ana,
    )
    assert suggested(notebook) == [("Ana Lima", "call the plumber"), ("me", "send me the plan")]


def test_nobody_in_particular_is_asked_where_several_are(notebook: Notebook, ana: int) -> None:
    bob = notebook.add_person("Bob").id
    notebook.say("Please bring the cake.", topic="Roof", channel="email", to=[ana, bob])
    assert suggested(notebook) == []


def test_words_older_than_a_wait_that_asks_suggest_nothing(
    notebook: Notebook, ana: int, clock: Clock
) -> None:
    at = clock.at
    clock.pass_days(91)
    notebook.say("I'll send the list.", topic="Roof", channel="email", to=[ana], at=at)
    assert suggested(notebook) == []


def test_a_suggestion_moves_no_turn_and_a_taken_one_does(notebook: Notebook, ana: int) -> None:
    said = notebook.say(
        "Thanks! I'll send the list by 2026-11-02.",
        topic="Roof",
        channel="email",
        to=[ana],
        no_answer=True,
    )

    def section() -> Section:
        found = notebook.conversation(said.conversation)
        assert found is not None
        return found.section

    assert section() is Section.RESTING
    (promise,) = notebook.promises(states=[SUGGESTED])
    notebook.set_promise(promise.id, OPEN)
    assert section() is Section.MINE
    notebook.undo()
    assert section() is Section.RESTING


def test_editing_follows_the_words_and_keeps_what_was_taken(notebook: Notebook, ana: int) -> None:
    said = notebook.say(
        "I'll send the list. I'll bring the cake.", topic="Roof", channel="email", to=[ana]
    )
    first, _ = notebook.promises(states=[SUGGESTED])
    notebook.set_promise(first.id, OPEN)
    notebook.edit(said.exchange, "I'll call the plumber.")
    assert suggested(notebook) == [("me", "call the plumber")]
    assert [p.what for p in notebook.promises()] == ["send the list"]


def test_rewording_what_was_taken_suggests_it_no_second_time(notebook: Notebook, ana: int) -> None:
    said = notebook.say("I'll send the list tomorrow.", topic="Roof", channel="email", to=[ana])
    (promise,) = notebook.promises(states=[SUGGESTED])
    notebook.set_promise(promise.id, OPEN)
    notebook.edit(said.exchange, "I'll send the long list tomorrow.")
    assert suggested(notebook) == []
    assert [p.what for p in notebook.promises()] == ["send the list"]


def test_the_same_promise_is_suggested_once_in_a_conversation(notebook: Notebook, ana: int) -> None:
    said = notebook.say("I'll send the list.", topic="Roof", channel="email", to=[ana])
    notebook.say("I'll send you the list.", conversation=said.conversation, channel="email")
    assert suggested(notebook) == [("me", "send the list")]
    notebook.say(
        "I'll send the drawings.\n- [ ] send the drawings",
        conversation=said.conversation,
        channel="email",
    )
    assert [p.what for p in notebook.promises()] == ["send the drawings"]
    assert suggested(notebook) == [("me", "send the list")]


def test_taking_a_suggestion_sees_what_was_said_of_it_meanwhile(
    notebook: Notebook, ana: int, clock: Clock
) -> None:
    said = notebook.say("I'll send you the quote.", topic="Roof", channel="email", author=ana)
    clock.pass_days(1)
    told = notebook.say(
        "Here is the quote.", conversation=said.conversation, channel="email", author=ana
    )
    (promise,) = notebook.promises(states=[SUGGESTED])
    assert promise.reported is None
    notebook.set_promise(promise.id, OPEN)
    (report,) = notebook.reports(conversation=said.conversation)
    assert (report.promise, report.state, report.exchange) == (promise.id, KEPT, told.exchange)
    notebook.dismiss_report(report.id)
    notebook.set_promise(promise.id, KEPT)
    notebook.set_promise(promise.id, OPEN)
    assert notebook.reports(conversation=said.conversation) == []


def test_a_dismissed_suggestion_stays_dismissed_when_the_text_is_edited(
    notebook: Notebook, ana: int
) -> None:
    said = notebook.say("I'll send the list.", topic="Roof", channel="email", to=[ana])
    (promise,) = notebook.promises(states=[SUGGESTED])
    notebook.set_promise(promise.id, PromiseState.DISMISSED)
    notebook.edit(said.exchange, "I'll send the list. Bye!")
    assert suggested(notebook) == []


@pytest.fixture
def quote(notebook: Notebook, ana: int) -> int:
    """A conversation in which Ana promised the quote."""
    said = notebook.say("- [ ] @Ana sends the quote", topic="Roof", channel="email", to=[ana])
    return said.conversation


def test_what_its_owner_reports_done_is_suggested_as_kept(
    notebook: Notebook, ana: int, quote: int
) -> None:
    said = notebook.say("Here is the quote.", conversation=quote, channel="email", author=ana)
    (report,) = notebook.reports(conversation=quote)
    assert (report.what, report.state, report.person.name) == ("sends the quote", KEPT, "Ana Lima")
    (promise,) = notebook.promises()
    assert promise.reported == report
    notebook.take_report(report.id)
    (kept,) = notebook.promises(states=[KEPT])
    assert kept.settled is not None
    assert (kept.settled.person.id, kept.settled.exchange) == (ana, said.exchange)
    assert notebook.reports(conversation=quote) == []
    assert notebook.undo() == "kept: sends the quote"
    assert [one.id for one in notebook.reports(exchange=said.exchange)] == [report.id]


def test_a_report_goes_with_the_exchange_that_made_it(
    notebook: Notebook, ana: int, quote: int
) -> None:
    said = notebook.say("Done!", conversation=quote, channel="email", author=ana)
    (report,) = notebook.reports(conversation=quote)
    notebook.delete(exchange=said.exchange)
    assert notebook.reports(conversation=quote) == []
    assert [promise.reported for promise in notebook.promises()] == [None]
    notebook.undo()
    assert notebook.reports(conversation=quote) == [report]
    notebook.take_report(report.id)
    notebook.delete(exchange=said.exchange)
    (kept,) = notebook.promises(states=[KEPT])
    assert kept.settled is not None
    assert (kept.settled.person.id, kept.settled.exchange) == (ana, None)


def test_a_report_that_is_dismissed_leaves_the_promise_open(
    notebook: Notebook, ana: int, quote: int
) -> None:
    notebook.say("Sorry, I can't make it.", conversation=quote, channel="email", author=ana)
    (report,) = notebook.reports(conversation=quote)
    assert report.state is PromiseState.LET_GO
    notebook.dismiss_report(report.id)
    assert notebook.reports(conversation=quote) == []
    assert [p.what for p in notebook.promises()] == ["sends the quote"]
    assert notebook.undo() == "still open: sends the quote"


def test_who_was_promised_something_may_let_go_of_it(
    notebook: Notebook, ana: int, quote: int
) -> None:
    notebook.say("Forget it.", conversation=quote, channel="email", to=[ana])
    (report,) = notebook.reports(conversation=quote)
    assert (report.state, report.person.me) == (PromiseState.LET_GO, True)


def test_settling_by_a_key_answers_what_was_reported(
    notebook: Notebook, ana: int, quote: int
) -> None:
    notebook.say("Done!", conversation=quote, channel="email", author=ana)
    (promise,) = notebook.promises()
    notebook.set_promise(promise.id, KEPT)
    notebook.set_promise(promise.id, OPEN)
    assert notebook.reports(conversation=quote) == []


def test_editing_away_a_report_takes_it_back(notebook: Notebook, ana: int, quote: int) -> None:
    said = notebook.say("Done!", conversation=quote, channel="email", author=ana)
    notebook.edit(said.exchange, "Not yet")
    assert notebook.reports(conversation=quote) == []


def test_suggestions_and_reports_leave_the_notebook_sound(
    notebook: Notebook, ana: int, quote: int
) -> None:
    notebook.say("Done! I'll call you.", conversation=quote, channel="email", author=ana)
    assert notebook.doctor() == []
