"""Chats written as text: WhatsApp's exports in their many forms, and Signal's."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.intake.chats import chat_format, read_chat
from convonote.intake.chats.telling import telling_name
from convonote.intake.formats import Format
from convonote.intake.records import Attachment, Incoming, Refused, Skipped

NAME = "WhatsApp Chat with Ana Lima.txt"


def read(text: str | bytes, name: str = NAME) -> list[Incoming | Refused | Skipped]:
    """Everything in a chat."""
    raw = text.encode() if isinstance(text, str) else text
    return list(read_chat(io.BytesIO(raw), name, Format.WHATSAPP, UTC))


def lines(text: str | bytes, name: str = NAME) -> list[Incoming]:
    """The lines of a chat that people said."""
    return [one for one in read(text, name) if isinstance(one, Incoming)]


def shown(found: Sequence[Incoming]) -> list[tuple[str, str, str]]:
    """When, who and what."""
    return [
        (
            (datetime(1970, 1, 1) + timedelta(microseconds=one.at or 0)).isoformat(),
            one.author.address if one.author else "",
            one.text,
        )
        for one in found
    ]


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


@pytest.mark.parametrize(
    ("said", "text", "names"),
    [
        ("<Media omitted>", "", ["Media omitted"]),
        ("<Medien ausgeschlossen>\nsee?", "see?", ["Medien ausgeschlossen"]),
        ("IMG-20190120-WA0001.jpg (file attached)", "", ["IMG-20190120-WA0001.jpg"]),
        ("\u200eIMG-20190120-WA0001.jpg (dosya ekli)\nroof", "roof", ["IMG-20190120-WA0001.jpg"]),
        ("Plan of roof.pdf (Datei angehängt)", "", ["Plan of roof.pdf"]),
        ("\u200e<attached: 00000012-PHOTO-2019.jpg>", "", ["00000012-PHOTO-2019.jpg"]),
        ("look \u200e<Anhang: 12-PHOTO.jpg>", "look", ["12-PHOTO.jpg"]),
        ("\u200eimage omitted", "", ["image omitted"]),
        ("Plan.pdf • \u200e12 pages \u200edocument omitted", "", ["Plan.pdf"]),
        ("", "", ["media"]),
        ("Plan.pdf (the old one)", "Plan.pdf (the old one)", []),
        ("<grin>", "<grin>", []),
        ("hello <This message was edited>", "hello", []),
        (
            "\u200eLocation: https://maps.example/?q=1,2",
            "Location: https://maps.example/?q=1,2",
            [],
        ),
        ("\u200eMissed voice call", "Missed voice call", []),
    ],
)
def test_pictures_and_marks_are_told_from_words(said: str, text: str, names: list[str]) -> None:
    (one,) = lines(f"20/01/2019, 16:05 - Ana Lima: {said}\n")
    assert (one.text, [each.name for each in one.attachments]) == (text, names)


def test_a_picture_has_its_type() -> None:
    (one,) = lines("20/01/2019, 16:05 - Ana: IMG-20190120-WA0001.jpg (file attached)\n")
    assert one.attachments == (Attachment("IMG-20190120-WA0001.jpg", "image/jpeg", 0),)


def test_deleted_messages_and_notices_under_a_name_are_skipped() -> None:
    text = (
        "[20/01/2019, 16:05:00] Ana: \u200eMessages are end-to-end encrypted.\n"
        "[20/01/2019, 16:05:01] Ana: \u200eThis message was deleted.\n"
        "[20/01/2019, 16:05:02] Ana: hi\n"
    )
    assert [type(one) for one in read(text)] == [Skipped, Skipped, Incoming]


def test_a_name_may_hold_a_colon() -> None:
    text = "".join(f"20/01/2019, 16:0{n} - Roof: Bob: {word}\n" for n, word in enumerate("abc"))
    assert [(who, said) for _, who, said in shown(lines(text))] == [
        ("Roof: Bob", "a"),
        ("Roof: Bob", "b"),
        ("Roof: Bob", "c"),
    ]


def test_years_of_the_buddhist_era_are_those_of_the_common_era() -> None:
    found = shown(lines("29/2/2567 15:05 - Somchai: hi?\n3/11/2568 15:06 - Ana: ja\n"))
    assert [when for when, _, _ in found] == ["2024-02-29T15:05:00", "2025-11-03T15:06:00"]


def test_whom_a_line_mentions_is_named() -> None:
    (one, *_) = lines(
        "20/01/2019, 16:05 - Ana: @\u2068Bob Stone\u2069 and @491701234567, see\n"
        "20/01/2019, 16:05 - Bob Stone: yes\n",
        "_chat.txt",
    )
    assert [each.address for each in one.named] == ["Bob Stone", "+491701234567"]


def test_the_other_of_two_is_told_by_the_name_of_the_file() -> None:
    first, second = lines("20/01/2019, 16:05 - Ana Lima: hi\n20/01/2019, 16:06 - Rui: hi\n")
    assert (first.mine, second.mine) == (False, True)
    assert first.delivered_to == ("Rui",)
    assert [each.address for each in first.to] == ["Rui"]


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("WhatsApp Chat with Ana Lima.txt", "Ana Lima"),
        ("x/WhatsApp Chat with Ana Lima (2).txt", "Ana Lima"),
        ("WhatsApp-Chat mit Ana Lima.txt", "Ana Lima"),
        ("Chat de WhatsApp con Ana Lima.txt", "Ana Lima"),
        ("Conversa do WhatsApp com Ana.txt", "Ana"),
        ("Discussion WhatsApp avec Ana Lima.txt", "Ana Lima"),
        ("WhatsApp Chat - Ana Lima.zip/_chat.txt", "Ana Lima"),
        ("Чат WhatsApp с контактом Ana.txt", "Ana"),
        ("与Ana的 WhatsApp 聊天.txt", "Ana"),
        ("Ana ile WhatsApp Sohbeti.txt", "Ana"),
        ("WhatsApp_Chat_with_Ana.txt", "Ana"),
        ("whatsapp/_chat.txt", ""),
    ],
)
def test_the_name_of_an_export_tells_whom_it_is_with(source: str, who: str) -> None:
    assert telling_name(source) == who


def test_a_line_has_the_same_name_in_each_export_of_its_chat() -> None:
    android = "20/01/2019, 16:05 - Ana: ok\n20/01/2019, 16:05 - Ana: ok\n"
    ios = (
        "[20.01.19, 16:05:07] Ana: ok\n[20.01.19, 16:05:09] Ana: ok\n[21.01.19, 10:00:00] Bob: hi\n"
    )
    one, other = lines(android), lines(ios)
    assert [each.name for each in one] == [each.name for each in other][:2]
    assert one[0].name != one[1].name
    assert one[0].name.startswith(f"{one[0].chat}:")


def test_pictures_have_the_same_name_with_and_without_themselves() -> None:
    with_it = lines("20/01/2019, 16:05 - Ana: IMG-20190120-WA0001.jpg (file attached)\nroof\n")
    without = lines("20/01/2019, 16:05 - Ana: <Media omitted>\nroof\n")
    assert with_it[0].name == without[0].name


def test_the_same_words_in_two_chats_have_two_names() -> None:
    text = "20/01/2019, 16:05 - Me: Happy new year!\n"
    assert lines(text, NAME)[0].name != lines(text, "WhatsApp Chat with Bob.txt")[0].name


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
