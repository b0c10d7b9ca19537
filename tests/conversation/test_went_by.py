"""The words by which it was told that a text asks, as shown to the user."""

from convonote.conversation.turn_records import Why
from convonote.conversation.went_by import went_by


def test_the_phrase_that_asks_is_told() -> None:
    assert (
        went_by("Let me know which day suits you.", Why.ASKED) == "It asks, told by “Let me know”."
    )


def test_a_question_mark_is_told_with_its_sentence() -> None:
    told = went_by("It rained.\n\nDid he ever answer? I hope so.", Why.ASKED)
    assert told == "It asks, told by the question mark in “Did he ever answer?”."


def test_words_that_were_weighed_are_told_the_weightiest_first() -> None:
    told = went_by("Looking forward to meet on Thursday for lunch, any time works.", Why.ASKED)
    assert told.startswith("It asks, told by “meet”, ")
    assert " and “" in told


def test_an_acceptance_is_told() -> None:
    assert went_by("Sure, will do", Why.ACCEPTED) == "It accepts, told by “will do”."


def test_where_nothing_asks_that_is_told() -> None:
    told = went_by("The photographs are attached.", Why.WROTE)
    assert told == "No words in it were taken for a question or a request."


def test_where_the_user_decided_the_words_tell_nothing() -> None:
    assert went_by("Could you come?", Why.SET) == ""
    assert went_by("It rained.", Why.ASKED) == ""


BOTH = "hello Shall I bring it?\nI'll call the shop by tue."


def test_of_a_text_that_asks_and_accepts_each_is_told_by_its_own_words() -> None:
    asks, accepts = went_by(BOTH, Why.ASKED), went_by(BOTH, Why.ACCEPTED)
    assert asks == "It asks, told by the question mark in “hello Shall I bring it?”."
    assert accepts == "It accepts, told by “I'll call”."


def test_words_are_told_as_they_were_written() -> None:
    assert "“I’LL  send”".replace("  ", " ") in went_by("I’LL  send it.", Why.ACCEPTED)
