"""Cards as they are, from every version and program; what no program should write is survived."""

import io

import pytest

from convonote.conversation.details import DetailKind
from convonote.intake.cards import is_card, read_cards
from convonote.intake.cards.lines import LARGEST
from convonote.intake.cards.reading import MOST_REFUSED
from convonote.intake.records import Card, Refused


def vcard(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def read(raw: bytes) -> list[Card | Refused]:
    return list(read_cards(io.BytesIO(raw), "x.vcf"))


def only(raw: bytes) -> Card:
    (card,) = read(raw)
    assert isinstance(card, Card)
    return card


def said(card: Card, kind: DetailKind) -> list[tuple[str, str]]:
    return [(each.value, each.extra) for each in card.details if each.kind is kind]


def reached(card: Card) -> list[tuple[str, str]]:
    return [(str(party.channel), party.address) for party in card.addresses]


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"BEGIN:VCARD\r\nVERSION:3.0", True),
        (b"\xef\xbb\xbf\n\nbegin:vcard \n", True),
        ("\ufeffBEGIN:VCARD\r\n".encode("utf-16-le"), True),
        ("BEGIN:VCARD\r\n".encode("utf-16-be"), True),
        (b"BEGIN:VCALENDAR\r\n", False),
        (b"BEGIN:VCARDS\r\n", False),
        (b"From: me\n\nBEGIN:VCARD\n", False),
        (b"", False),
    ],
)
def test_cards_are_told_by_how_they_begin(head: bytes, is_one: bool) -> None:
    assert is_card(head) is is_one


def test_quoted_printable_goes_on_after_a_soft_break() -> None:
    card = only(
        vcard(
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nu=C3=B1ez;Jos=C3=A9;;;",
            "NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Caf=E9: two=0D=0A=",
            "lines, one=3Dtwo",
            "TEL;CELL;PREF:600 100 200",
            version="2.1",
        )
    )
    assert card.name == "José Nuñez"
    assert said(card, DetailKind.NOTE) == [("Café: two\nlines, one=two", "")]
    assert (reached(card), card.preferred) == ([("phone", "600 100 200")], 1)


@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings_of_every_system_are_read(ending: str, encoding: str) -> None:
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:Łukasz Żak\nNOTE:one\\n\n two\nEND:VCARD\n"
    card = only(text.replace("\n", ending).encode(encoding))
    assert (card.name, said(card, DetailKind.NOTE)) == ("Łukasz Żak", [("one\ntwo", "")])


def test_an_undeclared_charset_is_guessed() -> None:
    assert only(vcard("FN:José").decode().encode("cp1252")).name == "José"


def test_pictures_without_folding_are_passed_over() -> None:
    card = only(
        vcard(
            "FN:Ana Lima",
            "PHOTO;BASE64:",
            "/9j/4AAQSkZJRg",
            "AAQSkZJRgABAQ==",
            "",
            "EMAIL:a@b.example",
        )
    )
    assert (card.name, reached(card)) == ("Ana Lima", [("email", "a@b.example")])


def test_a_line_of_a_hundred_megabytes_is_passed_over() -> None:
    class Long(io.RawIOBase):
        """A card whose picture is one endless line."""

        def __init__(self) -> None:
            self.parts = iter(
                [b"BEGIN:VCARD\nPHOTO:", *[b"A" * 65536] * 1600, b"\nFN:Ana\nEND:VCARD\n"]
            )

        def read(self, size: int = -1) -> bytes:
            return next(self.parts, b"")

    (card,) = read_cards(Long(), "x.vcf")  # type: ignore[arg-type]  # All that is asked of it.
    assert isinstance(card, Card)
    assert card.name == "Ana"


def test_a_bad_card_is_refused_by_number_and_name_and_the_rest_is_read() -> None:
    long = vcard("FN:Eva", "NOTE:" + "x" * LARGEST)
    cut = b"BEGIN:VCARD\nFN:Cut Off\nEMAIL:cut@exam"
    found = read(vcard("FN:Ana") + vcard("NOTE:nobody") + long + vcard("FN:Bob") + cut)
    assert [one.name if isinstance(one, Card) else (one.source, one.reason) for one in found] == [
        "Ana",
        ("x.vcf, card 2", "it has neither a name nor an address"),
        ("x.vcf, card 3", "it is larger than 1 MB, pictures left out"),
        "Bob",
        ("x.vcf, card 5 (Cut Off)", "it is cut short: its END:VCARD is missing"),
    ]


def test_a_missing_end_costs_no_card() -> None:
    raw = b"BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Bob\nEND:VCARD\n"
    assert [one.name for one in read(raw) if isinstance(one, Card)] == ["Ana", "Bob"]


@pytest.mark.parametrize("rest", [b"", b"NOTE:we met in Ky", b"PHOTO:" + b"A" * 99, b"END:VCA"])
def test_a_card_without_its_end_is_read_where_name_and_address_are_whole(rest: bytes) -> None:
    for version in (b"2.1", b"3.0"):
        raw = b"BEGIN:VCARD\nVERSION:%s\nFN:Ana\nEMAIL:ana@example.org\n" % version
        (one,) = read(raw + rest)
        assert isinstance(one, Card)
        assert (one.name, reached(one)) == ("Ana", [("email", "ana@example.org")])


@pytest.mark.parametrize("rest", [b"", b"FN:A", b"FN:Ana\nTEL:+351 12", b"NOTE:x\n"])
def test_a_card_that_ends_within_its_name_or_address_is_refused(rest: bytes) -> None:
    (one,) = read(b"BEGIN:VCARD\nVERSION:3.0\n" + rest)
    assert isinstance(one, Refused)
    assert "cut short" in one.reason


def test_very_many_bad_cards_are_summed_up() -> None:
    found = read(vcard() * (MOST_REFUSED + 7))
    assert len(found) == MOST_REFUSED + 1
    assert found[-1] == Refused("x.vcf", "7 more cards cannot be taken in either")


@pytest.mark.parametrize(
    "line",
    [
        "NOTE;" + ";" * 200_000 + ":x",
        'NOTE;X="' + "a" * 400_000,
        "NOTE;" + '"' * 100_001 + ":x",
        "NOTE:" + "\\" * 300_001,
        "N:" + ";" * 300_000,
        "item1." * 60_000 + "TEL:1",
        "CATEGORIES:" + "," * 300_000,
        "BDAY:" + "-" * 100_000,
        "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=" * 200_000,
        "NOTE;ENCODING=b:====",
        ":" * 100_000,
        "TEL;PREF=" + "9" * 50_000 + ":1",
    ],
)
def test_hostile_lines_are_read_in_bounded_time(line: str) -> None:
    found = read(vcard("FN:Ana", line))
    assert [one.name for one in found if isinstance(one, Card)] == ["Ana"]


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
