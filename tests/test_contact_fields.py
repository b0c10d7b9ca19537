"""A card as lines to be typed over: what is not touched stays as it is, whatever it holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convonote.conversation.details import DetailKind
from convonote.store.people.addresses import misfit
from convonote.store.people.person_records import Contact, DetailRow, Person
from convonote.store.people.records import WrittenAddress
from convonote.telling.contact_fields import ADDRESS, NAME, Field, Unfit, fields, form

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
VALUES = st.one_of(TEXTS, st.sampled_from(["a, b", "a (b)", "(b)", "\x1b[2J", "a\nb", " "]))


@st.composite
def contacts(draw: st.DrawFn) -> Contact:
    """People with anything at all written on their cards."""
    addresses = draw(
        st.lists(
            st.tuples(st.sampled_from(["email", "in person", "fax"]), st.integers(1, 99)),
            unique=True,
            max_size=3,
        )
    )
    details = draw(st.lists(st.tuples(st.sampled_from(DetailKind), VALUES, VALUES), max_size=5))
    written = tuple((channel, f"{number}@x") for channel, number in addresses)
    rows = tuple(
        DetailRow(place, str(place), str(kind), value, extra, False)
        for place, (kind, value, extra) in enumerate(details)
    )
    preferred = draw(st.integers(0, len(written)))
    return Contact(Person(1, "1", draw(TEXTS), addresses=written), preferred, rows, None)


def _contact(
    *details: tuple[str, str, str], addresses: tuple[tuple[str, str], ...] = ()
) -> Contact:
    rows = tuple(DetailRow(n, str(n), *detail, False) for n, detail in enumerate(details))
    return Contact(Person(1, "1", "Ana", addresses=addresses), 0, rows, None)


def _typed(contact: Contact, kind: str, text: str) -> list[Field]:
    """The lines of a card of which the last of a kind was typed over."""
    before = fields(contact)
    last = max(place for place, field in enumerate(before) if field.kind == kind)
    before[last] = Field(kind, text, before[last].stored)
    return before


@given(contacts())
@settings(max_examples=40, deadline=None, database=None)
def test_lines_that_nobody_touched_say_what_is_stored(contact: Contact) -> None:
    before = fields(contact)
    said = form(contact, before, before)
    assert said.name == contact.person.name
    assert [(one.channel, one.value) for one in said.addresses] == list(contact.person.addresses)
    assert sum(one.preferred for one in said.addresses) == contact.preferred
    stored = [(one.kind, one.value, one.extra) for one in contact.details]
    assert sorted(said.details) == sorted(stored)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ana@example.org", WrittenAddress("email", "ana@example.org")),
        ("+48 600 1 *", WrittenAddress("phone", "+48 600 1", preferred=True)),
        ("signal ana.12 * public", WrittenAddress("signal", "ana.12", True, True)),
        ("phone 12 public *", WrittenAddress("phone", "12", True, True)),
        ("fax 12 34", WrittenAddress("fax", "12 34")),
    ],
)
def test_an_address_is_read_with_its_marks(text: str, address: WrittenAddress) -> None:
    contact = _contact(addresses=(("fax", "1"),))
    said = form(contact, fields(contact), _typed(contact, ADDRESS, text))
    assert said.addresses == (WrittenAddress("fax", "1"), address)


def test_a_line_that_is_no_address_is_pointed_to() -> None:
    contact = _contact()
    typed = _typed(contact, ADDRESS, "somewhere nice")
    with pytest.raises(Unfit, match="is no address") as wrong:
        form(contact, fields(contact), typed)
    assert typed[wrong.value.place].kind == ADDRESS


def test_a_person_needs_a_name() -> None:
    contact = _contact()
    with pytest.raises(Unfit, match="needs a name"):
        form(contact, fields(contact), _typed(contact, NAME, " "))


@pytest.mark.parametrize(
    ("kind", "text", "details"),
    [
        ("tag", "choir, family,", [("tag", "choir", ""), ("tag", "family", "")]),
        ("expertise", "roofs (expert)", [("expertise", "roofs", "expert")]),
        ("organisation", "Rohr (Söhne)", [("organisation", "Rohr (Söhne)", "")]),
        ("note", "one\n\ntwo, three", [("note", "one\n\ntwo, three", "")]),
    ],
)
def test_what_is_typed_is_read_by_its_kind(
    kind: str, text: str, details: list[tuple[str, str, str]]
) -> None:
    contact = _contact()
    assert list(form(contact, fields(contact), _typed(contact, kind, text)).details) == details


def test_an_emptied_line_takes_its_detail_away() -> None:
    contact = _contact(("line", "paints", ""), ("tag", "choir", ""))
    said = form(contact, fields(contact), _typed(contact, "line", ""))
    assert said.details == (("tag", "choir", ""),)


@pytest.mark.parametrize("value", ["+34 600 000 102foo@@ ([red])", "ask Ana", "1"])
def test_what_is_no_number_is_no_address_for_the_phone(value: str) -> None:
    assert "is no number" in misfit("phone", value)


@pytest.mark.parametrize("value", ["+34 600 000 102", "(0)22 600-10 ext. 7", "*21#"])
def test_what_can_be_dialled_is(value: str) -> None:
    assert misfit("phone", value) == ""
    assert misfit("signal", "anything.12") == ""
