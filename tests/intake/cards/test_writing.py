"""Cards as they are written: what is read back is what was written, and others can read it."""

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.details import DetailKind
from convonote.intake.cards import read_cards
from convonote.intake.cards.values import lines, one_line
from convonote.intake.cards.writing import LINE, write_cards
from convonote.intake.records import Card, Detail, Party

_TEXT = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('\\,;:"\n^=% %\t'), max_size=40
)
_LINE = _TEXT.map(one_line).filter(bool)
_CHANNEL = st.sampled_from(["email", "phone", "sms", "fax", "signal", "in person", "my own: way"])


def _party(channel: str, value: str) -> Party:
    return Party(f"{value}@x" if channel == "email" else value, channel=channel)


_PARTIES = st.lists(
    st.builds(_party, _CHANNEL, st.from_regex(r"[\w+/;,:%\\.-]{1,20}", fullmatch=True)),
    max_size=4,
    unique=True,
)
_TAGGED = st.sampled_from(
    [kind for kind in DetailKind if kind in ("line", "role", "met", "tag", "also", "prefers")]
)
_WITH_EXTRA = st.sampled_from(
    [kind for kind in DetailKind if kind in ("expertise", "interest", "related", "place", "web")]
)
_DETAILS = st.lists(
    st.builds(Detail, _TAGGED, _LINE)
    | st.builds(Detail, _WITH_EXTRA, _LINE, _TEXT.map(one_line))
    | st.builds(Detail, st.just(DetailKind.NOTE), _TEXT.map(lines).filter(bool))
    | st.builds(
        lambda day: Detail(DetailKind.BIRTHDAY, day.isoformat()),
        st.dates().filter(lambda day: day.year > 999 and day.year != 1604),
    ),
    max_size=5,
    unique=True,
)


def _fits(detail: Detail) -> bool:
    """What only refers to another card names nobody, and is not kept."""
    return detail.kind is not DetailKind.RELATED or ":" not in detail.value


@settings(max_examples=60, deadline=None, database=None)
@given(_LINE, _PARTIES, _DETAILS, st.integers(0, 4), st.booleans())
def test_what_is_written_is_read_back(
    name: str, parties: list[Party], details: list[Detail], preferred: int, organisation: bool
) -> None:
    details = [each for each in details if _fits(each) and each != Detail(DetailKind.ALSO, name)]
    card = Card(
        "x",
        0,
        name,
        tuple(parties),
        min(preferred, len(parties)),
        tuple(details),
        organisation,
        "urn:uuid:0193",
    )
    written = "".join(write_cards([card]))
    assert list(read_cards(io.BytesIO(written.encode()), "x")) == [card]
    assert all(len(line.encode()) <= LINE for line in written.split("\r\n"))


def test_a_card_looks_as_the_standard_wants_it() -> None:
    card = Card(
        "",
        0,
        "Ana Lima",
        (Party("ana@example.org"), Party("+48 600 100 200", channel="phone")),
        1,
        (
            Detail(DetailKind.ORGANISATION, "Kites, Ltd", "Sales"),
            Detail(DetailKind.EXPERTISE, "roofs", "expert"),
            Detail(DetailKind.BIRTHDAY, "--12-03"),
            Detail(DetailKind.NOTE, "ż" * 60),
            Detail(DetailKind.RELATED, "Bob", "spouse"),
        ),
        uid="urn:uuid:0193b1c2-0000-7000-8000-000000000000",
    )
    assert "".join(write_cards([card])).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "PRODID:-//convonote//EN",
        "UID:urn:uuid:0193b1c2-0000-7000-8000-000000000000",
        "KIND:individual",
        "FN:Ana Lima",
        "N:Lima;Ana;;;",
        "EMAIL;PREF=1:ana@example.org",
        "TEL;TYPE=voice:+48 600 100 200",
        "ORG:Kites\\, Ltd;Sales",
        "EXPERTISE;LEVEL=expert:roofs",
        "BDAY:--1203",
        "NOTE:" + "ż" * 35,
        " " + "ż" * 25,
        "RELATED;VALUE=text;TYPE=spouse:Bob",
        "END:VCARD",
        "",
    ]
