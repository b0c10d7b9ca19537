"""What the fields of a card tell of somebody."""

import pytest

from convonote.conversation.details import DetailKind
from tests.intake.cards.reading import only, reached, read, said, vcard


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ana Lima", "N:Other;Name"], "Ana Lima"),
        (["N:Lima;Ana;Maria;Dr.;MSc"], "Dr. Ana Maria Lima MSc"),
        (["FN:", "N:陈;伟;;;"], "陈伟"),
        (["FN:ana@example.org", "N:Lima;Ana"], "Ana Lima"),
        (["FN:", "ORG:Kites Ltd;Sales"], "Kites Ltd"),
        (["NICKNAME:Annie"], "Annie"),
        (["FN:Anna\\, the \\n second"], "Anna, the second"),
    ],
)
def test_a_name_is_found_where_there_is_one(lines: list[str], name: str) -> None:
    assert only(vcard(*lines)).name == name


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("BDAY:19800321", "1980-03-21"),
        ("BDAY:1980-03-21T00:00:00Z", "1980-03-21"),
        ("BDAY:--0321", "--03-21"),
        ("BDAY:--03-21", "--03-21"),
        ("BDAY;VALUE=date:1604-02-29", "--02-29"),
        ("BDAY;X-APPLE-OMIT-YEAR=1600:1600-12-03", "--12-03"),
    ],
)
def test_birthdays_are_read_in_every_form(line: str, day: str) -> None:
    assert said(only(vcard("FN:Ana", line)), DetailKind.BIRTHDAY) == [(day, "")]


def test_a_birthday_that_is_no_day_is_kept_as_a_note() -> None:
    card = only(vcard("FN:Ana", "BDAY;VALUE=text:circa 1800"))
    assert said(card, DetailKind.NOTE) == [("birthday: circa 1800", "")]


def test_expertise_and_interests_have_levels() -> None:
    card = only(
        vcard(
            "FN:Ana",
            "EXPERTISE;LEVEL=expert;INDEX=1:chinese literature",
            "INTEREST;LEVEL=high:go",
            "HOBBY:reading",
            version="4.0",
        )
    )
    assert said(card, DetailKind.EXPERTISE) == [("chinese literature", "expert")]
    assert said(card, DetailKind.INTEREST) == [("go", "high"), ("reading", "")]


def test_every_way_to_name_a_relation_is_read() -> None:
    card = only(
        vcard(
            "FN:Ana",
            "RELATED;TYPE=spouse;VALUE=text:Bob",
            "RELATED;TYPE=friend:urn:uuid:f81d4fae",
            "X-SPOUSE:Bo",
            "X-EVOLUTION-MANAGER:Max",
            "X-KADDRESSBOOK-X-AssistantsName:Ada",
            "item1.X-ABRELATEDNAMES:Eva",
            "item1.X-ABLabel:_$!<Sister>!$_",
            "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Tom;5;;;;",
            "AGENT:BEGIN:VCARD\\nFN:Sue\\nEND:VCARD\\n",
        )
    )
    assert said(card, DetailKind.RELATED) == [
        ("Bob", "spouse"),
        ("Bo", "spouse"),
        ("Max", "manager"),
        ("Ada", "assistant"),
        ("Eva", "sister"),
        ("Tom", "father"),
        ("Sue", "agent"),
    ]


def test_an_agents_own_card_is_no_card_of_its_own() -> None:
    raw = vcard(
        "FN:Ana", "AGENT:", "BEGIN:VCARD", "FN:Sue", "TEL:1", "END:VCARD", "TEL:2", version="2.1"
    )
    card = only(raw)
    assert said(card, DetailKind.RELATED) == [("Sue", "agent")]
    assert reached(card) == [("phone", "2")]


def test_messengers_are_channels_of_their_own() -> None:
    card = only(
        vcard(
            "FN:Ana",
            "IMPP;PREF=1:xmpp:ana@example.org",
            "IMPP;X-SERVICE-TYPE=GTalk:xmpp:ana@g.example",
            "item1.IMPP;X-SERVICE-TYPE=Skype:x-apple:ana.lima",
            "X-SIGNAL:+48 600",
            "X-WHATSAPP:+48 601",
            "IMPP:signal:%2B48%20602",
            "TEL;TYPE=fax:1",
            "TEL;TYPE=text:2",
            "TEL;VALUE=uri:tel:+1-2;ext=3",
            "EMAIL:mailto:a%40@b.example",
            "EMAIL:Ana <c@d.example>",
            "EMAIL:/o=Org/cn=ana",
        )
    )
    assert reached(card) == [
        ("xmpp", "ana@example.org"),
        ("xmpp", "ana@g.example"),
        ("skype", "ana.lima"),
        ("signal", "+48 600"),
        ("whatsapp", "+48 601"),
        ("signal", "+48 602"),
        ("fax", "1"),
        ("sms", "2"),
        ("phone", "+1-2 ext. 3"),
        ("email", "a@@b.example"),
        ("email", "c@d.example"),
        ("other", "/o=Org/cn=ana"),
    ]
    assert card.preferred == 1


def test_the_preferred_come_first_by_rank() -> None:
    card = only(
        vcard(
            "FN:Ana",
            "EMAIL:a@b.example",
            "EMAIL;PREF=2:c@d.example",
            "TEL;TYPE=home,pref:1",
            version="4.0",
        )
    )
    assert reached(card) == [("phone", "1"), ("email", "c@d.example"), ("email", "a@b.example")]
    assert card.preferred == 2


@pytest.mark.parametrize("line", ["KIND:org", "X-ABShowAs:COMPANY"])
def test_an_organisation_is_told_from_a_person(line: str) -> None:
    card = only(vcard("FN:Kites Ltd", "ORG:Kites Ltd", line))
    assert (card.name, card.organisation) == ("Kites Ltd", True)


@pytest.mark.parametrize("line", ["KIND:group", "X-ADDRESSBOOKSERVER-KIND:group"])
def test_a_group_is_nobody(line: str) -> None:
    assert read(vcard("FN:Family", line) + vcard("FN:Ana")) == read(vcard("FN:Ana") * 2)[1:]


def test_text_that_could_drive_a_terminal_is_taken_out() -> None:
    card = only(vcard("FN:Ana\x1b]0;x\x07 Lima", "NOTE:a\x9bb"))
    assert card.name == "Ana ]0;x Lima"
    assert said(card, DetailKind.NOTE) == [("a b", "")]
