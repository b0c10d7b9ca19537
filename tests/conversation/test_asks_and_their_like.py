"""Asks beside what only sounds like them, closings beside what is none (T4, T13, T14)."""

import pytest

from convonote.conversation.leaning import Table, leaning
from convonote.conversation.wording import judge
from tests.conversation.alike_table import ASK, CLOSE, NO_CLOSINGS, ONLY_SOUND_LIKE_ASKING


@pytest.mark.parametrize("text", ASK)
def test_what_wants_an_answer_asks(text: str) -> None:
    assert judge(text).asks


@pytest.mark.parametrize("text", ONLY_SOUND_LIKE_ASKING)
def test_what_is_rhetorical_conditional_reported_or_advertised_asks_nothing(text: str) -> None:
    assert not judge(text).asks


@pytest.mark.parametrize("text", CLOSE)
def test_thanks_farewells_and_agreement_close(text: str) -> None:
    assert judge(text).closes


@pytest.mark.parametrize(("asks", "accepts", "text"), NO_CLOSINGS)
def test_what_asks_accepts_or_goes_on_closes_nothing(asks: bool, accepts: bool, text: str) -> None:
    judged = judge(text)
    assert (judged.asks, judged.accepts, judged.closes) == (asks, accepts, False)


@pytest.mark.parametrize(
    "text",
    ["Bitte!", "Bitte schön.", "Пожалуйста!", "Proszę bardzo!", "よろしくお願いします。", "请假"],
)
def test_the_word_for_please_that_says_youre_welcome_asks_nothing(text: str) -> None:
    assert not judge(text).asks


def test_one_sentence_among_many_must_weigh_more_to_ask() -> None:
    table = Table(-1.0, {"lunch": 2.0, "thursday": 3.0})
    story = "the roof was red. " * 12
    assert leaning("lunch is on friday.", "lunch is on friday.", table) == ("lunch",)
    for sentence, words in (
        ("lunch is on friday.", ()),
        ("lunch is on thursday.", ("thursday", "lunch")),
    ):
        assert leaning(story + sentence, story + sentence, table) == words
