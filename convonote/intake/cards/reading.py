"""Cards from a file, whatever program wrote it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import BinaryIO

from convonote.conversation.details import DetailKind
from convonote.intake.cards.lines import RawCard, raw_cards
from convonote.intake.cards.particulars import details
from convonote.intake.cards.reach import addresses
from convonote.intake.cards.values import Property, one_line, read_property
from convonote.intake.records import Card, Detail, Refused

MOST_REFUSED = 1_000
"""Cards of one file that are refused one by one; the rest only by their number."""
MOST_IN_A_ROW = 5_000
"""Cards refused one after the other behind which nothing else is to be expected."""
LONGEST = 300
"""Characters of a name that are kept."""

_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_UNSPACED = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]+")


def read_cards(file: BinaryIO, source: str) -> Iterator[Card | Refused]:
    """The people and organisations in a file of vCards; groups of them are passed over.

    A card that cannot be taken in is refused with its reason, and the rest is read.
    """
    found = refused = in_a_row = 0
    for raw in raw_cards(file):
        found += 1
        read = _read(raw, source)
        in_a_row = in_a_row + 1 if isinstance(read, Refused) else 0
        if isinstance(read, Refused):
            refused += 1
            if in_a_row > MOST_IN_A_ROW:
                yield Refused(
                    source,
                    f"{MOST_IN_A_ROW:,} cards in a row cannot be taken in: the rest was not read",
                )
                return
            if refused > MOST_REFUSED:
                continue
        if read is not None:
            yield read
    if not found:
        yield Refused(source, "there is no whole card in it")
    if refused > MOST_REFUSED:
        yield Refused(source, f"{refused - MOST_REFUSED:,} more cards cannot be taken in either")


def _read(raw: RawCard, source: str) -> Card | Refused | None:
    properties = [
        property for line in raw.lines if (property := read_property(line, old=raw.old)) is not None
    ]
    kind = next((each.line().lower() for each in properties if each.name in _KINDS), "")
    if kind == "group":
        return None
    organisation = kind in ("org", "organization") or any(
        each.name == "X-ABSHOWAS" and each.line().lower() == "company" for each in properties
    )
    known = details(properties)
    reached, preferred = addresses(properties)
    name, *others = _names(properties, known, organisation=organisation) or [""]
    where = f"{source}, card {raw.number + 1}" + (f" ({name})" if name else "")
    if raw.problem:
        return Refused(where, raw.problem)
    if not name and not reached:
        return Refused(where, "it has neither a name nor an address")
    also = (Detail(DetailKind.ALSO, other) for other in others)
    return Card(
        source=source,
        place=raw.number,
        name=name,
        addresses=reached,
        preferred=preferred,
        details=tuple(
            each
            for each in dict.fromkeys((*known, *also))
            if each.kind is not DetailKind.ALSO or each.value != name
        ),
        organisation=organisation,
        uid=next((each.line()[:LONGEST] for each in properties if each.name == "UID"), ""),
    )


def _names(
    properties: Sequence[Property], known: Sequence[Detail], *, organisation: bool
) -> list[str]:
    """What the card calls them, the best first: whole name, parts, organisation, nickname."""
    whole = [one_line(each.text())[:LONGEST] for each in properties if each.name == "FN"]
    parts = [_assembled(each) for each in properties if each.name == "N"]
    names = [*filter(None, whole)] or [*filter(None, parts)][:1]
    if names and all("@" in name for name in names):
        # Some programs write an address where they know no name.
        names = [*filter(None, parts)][:1] or names
    if names and not (organisation and not whole):
        return list(dict.fromkeys(names))
    stand_in = (DetailKind.ORGANISATION, DetailKind.ALSO)
    return [each.value for kind in stand_in for each in known if each.kind is kind][:1] or names


def _assembled(property: Property) -> str:
    """The parts of a name in the order in which they are said."""
    family, given, middle, before, after = (
        one_line(part.replace(",", " ")) for part in islice([*property.parts(";"), *[""] * 5], 5)
    )
    if _UNSPACED.fullmatch(family + given) and not (middle or before or after):
        return (family + given)[:LONGEST]
    return " ".join(filter(None, (before, given, middle, family, after)))[:LONGEST]
