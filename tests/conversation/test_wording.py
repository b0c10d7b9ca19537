"""What a text asks, closes and accepts (T4, T13, T14)."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.leaning import LEARNT
from convonote.conversation.own_words import own_words
from convonote.conversation.wording import Judgement, judge
from tests.conversation.wording_table import ACCEPTS, ASKS, CLOSES, NEITHER

CORPORA = Path(os.environ.get("CONVONOTE_CORPORA", Path(__file__).parents[3] / "shared/corpora"))


@pytest.mark.parametrize("text", ASKS)
def test_what_wants_an_answer_or_an_action_asks_and_closes_nothing(text: str) -> None:
    judged = judge(text)
    assert (judged.asks, judged.closes) == (True, False)
    assert judged.words


@pytest.mark.parametrize("text", CLOSES)
def test_what_is_short_and_asks_nothing_more_closes(text: str) -> None:
    judged = judge(text)
    assert (judged.asks, judged.closes, judged.accepts) == (False, True, False)
    assert judged.words


@pytest.mark.parametrize("text", ACCEPTS)
def test_taking_on_a_request_is_an_acceptance_and_no_closing(text: str) -> None:
    judged = judge(text)
    assert (judged.asks, judged.closes, judged.accepts) == (False, False, True)
    assert judged.words


@pytest.mark.parametrize("text", NEITHER)
def test_other_texts_neither_ask_nor_close_nor_accept(text: str) -> None:
    assert judge(text) == Judgement()


def test_who_accepts_may_ask_something_back() -> None:
    judged = judge("Sure, I'll send it tonight. Which address should I use?")
    assert (judged.asks, judged.closes, judged.accepts) == (True, False, True)


def test_who_asks_and_says_what_they_will_do_with_it_has_accepted_nothing() -> None:
    judged = judge("Hi Bob. Here is the second one. Could you read it? I'll send it on tomorrow.")
    assert (judged.asks, judged.accepts) == (True, False)


def test_the_words_it_went_by_are_given() -> None:
    assert judge("Thanks! Could you also send the drawings?").words == ("?",)
    assert judge("Please send the drawings.").words == ("please",)
    assert judge("Ok, see you then").words == ("ok", "see you")


def test_a_device_signature_a_task_item_and_a_forwarded_message_are_nobodys_own_words() -> None:
    assert own_words("yes\n- [ ] @Ana sends it\nSent from my phone").strip() == "yes"
    assert own_words("see below\n-----Original Message-----\nWhen?").strip() == "see below"


def test_indented_prose_is_judged_and_indented_code_is_not() -> None:
    assert judge("Hello.\n\n    Could you come on Friday?").asks
    assert not judge("It says:\n\n    x = y ? a : b;\n").asks


def test_the_end_of_a_very_long_text_is_judged_and_its_middle_is_not() -> None:
    filler = "It rained in the mountains. " * 400_000
    assert judge(filler + "Can you come?").asks
    assert not judge(filler + "Can you come?" + filler).asks


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "?",
        ".",
        " ",
        "\n",
        "`",
        '"',
        "thanks ",
        "so ",
        "ok ",
        "if you have ",
        "http://?",
        "> ",
        "a,",
        "(",
        "\t\n",
        "~~~\n",
    ],
)
def test_text_made_to_stall_a_pattern_is_judged_all_the_same(piece: str) -> None:
    assert isinstance(judge(piece * 30_000), Judgement)
    assert isinstance(judge(piece * 100 + "x"), Judgement)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_judged_and_never_asks_and_closes_at_once(text: str) -> None:
    judged = judge(text)
    assert not (judged.closes and (judged.asks or judged.accepts))
    assert bool(judged.words) == (judged.asks or judged.closes or judged.accepts)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ASKS + CLOSES + ACCEPTS + NEITHER))
def test_what_is_quoted_below_changes_nothing(text: str) -> None:
    quoted = "\n".join("> " + line for line in ["Could you come?", "Thanks!"])
    assert judge(f"{text}\n\n{quoted}\n") == judge(text)


def test_asks_are_told_from_other_sentences_in_mail_nobody_here_wrote() -> None:
    table = CORPORA / "asks/train.tsv"
    if not table.exists():
        pytest.skip(f"no corpus at {table}")
    both = only_judged = only_marked = 0
    for row in table.read_text(encoding="utf-8", errors="replace").splitlines():
        mark, _, text = row.partition("\t")
        asks = judge(text).asks
        both += asks and mark == "Yes"
        only_judged += asks and mark != "Yes"
        only_marked += not asks and mark == "Yes"
    assert 2 * both / (2 * both + only_judged + only_marked) >= 0.78


def test_what_no_cue_tells_is_told_by_the_weight_of_its_words() -> None:
    text = "Looking forward to meet on Thursday for lunch, any time works."
    judged = judge(text)
    assert judged.asks
    assert not judge(text, None).asks
    assert set(judged.words) <= {"meet", "any time", "works", "lunch", "thursday"}


def test_a_sentence_that_only_sounds_like_asking_is_not_weighed() -> None:
    assert not judge("I take it that Thursday works for lunch; if not, let me know.").asks


def test_the_table_of_weights_can_be_read_by_a_person() -> None:
    assert len(LEARNT.weights) < 400
    assert all(re.fullmatch(r"[\^$?!a-z0 ]+", sign) for sign in LEARNT.weights)
