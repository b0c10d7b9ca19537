"""What is said in lines of a WhatsApp export: pictures, marks, names, and whom a line mentions."""

import pytest

from convonote.intake.chats.telling import telling_name
from convonote.intake.records import Attachment, Incoming, Skipped
from tests.intake.written import NAME, lines, read, shown


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
