"""What people ask for, in their words, and what goes against it."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.records import Channel
from convonote.conversation.wishes import Against, against, wish_in

SAID_ON = date(2026, 11, 3)  # A Tuesday.
CHANNEL, TIME = Against.CHANNEL, Against.TIME


def goes_against(text: str, channel: str, when: str) -> Against | None:
    wish = wish_in(text, SAID_ON)
    assert wish is not None, f"{text!r} is not understood"
    return against(wish, channel, datetime.fromisoformat(when))


@pytest.mark.parametrize(
    ("text", "channel", "when", "expected"),
    [
        ("no calls while travelling until 1 Dec", "phone", "2026-11-30 10:00", CHANNEL),
        ("no calls while travelling until 1 Dec", "video", "2026-11-30 10:00", CHANNEL),
        ("no calls while travelling until 1 Dec", "email", "2026-11-30 10:00", None),
        ("no calls while travelling until 1 Dec", "phone", "2026-12-01 10:00", None),
        ("mornings only", "phone", "2026-11-05 09:00", None),
        ("mornings only", "phone", "2026-11-05 15:00", TIME),
        ("mornings only", "letter", "2026-11-05 15:00", None),
        ("write, don't call", "phone", "2026-11-05 15:00", CHANNEL),
        ("Write, don\u2019t call!", "phone", "2026-11-05 15:00", CHANNEL),
        ("write, don't call", "email", "2026-11-05 15:00", None),
        ("prefers email", "phone", "2026-11-05 15:00", CHANNEL),
        ("prefers email", "email", "2026-11-05 15:00", None),
        ("prefers email", "other", "2026-11-05 15:00", None),
        ("prefers to be called", "email", "2026-11-05 15:00", CHANNEL),
        ("please write rather than call", "phone", "2026-11-05 15:00", CHANNEL),
        ("not by phone please", "phone", "2026-11-05 15:00", CHANNEL),
        ("no calls or texts", "sms", "2026-11-05 15:00", CHANNEL),
        ("Signal, not WhatsApp", "whatsapp", "2026-11-05 15:00", CHANNEL),
        ("Signal, not WhatsApp", "signal", "2026-11-05 15:00", None),
        ("no calls after 20:00", "phone", "2026-11-05 20:30", TIME),
        ("no calls after 20:00", "phone", "2026-11-05 19:30", None),
        ("no calls after 20:00", "email", "2026-11-05 20:30", None),
        ("don't call before 10 am", "phone", "2026-11-05 09:30", TIME),
        ("calls in the morning only", "phone", "2026-11-05 15:00", TIME),
        ("calls in the morning only", "email", "2026-11-05 15:00", None),
        ("best reached between 9 and 17", "phone", "2026-11-05 18:00", TIME),
        ("2-5 pm", "phone", "2026-11-05 15:00", None),
        ("2-5 pm", "phone", "2026-11-05 10:00", TIME),
        ("not on weekends", "phone", "2026-11-07 10:00", TIME),
        ("not on Fridays", "phone", "2026-11-06 10:00", TIME),
        ("mon-thu only", "phone", "2026-11-06 10:00", TIME),
        ("office hours only", "phone", "2026-11-07 10:00", TIME),
        ("weekdays only, no texts", "sms", "2026-11-05 10:00", CHANNEL),
        ("not before January", "email", "2026-12-31 10:00", TIME),
        ("not before January", "email", "2027-01-01 10:00", None),
        ("on leave until Monday", "phone", "2026-11-08 10:00", TIME),
        ("on leave until Monday", "phone", "2026-11-09 10:00", None),
        ("on holiday through 20 Nov", "phone", "2026-11-20 10:00", TIME),
        ("no calls until the end of November", "phone", "2026-11-30 10:00", CHANNEL),
        # What somebody does not like or cannot do is not what they ask for.
        ("doesn't like phone calls", "email", "2026-11-05 10:00", None),
        ("doesn't like phone calls", "phone", "2026-11-05 10:00", CHANNEL),
        ("doesn't use WhatsApp", "whatsapp", "2026-11-05 10:00", CHANNEL),
        ("doesn't use WhatsApp", "signal", "2026-11-05 10:00", None),
        ("doesn't use WhatsApp", "email", "2026-11-05 10:00", None),
        ("does not like to write", "email", "2026-11-05 10:00", CHANNEL),
        ("cannot use the phone", "email", "2026-11-05 10:00", None),
        ("cannot use the phone", "phone", "2026-11-05 10:00", CHANNEL),
        ("isn't on Signal any more", "signal", "2026-11-05 10:00", CHANNEL),
        ("prefers email to calls", "phone", "2026-11-05 10:00", CHANNEL),
        ("prefers email, calls only after 6", "phone", "2026-11-05 19:00", None),
        ("write, don't text", "sms", "2026-11-05 10:00", CHANNEL),
        ("write, don't text", "email", "2026-11-05 10:00", None),
        # What stands between commas belongs together, or does not.
        ("no calls, texts or mails on Sundays", "email", "2026-11-08 10:00", TIME),
        ("no calls, texts or mails on Sundays", "phone", "2026-11-08 10:00", TIME),
        ("no calls, texts or mails on Sundays", "email", "2026-11-09 10:00", None),
        ("no calls, texts or mails on Sundays", "phone", "2026-11-09 10:00", None),
        ("don't call, write", "email", "2026-11-05 10:00", None),
        ("don't call, write", "phone", "2026-11-05 10:00", CHANNEL),
        ("on Fridays, no calls", "phone", "2026-11-06 10:00", TIME),
        ("on Fridays, no calls", "phone", "2026-11-05 10:00", None),
        ("Mon, Wed and Fri only", "phone", "2026-11-04 10:00", None),
        ("Mon, Wed and Fri only", "phone", "2026-11-05 10:00", TIME),
        ("weekends or after 6", "phone", "2026-11-07 10:00", None),
        ("weekends or after 6", "phone", "2026-11-05 19:00", None),
        ("weekends or after 6", "phone", "2026-11-05 10:00", TIME),
        ("weekdays 9-5, weekends after 10", "phone", "2026-11-07 12:00", None),
        ("weekdays 9-5, weekends after 10", "phone", "2026-11-05 18:00", TIME),
        # Hours of which the half of the day is left to be understood.
        ("no calls between 12 and 2", "phone", "2026-11-05 13:00", TIME),
        ("no calls between 12 and 2", "phone", "2026-11-05 18:00", None),
        ("only between 9 and 5", "phone", "2026-11-05 20:00", TIME),
        ("only between 9 and 5", "phone", "2026-11-05 16:00", None),
        ("weekdays 9-5", "phone", "2026-11-05 20:00", TIME),
        ("weekdays 9-17", "phone", "2026-11-05 16:00", None),
        ("only after 6", "phone", "2026-11-05 10:00", TIME),
        ("only after 6", "phone", "2026-11-05 19:00", None),
        ("only after 8", "phone", "2026-11-05 10:00", None),
        ("no calls after 8", "phone", "2026-11-05 10:00", None),
        ("no calls after 8", "phone", "2026-11-05 20:30", TIME),
        ("Call me after 6 in the evening", "phone", "2026-11-05 10:00", TIME),
        ("Call me after 6 in the evening", "phone", "2026-11-05 18:30", None),
        ("no calls after 9 p.m.", "phone", "2026-11-05 21:30", TIME),
        ("can only talk after 6", "email", "2026-11-05 10:00", None),
        # Days before which it does not hold yet, and after which it does no more.
        ("no calls from 1 to 5 Dec", "phone", "2026-11-20 10:00", None),
        ("no calls from 1 to 5 Dec", "phone", "2026-12-05 10:00", CHANNEL),
        ("no calls from 1 to 5 Dec", "phone", "2026-12-06 10:00", None),
        ("no calls from 28 Dec to 3 Jan", "phone", "2027-01-03 10:00", CHANNEL),
        ("no calls in December", "phone", "2026-11-20 10:00", None),
        ("no calls in December", "phone", "2026-12-20 10:00", CHANNEL),
        ("no calls in December", "phone", "2027-12-20 10:00", None),
        ("no calls today", "phone", "2026-11-03 10:00", CHANNEL),
        ("no calls today", "phone", "2026-11-04 10:00", None),
        ("no calls this week", "phone", "2026-11-08 10:00", CHANNEL),
        ("no calls this week", "phone", "2026-11-09 10:00", None),
        ("no calls next week", "phone", "2026-11-05 10:00", None),
        ("no calls tonight", "phone", "2026-11-03 19:00", TIME),
        ("no calls tonight", "phone", "2026-11-04 19:00", None),
        ("on leave from 1 Dec until 10 Dec", "phone", "2026-11-20 10:00", None),
        ("on leave from 1 Dec until 10 Dec", "phone", "2026-12-09 10:00", TIME),
        ("on leave from 1 Dec until 10 Dec", "phone", "2026-12-10 10:00", None),
        ("away 1-10 Dec", "phone", "2026-11-20 10:00", None),
        ("no calls from 1 Dec", "phone", "2026-12-20 10:00", CHANNEL),
        ("on holiday in Crete until 3 Dec", "phone", "2026-11-20 10:00", TIME),
        # One day of the week is the next one, where something is refused.
        ("no calls on Sunday", "phone", "2026-11-08 10:00", CHANNEL),
        ("no calls on Sunday", "phone", "2026-11-15 10:00", None),
        ("don't call on Friday after 6", "phone", "2026-11-06 19:00", TIME),
        ("don't call on Friday after 6", "phone", "2026-11-13 19:00", None),
        ("never call on Sunday", "phone", "2026-11-15 10:00", TIME),
        ("no calls on Friday or Sunday", "phone", "2026-11-15 10:00", TIME),
        ("calls only on Friday", "phone", "2026-11-12 10:00", TIME),
        # In other words.
        ("I'm away until 10 Nov", "phone", "2026-11-09 10:00", TIME),
        ("I'd rather you wrote", "phone", "2026-11-09 10:00", CHANNEL),
        ("the best way to reach me is email", "phone", "2026-11-09 10:00", CHANNEL),
        ("email works best for me", "phone", "2026-11-09 10:00", CHANNEL),
        ("she'd rather have a text than a call", "phone", "2026-11-09 10:00", CHANNEL),
        ("no longer on WhatsApp", "whatsapp", "2026-11-09 10:00", CHANNEL),
        ("please write to me by post", "email", "2026-11-09 10:00", CHANNEL),
        # One messenger is not another, and a chat may be on any.
        ("only uses Signal", "whatsapp", "2026-11-09 10:00", CHANNEL),
        ("only uses Signal", "chat", "2026-11-09 10:00", None),
        ("no chats", "signal", "2026-11-09 10:00", CHANNEL),
        # In other tongues.
        ("keine Anrufe bis 1. Dezember", "phone", "2026-11-30 10:00", CHANNEL),
        ("keine Anrufe bis 1. Dezember", "phone", "2026-12-01 10:00", None),
        ("keine Anrufe nach 20 Uhr", "phone", "2026-11-09 20:30", TIME),
        ("lieber per Mail", "phone", "2026-11-09 10:00", CHANNEL),
        ("no llamar los domingos", "phone", "2026-11-08 10:00", TIME),
        ("solo por las mañanas", "phone", "2026-11-09 15:00", TIME),
        ("pas d'appels jusqu'au 1er décembre", "phone", "2026-11-30 10:00", CHANNEL),
        ("je préfère les mails", "phone", "2026-11-09 10:00", CHANNEL),
        ("não ligar aos domingos", "phone", "2026-11-08 10:00", TIME),
        ("só de manhã", "phone", "2026-11-09 15:00", TIME),
        ("proszę nie dzwonić", "phone", "2026-11-09 15:00", CHANNEL),
        ("nie dzwonić do 1 grudnia", "phone", "2026-12-01 10:00", None),
    ],
)
def test_a_message_goes_against_what_was_asked_for(
    text: str, channel: str, when: str, expected: Against | None
) -> None:
    assert goes_against(text, channel, when) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "buys her vegetables elsewhere",
        "works evenings at the theatre",
        "her mother called on Friday",
        "no email address yet",
        "moved to Porto in May",
        "the lease runs until March",
        # Lines about a life, or about somebody else.
        "on call at weekends",
        "likes post-punk",
        "likes letters",
        "uses Signal",
        "best teams: Bayern",
        "She is never on the phone at night",
        "never calls",
        "calls on Sundays",
        "call Bob instead",
        "use her work number for calls",
        "off sugar until May",
        "leaves by post coach on 5 Dec",
        # What may mean one thing or the other, or depends on what nobody knows.
        "likes email less than calls",
        "not only by phone",
        "no calls, except on Fridays",
        "don't call, write or text",
        "no calls, mornings",
        "no calls between 8 and 10",
        "no mail until the house is sold",
        "no calls while travelling",
        "no calls?",
        # In other tongues.
        "keine Mails bekommen",
        "der Laden ist nur vormittags offen",
        "no tiene correo",
        "prefiero el azul",
        "il préfère le matin chez lui",
        "só um",
        "woli kawę rano",
        "x" * 5000,
    ],
)
def test_what_asks_for_nothing_is_no_wish(text: str) -> None:
    assert wish_in(text, SAID_ON) is None


@pytest.mark.parametrize("who", ["Ana Lima", "Ana"])
def test_a_line_may_begin_with_the_name_of_whom_it_is_about(who: str) -> None:
    for text in ("Ana prefers email", "Ana's away until Monday"):
        assert wish_in(text, SAID_ON, who) is not None
        assert wish_in(text, SAID_ON, "Bob") is None


def test_another_address_is_asked_for_and_no_channel_goes_against_it() -> None:
    for text in ("please use my private address", "use her work email from now on"):
        wish = wish_in(text, SAID_ON)
        assert wish is not None
        assert wish.address
        assert against(wish, "email", datetime(2026, 11, 5, 10)) is None
    assert wish_in("please use my umbrella", SAID_ON) is None


@settings(max_examples=40, deadline=None, database=None)
@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            [
                *("no", "calls", "only", "until", "1", "mon", "-", "pm", ",", "not", "or", "from"),
                *("write", "to", "dec", "after", "31", "feb", "this week", "than", "ever", "12"),
            ]
        )
    ).map(" ".join),
    st.sampled_from([*Channel, "signal"]),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),
)
def test_any_text_is_read_and_any_moment_judged(text: str, channel: str, local: datetime) -> None:
    wish = wish_in(text, SAID_ON)
    if wish is not None:
        assert against(wish, channel, local) in (None, CHANNEL, TIME)
