"""Cards as they are, from every version and program; what no program should write is survived."""

import io

import pytest

from convonote.conversation.details import DetailKind
from convonote.intake.cards import is_card, read_cards
from convonote.intake.cards.lines import LARGEST
from convonote.intake.cards.reading import MOST_REFUSED
from convonote.intake.records import Card, Refused
from tests.intake.cards.reading import only, reached, read, said, vcard


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
