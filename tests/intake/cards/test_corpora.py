"""The cards that other programs wrote: what is kept of each is what it says."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.details import DetailKind
from convonote.intake.cards import is_card, read_cards
from convonote.intake.records import Card, Refused
from tests.intake.corpora import corpus

_DAMAGE = (
    b"\nBEGIN:VCARD\n", b"\nEND:VCARD\n", b"\r", b"\nAGENT:\n", b";ENCODING=b:", b"=\n",
    b";ENCODING=QUOTED-PRINTABLE", b";CHARSET=utf-7", b'"', b"\\", b"\0", b"\nBDAY:",
)  # fmt: skip


def cards(name: str) -> list[Card]:
    path = corpus("vcard/ez-vcard") / name
    assert is_card(path.read_bytes()[:1024])
    with path.open("rb") as file:
        found = list(read_cards(file, name))
    assert all(isinstance(one, Card) for one in found)
    return [one for one in found if isinstance(one, Card)]


def of(card: Card, kind: DetailKind) -> list[str]:
    return [
        f"{each.value} ({each.extra})" if each.extra else each.value
        for each in card.details
        if each.kind is kind
    ]


def on(card: Card, channel: str) -> list[str]:
    return [party.address for party in card.addresses if party.channel == channel]


def test_every_card_of_every_program_is_read() -> None:
    counts = {path.name: len(cards(path.name)) for path in corpus("vcard/ez-vcard").glob("*.vcf")}
    assert counts == {
        "fullcontact.vcf": 1,
        "gmail-list.vcf": 3,
        "gmail-single.vcf": 1,
        "gmail-single2.vcf": 1,
        "outlook-2003.vcf": 1,
        "outlook-2007.vcf": 1,
        "rfc2426-example.vcf": 2,
        "rfc6350-example.vcf": 1,
        "thunderbird-MoreFunctionsForAddressBook-extension.vcf": 1,
    }


def test_outlook_2003_of_version_2_1() -> None:
    (card,) = cards("outlook-2003.vcf")
    assert (card.name, card.preferred, card.addresses[0].address) == (
        "John Doe III",
        1,
        "jdoe@hotmail.com",
    )
    assert on(card, "phone") == ["BusinessPhone", "HomePhone", "MobilePhone"]
    assert on(card, "fax") == ["BusinessFaxPhone"]
    assert of(card, DetailKind.ORGANISATION) == ["Company, The (TheDepartment)"]
    assert of(card, DetailKind.ROLE) == ["The Job Title", "TheProfession"]
    assert of(card, DetailKind.NOTE) == [
        "This is the note field!!\nSecond line\n\nThird line is empty"
    ]
    assert of(card, DetailKind.BIRTHDAY) == ["1980-03-21"]
    assert of(card, DetailKind.ALSO) == ["Joey"]


def test_outlook_2007_with_picture_and_key() -> None:
    (card,) = cards("outlook-2007.vcf")
    assert card.name == "Mr. Michael Angstadt Jr."
    (note,) = of(card, DetailKind.NOTE)
    assert note.startswith("This is the NOTE field\t\nI assume it encodes")
    assert note.endswith("It does not preserve the formatting")
    assert of(card, DetailKind.RELATED) == [
        "TheManagerName (manager)",
        "TheAssistantName (assistant)",
        "TheSpouse (spouse)",
    ]
    assert of(card, DetailKind.PLACE) == ["TheOffice, 222 Broadway, 99999 New York, NY, USA (work)"]


def test_gmail_with_labels_and_relations() -> None:
    (card,) = cards("gmail-single2.vcf")
    assert len(on(card, "email")) == 5
    assert (on(card, "fax"), on(card, "pager")) == (["5555551117", "5555551118"], ["5555551120"])
    assert (on(card, "xmpp"), on(card, "skype")) == (["IM2", "IM9"], ["IM5"])
    related = of(card, DetailKind.RELATED)
    assert (len(related), related[1], related[-1]) == (
        16,
        "Name2 (spouse)",
        "Name16 (CustomRelationCategory)",
    )
    assert of(card, DetailKind.WEB)[1:4] == [
        "http://www.example2.com (PROFILE)",
        "http://www.example3.com (BLOG)",
        "http://www.example4.com (homepage)",
    ]
    assert of(card, DetailKind.BIRTHDAY) == ["1912-06-23"]


def test_the_examples_of_both_standards() -> None:
    frank, tim = cards("rfc2426-example.vcf")
    assert (frank.name, frank.addresses[0].address) == ("Frank Dawson", "Frank_Dawson@Lotus.com")
    assert of(frank, DetailKind.PLACE) == [
        "6544 Battleford Drive, 27613-3502 Raleigh, NC, U.S.A. (work)"
    ]
    assert of(tim, DetailKind.PLACE) == [
        "501 E. Middlefield Rd., 94043 Mountain View, CA, U.S.A. (work)"
    ]
    (simon,) = cards("rfc6350-example.vcf")
    assert simon.name == "Simon Perreault"
    assert on(simon, "phone") == ["+1-418-656-9254 ext. 102", "+1-418-262-6501"]
    assert of(simon, DetailKind.BIRTHDAY) == ["--02-03"]


def test_thunderbird_with_a_picture_in_base_64() -> None:
    (card,) = cards("thunderbird-MoreFunctionsForAddressBook-extension.vcf")
    assert (card.name, card.preferred) == ("John Doe", 1)
    assert of(card, DetailKind.TAG) == ["category1", "category2", "category3"]
    assert of(card, DetailKind.RELATED) == ["TheSpouse (spouse)"]
    assert of(card, DetailKind.NOTE)[0].endswith('the "note" field; even curse words.')


def test_fullcontact_with_names_that_were_encoded() -> None:
    (card,) = cards("fullcontact.vcf")
    assert of(card, DetailKind.ORGANISATION) == [
        "Organization1 (Department1)",
        "Organization2 (Department2)",
    ]
    assert "Fiance (fiancé)" in of(card, DetailKind.RELATED)
    assert of(card, DetailKind.TAG) == ["Tag"]
    assert of(card, DetailKind.BIRTHDAY) == ["2016-08-01"]


@settings(max_examples=60, deadline=None, database=None)
@given(st.data())
def test_damaged_cards_are_read_or_refused(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(corpus("vcard/ez-vcard").glob("*.vcf"))))
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(raw)))
        cut = data.draw(st.integers(0, 30))
        raw[at : at + cut] = data.draw(st.binary(max_size=6) | st.sampled_from(_DAMAGE))
    for one in read_cards(io.BytesIO(bytes(raw)), "x"):
        assert isinstance(one, Refused) or one.name or one.addresses
