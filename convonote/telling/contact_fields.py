"""A card as lines that can be typed over, and what such lines say; knows no screen.

A line that stands as it was shown means what was stored, whatever that is; only a line that was
changed is read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from convonote.config import address
from convonote.conversation.details import DetailKind
from convonote.store.people.addresses import misfit
from convonote.store.people.person_records import Contact
from convonote.store.people.records import ContactForm, WrittenAddress
from convonote.text.clean import clean

NAME = "name"
ADDRESS = "address"
"""The two fields that are no details."""
PREFERRED = "*"
PUBLIC = "public"
"""What may stand behind an address."""

LABELS = {
    NAME: "name",
    DetailKind.LINE.value: "who they are",
    ADDRESS: "reached at",
    DetailKind.PREFERS.value: "prefers",
    DetailKind.ORGANISATION.value: "organisation",
    DetailKind.ROLE.value: "role",
    DetailKind.MET.value: "how we met",
    DetailKind.EXPERTISE.value: "knows about",
    DetailKind.TAG.value: "tags",
    DetailKind.BIRTHDAY.value: "birthday",
    DetailKind.INTEREST.value: "likes",
    DetailKind.RELATED.value: "related to",
    DetailKind.PLACE.value: "place",
    DetailKind.ALSO.value: "also called",
    DetailKind.WEB.value: "web",
    DetailKind.NOTE.value: "note",
}
"""What stands before each field, in the order of the card."""
HINTS = {
    ADDRESS: "such as phone +48 600 1; behind it * preferred, public",
    DetailKind.PREFERS.value: "such as phone",
    DetailKind.BIRTHDAY.value: "such as 1980-03-21, or --03-21",
    DetailKind.EXPERTISE.value: "such as plumbing (expert)",
    DetailKind.TAG.value: "such as family, choir",
    DetailKind.RELATED.value: "such as Marek (brother)",
}
"""What an empty field shows."""
SINGLE = frozenset(
    {NAME, *map(str, (DetailKind.LINE, DetailKind.PREFERS, DetailKind.BIRTHDAY, DetailKind.MET))}
)
"""Of these one line is enough."""

_QUALIFIED = (DetailKind.EXPERTISE, DetailKind.INTEREST, DetailKind.RELATED, DetailKind.WEB)
"""Kinds in which words in brackets at the end qualify the rest."""
_BRACKETS = re.compile(r"(?P<value>.*\S)\s*\((?P<extra>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form."""

    kind: str
    """`NAME`, `ADDRESS`, or a kind of detail."""
    text: str = ""
    stored: tuple[str, str] | None = None
    """(value, extra) of the detail that it shows."""


class Unfit(ValueError):
    """A line says nothing that could be stored; one line that says why."""

    def __init__(self, place: int, message: str) -> None:
        super().__init__(message)
        self.place = place
        """Which line it is."""


def fields(contact: Contact) -> list[Field]:
    """The lines of a card, with an empty one of each kind for what there is to add."""
    found: list[Field] = []
    for kind in LABELS:
        if kind == NAME:
            some = [Field(NAME, clean(contact.person.name))]
        elif kind == ADDRESS:
            some = [Field(ADDRESS, text) for text in _addresses(contact)]
        else:
            some = [
                Field(kind, shown(one.value, one.extra, many=kind == DetailKind.NOTE), stored)
                for one in contact.details
                if one.kind == kind
                for stored in ((one.value, one.extra),)
            ]
        found += some
        if kind not in SINGLE or not some:
            found.append(Field(kind))
    return found


def shown(value: str, extra: str, *, many: bool = False) -> str:
    """A detail as it stands in a form, on one line or on many."""
    text = "\n".join(map(clean, value.splitlines())) if many else clean(value)
    return f"{text} ({clean(extra)})" if extra else text


def form(contact: Contact, before: Sequence[Field], after: Iterable[Field]) -> ContactForm:
    """What the lines of a form say whose lines were `before`; raises Unfit."""
    name, addresses, details = "", list[WrittenAddress](), list[tuple[str, str, str]]()
    known = dict(zip(_addresses(contact), _written(contact), strict=True))
    for place, field in enumerate(after):
        text = field.text.strip()
        if field.kind == NAME:
            name = contact.person.name if text == before[0].text.strip() else text
            if not name:
                raise Unfit(place, "a person needs a name")
        elif field.stored is not None and text == _as_shown(field).strip():
            details.append((field.kind, *field.stored))
        elif field.kind == ADDRESS and text:
            addresses.append(known.get(text) or _address(place, text, contact))
        elif text:
            details += [(field.kind, *each) for each in _read(field.kind, text)]
    kinds = tuple(kind for kind in LABELS if kind not in (NAME, ADDRESS))
    return ContactForm(name, tuple(addresses), kinds, tuple(details))


def _as_shown(field: Field) -> str:
    assert field.stored is not None
    return shown(*field.stored, many=field.kind == DetailKind.NOTE)


def _read(kind: str, text: str) -> Iterable[tuple[str, str]]:
    """(value, extra) of what was typed."""
    if kind == DetailKind.TAG:
        return [(tag, "") for part in text.split(",") if (tag := part.strip())]
    found = _BRACKETS.fullmatch(text) if kind in _QUALIFIED else None
    return [(found["value"], found["extra"].strip()) if found else (text, "")]


def _written(contact: Contact) -> list[WrittenAddress]:
    return [
        WrittenAddress(
            channel, value, place < contact.preferred, (channel, value) in contact.public
        )
        for place, (channel, value) in enumerate(contact.person.addresses)
    ]


def _addresses(contact: Contact) -> list[str]:
    return [
        f"{clean(one.channel)} {clean(one.value)}"
        f"{f' {PREFERRED}' if one.preferred else ''}{f' {PUBLIC}' if one.public else ''}"
        for one in _written(contact)
    ]


def _address(place: int, text: str, contact: Contact) -> WrittenAddress:
    words = text.split()
    marks = set()
    while len(words) > 1 and words[-1].casefold() in (PREFERRED, PUBLIC):
        marks.add(words.pop().casefold())
    written = " ".join(words)
    # Cards bring channels that nobody need know, such as a fax.
    own = {channel for channel, _ in contact.person.addresses if written.startswith(f"{channel} ")}
    try:
        channel, value = (
            (max(own), written.removeprefix(max(own)).strip()) if own else address(written)
        )
    except ValueError:
        raise Unfit(
            place, f"“{clean(text)}” is no address; write its channel first, such as: signal ana.12"
        ) from None
    if wrong := misfit(channel, value):
        raise Unfit(place, f"“{clean(value)}” {wrong}")
    return WrittenAddress(channel, value, PREFERRED in marks, PUBLIC in marks)
