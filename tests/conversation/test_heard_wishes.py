"""What people ask for in the midst of what they say, and what is only like it."""

from datetime import date, datetime

import pytest

from convonote.conversation.heard_wishes import heard_in, noted_in
from convonote.conversation.wishes import Against, against
from convonote.conversation.wording import judge

SAID_ON = date(2026, 11, 3)  # A Tuesday.


@pytest.mark.parametrize(
    ("text", "asked", "channel", "when"),
    [
        (
            "Thanks for the plans.\nPlease don't call me before 10. I have a baby.",
            "Please don't call me before 10.",
            "phone",
            "2026-11-05 09:30",
        ),
        ("Hi! I prefer email.", "I prefer email.", "phone", "2026-11-05 12:00"),
        (
            "I\u2019m travelling until 1 Dec, so no calls please.",
            "I\u2019m travelling until 1 Dec, so no calls please.",
            "phone",
            "2026-11-25 12:00",
        ),
        ("I'm away until 1 Dec", "I'm away until 1 Dec", "in person", "2026-11-25 12:00"),
        ("Mornings only, please.", "Mornings only, please.", "phone", "2026-11-05 15:00"),
        ("I'm no longer on WhatsApp.", "I'm no longer on WhatsApp.", "whatsapp",
         "2026-11-05 15:00"),
        ("I can't take calls until Friday", "I can't take calls until Friday", "video",
         "2026-11-05 15:00"),
        ("The best way to reach me is email.", "The best way to reach me is email.", "phone",
         "2026-11-05 15:00"),
    ],
)  # fmt: skip
def test_a_plain_sentence_asks(text: str, asked: str, channel: str, when: str) -> None:
    (heard,) = heard_in(text, SAID_ON)
    assert heard.text == asked
    assert against(heard.wish, channel, datetime.fromisoformat(when)) is not None


@pytest.mark.parametrize(
    "text",
    [
        # Reports and stories.
        "I had no calls on Monday", "no calls came in", "No calls today, it was quiet",
        "No emails today.", "mornings only happen once", "I work mornings only",
        "The office is closed until Monday", "I never write letters in December",
        "I don't call often", "I only write letters", "I had no phone until 1999",
        # What is meant for one time.
        "Please call me", "Call me tonight", "not on Friday", "no, email", "Signal",
        "Friday morning", "I can talk after 6", "Please email the invoice to Bob",
        "Please don't send the letter until Monday", "I won't call before Monday",
        # Of others, or asked.
        "He prefers email", "Bob prefers email, I don't", "Should I rather call?",
        "They asked for no calls before 10, please", "We don't write letters",
        # In somebody else's words.
        "> Please don't call me before 10", "She said \"Please don't call me before 10\"",
        "I prefer email, if I am at home",
    ],
)  # fmt: skip
def test_what_is_only_like_it_asks_nothing(text: str) -> None:
    assert list(heard_in(text, SAID_ON)) == []


def test_who_is_away_or_keeps_mornings_may_still_be_written_to() -> None:
    for text in ("I'm away until 1 Dec", "Mornings only, please"):
        (heard,) = heard_in(text, SAID_ON)
        assert against(heard.wish, "email", datetime(2026, 11, 5, 15)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met. Ana prefers email. Bob prefers letters.", ["Ana prefers email."]),
        ("Ana Lima would rather have a text than a call", 1),
        ("Ana's away until Monday", 1),
        ("Does Ana prefer email? Ana wrote mails until Monday.", 0),
        ("! Ana prefers email", 0),
        ("She prefers email", 0),
    ],
)
def test_a_note_tells_of_whom_it_names(text: str, found: list[str] | int) -> None:
    texts = [one.text for one in noted_in(text, SAID_ON, "Ana Lima")]
    assert texts == found or len(texts) == found


def test_one_that_was_away_is_warned_of_on_what_takes_two_alone() -> None:
    (heard,) = noted_in("Ana is on leave until Monday", SAID_ON, "Ana Lima")
    moment = datetime(2026, 11, 5, 15)
    assert against(heard.wish, "phone", moment) is Against.CHANNEL
    assert against(heard.wish, "letter", moment) is None


@pytest.mark.parametrize(
    "text",
    [
        "Please don't call me, I prefer email.",
        "No calls please until 12 Dec.",
        "Please use signal only.",
        "I am on a staircase all day, so please write, don't call.",
    ],
)
def test_a_wish_asks_for_no_answer(text: str) -> None:
    assert not judge(text).asks


@pytest.mark.parametrize(
    "text",
    [
        "Please don't call me. Please send me the list.",
        "Please send the list by mail, don't call.",
        "Which week suits you? No calls please until 12 Dec.",
        "Please don't call me, but could you send the list?",
    ],
)
def test_what_is_asked_beside_a_wish_goes_on_asking(text: str) -> None:
    assert judge(text).asks


def test_who_is_away_says_so_and_who_forbids_calls_does_not() -> None:
    (away,) = heard_in("I am on holiday from 1 to 25 Nov.", SAID_ON)
    assert away.wish.away
    assert away.wish.until == date(2026, 11, 26)
    (calls,) = heard_in("No calls please until 12 Dec.", SAID_ON)
    assert not calls.wish.away
