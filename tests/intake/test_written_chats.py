"""Chats written as text: WhatsApp's exports in their many forms, and Signal's."""

import io
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.chats import chat_format, read_chat
from convonote.intake.formats import Format
from convonote.intake.records import Incoming, Refused, Skipped
from tests.intake.written import NAME, lines, read, shown


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("20/01/2019, 16:05 - {}", "16:05:00"),
        ("1/20/19, 4:05 PM - {}", "16:05:00"),
        ("1/20/19, 4:05\u202fPM - {}", "16:05:00"),
        ("20.01.19, 16:05 - {}", "16:05:00"),
        ("20.1.2019 klo 16.05 - {}", "16:05:00"),
        ("2019-01-20 16:05 - {}", "16:05:00"),
        ("2019. 01. 20. 16:05 - {}", "16:05:00"),
        ("2019. 1. 20. 오후 4:05 - {}", "16:05:00"),
        ("2019/1/20 下午4:05 - {}", "16:05:00"),
        ("20/1/2019, 4:05 p. m. - {}", "16:05:00"),
        ("20/1/2019 à 16:05 - {}", "16:05:00"),
        ("20.01.19 г., 16:05 - {}", "16:05:00"),
        ("٢٠/١/٢٠١٩، ٤:٠٥ م - {}", "16:05:00"),
        ("2019-01-20 16 h 05 - {}", "16:05:00"),
        ("[20/01/2019, 16:05:07] {}", "16:05:07"),
        ("[20.01.19, 16:05:07] {}", "16:05:07"),
        ("\u200e[1/20/19, 4:05:07 PM] {}", "16:05:07"),
        ("[2019-01-20, 4:05:07 PM] {}", "16:05:07"),
        ("20/01/19, 12:05 am - {}", "00:05:00"),
        ("20/01/19, 12:05 pm - {}", "12:05:00"),
    ],
)
def test_every_way_to_write_the_date_and_the_clock_is_read(line: str, at: str) -> None:
    text = line.format("Ana Lima: hello\nthere") + "\n"
    assert chat_format(text.encode(), "_chat.txt") is Format.WHATSAPP
    assert shown(lines(text)) == [(f"2019-01-20T{at}", "Ana Lima", "hello\nthere")]


def test_which_number_is_the_month_is_told_by_the_whole_file() -> None:
    text = "1/2/19, 10:00 - Ana: a\n1/3/19, 10:00 - Bob: b\n1/13/19, 10:00 - Ana: c\n"
    assert [at[:10] for at, _, _ in shown(lines(text))] == [
        "2019-01-02",
        "2019-01-03",
        "2019-01-13",
    ]


def test_days_that_may_be_months_are_those_on_which_people_write_day_after_day() -> None:
    us = "1/2/19, 10:00 - Ana: a\n1/3/19, 10:00 - Bob: b\n1/9/19, 10:00 - Ana: c\n"
    assert shown(lines(us))[2][0][:10] == "2019-01-09"
    uk = "02/01/19, 10:00 - Ana: a\n03/01/19, 10:00 - Bob: b\n09/01/19, 10:00 - Ana: c\n"
    assert shown(lines(uk))[2][0][:10] == "2019-01-09"


def test_a_pasted_line_of_another_chat_stays_in_the_message() -> None:
    text = (
        "20/01/2019, 16:05 - Ana: look:\n[1.9.19, 00:00:00] Peter: hi\n"
        "2/11/19: Arrival\n" + "20/01/2019, 16:06 - Bob: ok\n" * 3
    )
    first, second, *_ = lines(text)
    assert first.text == "look:\n[1.9.19, 00:00:00] Peter: hi\n2/11/19: Arrival"
    assert second.text == "ok"


def test_what_the_program_says_is_skipped_and_tells_the_title() -> None:
    text = (
        "20/01/2019, 16:05 - Messages are end-to-end encrypted.\n"
        '20/01/2019, 16:05 - Ana created group "Roof: 2019"\n'
        "20/01/2019, 16:05 - Ana changed the subject from “A: b” to “Roof”\n"
        "20/01/2019, 16:06 - Ana: hi\n20/01/2019, 16:06 - Bob: hi\n20/01/2019, 16:06 - Rui: hi\n"
    )
    found = read(text, "_chat.txt")
    assert [type(one) for one in found] == [Skipped] * 3 + [Incoming] * 3
    assert lines(text, "_chat.txt")[0].topic == "Roof"


def test_years_of_the_buddhist_era_are_those_of_the_common_era() -> None:
    found = shown(lines("29/2/2567 15:05 - Somchai: hi?\n3/11/2568 15:06 - Ana: ja\n"))
    assert [when for when, _, _ in found] == ["2024-02-29T15:05:00", "2025-11-03T15:06:00"]


def test_the_zone_of_the_telephone_makes_the_moment() -> None:
    file = io.BytesIO(b"20/07/2019, 16:05 - Ana: hi\n")
    (one,) = read_chat(file, NAME, Format.WHATSAPP, ZoneInfo("Europe/Lisbon"))
    assert isinstance(one, Incoming)
    assert one.offset == 60
    assert shown([one])[0][0] == "2019-07-20T15:05:00"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_other_encodings_are_read(codec: str) -> None:
    text = "20/01/2019, 16:05 - José: olá\n20/01/2019, 16:06 - José: até\n"
    raw = text.encode(codec)
    assert chat_format(raw[:100], "x.txt") is Format.WHATSAPP
    assert [said for _, _, said in shown(lines(raw))] == ["olá", "até"]


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-01 10:00:00 - INFO: started\n2024-01-01 10:00:01 - INFO: x\n",
        "[2024-01-01 10:00:00] ERROR: no\n",
        "Shopping\n20/01/2019, 16:05 - Ana: hi\n",
        "date,who\n20/01/2019,x\n",
    ],
)
def test_logs_and_other_texts_are_no_chats(text: str) -> None:
    assert chat_format(text.encode(), "notes.txt") is None


def test_signal_says_me() -> None:
    text = (
        b"[2019-12-24, 12:23] Me: Hello!\n[2020-01-17, 21:49] Ana: Hi\nthere ![](./media/a.jpg)\n"
    )
    assert chat_format(text, "Ana/chat.md") is Format.SIGNAL
    first, second = read_chat(io.BytesIO(text), "Ana/chat.md", Format.SIGNAL, UTC)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.mine, second.mine) == (True, False)
    assert (second.text, second.attachments[0].name) == ("Hi\nthere", "a.jpg")


def test_what_is_broken_is_refused_with_its_line() -> None:
    text = "20/01/2019, 16:05 - Ana: hi\n31/02/2019, 16:05 - Ana: no such day\n"
    assert [type(one) for one in read("oops\n" + text)] == [Refused, Incoming, Refused]
    assert read("nothing here\n") == [
        Refused(NAME, "it has no line that begins with a date, a time and a name")
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "20/01/19, 16:05 - Ana: hi",
                "[1.2.19, 1:00:00] B: x",
                ": ",
                "\u200e",
                "<",
                "\ufeff",
                "a\0b",
                "\ud7ff",
                "9" * 50,
                "(" * 2000,
                "20/01/19, 16:05 - ",
                "1/1/1, 1:1",
                "\r",
                "\x85",
                "@\u2068",
            ],
        ),
        max_size=30,
    ),
    st.sampled_from(["\n", "\r\n", ""]),
)
@settings(max_examples=60, deadline=None, database=None)
def test_no_text_breaks_the_reading_and_no_line_is_lost(parts: list[str], end: str) -> None:
    text = end.join(parts)
    found = read(text)
    assert all(isinstance(one, Incoming | Refused | Skipped) for one in found)
    heads = [one for one in found if isinstance(one, Incoming | Skipped)]
    assert len(heads) <= text.count("\n") + 1
