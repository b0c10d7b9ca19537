"""The details in a card: what it says of somebody beside name and addresses."""

import re
from collections.abc import Iterator, Mapping, Sequence

from convonote.conversation.details import DetailKind
from convonote.intake.cards.days import birthday
from convonote.intake.cards.relations import relations
from convonote.intake.cards.values import Property, lines, one_line
from convonote.intake.records import Detail

LABEL = "X-LABEL"
"""The parameter in which this program writes what a line is called."""
OWN = {
    "X-CONVONOTE-LINE": DetailKind.LINE,
    "X-CONVONOTE-MET": DetailKind.MET,
    "X-CONVONOTE-PREFERS": DetailKind.PREFERS,
}
"""What only this program writes, by name."""
_SIMPLE = {"TITLE": DetailKind.ROLE, "ROLE": DetailKind.ROLE, "X-PROFESSION": DetailKind.ROLE}
_LEVELLED = {
    "EXPERTISE": DetailKind.EXPERTISE,
    "INTEREST": DetailKind.INTEREST,
    "HOBBY": DetailKind.INTEREST,
}
_PAGES = {"URL": "", "X-SOCIALPROFILE": "", "SOCIALPROFILE": "", "X-TWITTER": "twitter"}
_PLACES = {"home", "work"}
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")


def labels(properties: Sequence[Property]) -> dict[str, str]:
    """What groups of lines are called, by the name of the group."""
    found = {}
    for property in properties:
        if property.name == "X-ABLABEL" and property.group:
            written = property.line()
            own = _APPLE_LABEL.fullmatch(written)
            found[property.group] = own[1].lower() if own else written
    return found


def details(properties: Sequence[Property]) -> tuple[Detail, ...]:
    """Every detail once, in the order of the card."""
    called = labels(properties)
    found = (detail for each in properties for detail in _details(each, called))
    return tuple(dict.fromkeys(found))


def _details(property: Property, called: Mapping[str, str]) -> Iterator[Detail]:
    label = one_line(property.first(LABEL)) or called.get(property.group, "")
    for detail in _read(property, label):
        if detail.value:
            yield detail


def _read(property: Property, label: str) -> Iterator[Detail]:
    name = property.name
    if (kind := _SIMPLE.get(name) or OWN.get(name)) is not None:
        yield Detail(kind, property.line())
    elif (kind := _LEVELLED.get(name)) is not None:
        yield Detail(kind, property.line(), one_line(property.first("LEVEL")))
    elif name in _PAGES:
        yield _page(property, label)
    elif name == "ORG":
        company, *units = property.parts(";")
        yield Detail(DetailKind.ORGANISATION, company, ", ".join(filter(None, units)))
    elif name == "NICKNAME":
        yield from (Detail(DetailKind.ALSO, each) for each in property.parts(","))
    elif name == "NOTE":
        yield Detail(DetailKind.NOTE, lines(property.text()))
    elif name == "CATEGORIES":
        yield from (Detail(DetailKind.TAG, each) for each in _tags(property))
    elif name == "ADR":
        where = label or ", ".join(sorted(property.types & _PLACES))
        yield Detail(DetailKind.PLACE, _place(property), where)
    elif name == "BDAY":
        yield from _birthday(property)
    else:
        yield from relations(property, label)


def _page(property: Property, label: str) -> Detail:
    kinds = property.types - {"pref", "internet"}
    what = label or one_line(property.first("SERVICE-TYPE")) or ", ".join(sorted(kinds))
    return Detail(DetailKind.WEB, property.line(), what or _PAGES[property.name])


def _tags(property: Property) -> list[str]:
    tags = property.parts(",")
    # Some escape the commas between tags; this program writes no tag with one.
    return [tag.strip() for each in tags for tag in each.split(", ")] if len(tags) == 1 else tags


def _place(property: Property) -> str:
    """Street first, as one would write it on a letter, in one line."""
    box, extended, street, town, region, code, country = (property.parts(";") + [""] * 7)[:7]
    return ", ".join(
        filter(None, (extended, street, box, f"{code} {town}".strip(), region, country))
    )


def _birthday(property: Property) -> Iterator[Detail]:
    written = property.line()
    day = birthday(written, without=property.first("X-APPLE-OMIT-YEAR"))
    if day:
        yield Detail(DetailKind.BIRTHDAY, day)
    elif written:
        yield Detail(DetailKind.NOTE, f"birthday: {written}")
