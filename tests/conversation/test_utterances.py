"""Who says what in the text of a talk, and what is told there of others."""

import pytest

from convonote.conversation.utterances import names_speakers, retold, utterances

ME, ANA, BOB = 1, 2, 3
CALLED = {"me": ME, "ana lima": ANA, "ana": ANA, "bob": BOB}


def said(text: str) -> list[tuple[int | None, str]]:
    return [(who, words.strip()) for who, words in utterances(text, CALLED)]


@pytest.mark.parametrize(
    "text",
    [
        "**Ana Lima:** I'll send it.\n\n**Bob:** Good.",
        "Ana: I'll send it.\nBob: Good.",
        "- ana: I'll send it.\n- bob: Good.",
        "Ana: I'll send it.; Bob: Good.",
    ],
)
def test_each_speaks_behind_their_name(text: str) -> None:
    assert said(text) == [(ANA, "I'll send it."), (BOB, "Good.")]
    assert names_speakers(text, CALLED)


def test_who_speaks_goes_on_until_another_is_named() -> None:
    assert said("Ana: I'll send it.\n\nBy Friday.") == [(ANA, "I'll send it.\n\nBy Friday.")]


def test_what_stands_before_or_behind_a_name_nobody_knows_is_nobodys() -> None:
    text = "The roof\nAna: I'll send it.\nSpeaker 3: I'll pay it."
    assert said(text) == [(None, "The roof"), (ANA, "I'll send it."), (None, "I'll pay it.")]


def test_a_text_without_known_names_says_nothing_of_who_spoke() -> None:
    assert not names_speakers("Agreed: I'll send it.\nAt 10:30 we met.", CALLED)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana will send the plan by Friday.", [(ANA, "I will send the plan by Friday")]),
        ("Agreed. Then Bob'll pay it", [(BOB, "I will pay it")]),
        ("We met; ana lima promised to call", [(ANA, "I will call")]),
        ("Ana will send it, and Bob will pay it", [(ANA, "I will send it, and Bob will pay it")]),
        ("I think Ana will send it", []),
        ("If Ana will send it we win", []),
        ("Anabel will send it", []),
        ("Will Ana send it?", []),
    ],
)
def test_what_others_will_do_is_told_in_their_own_words(
    text: str, told: list[tuple[int, str]]
) -> None:
    assert list(retold(text, CALLED)) == told
