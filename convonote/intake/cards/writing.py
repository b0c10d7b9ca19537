"""Cards as vCard 4.0 (RFC 6350 and 6715), the same bytes for the same cards.

`reading` gives back what is written here, word for word.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from convonote.conversation.details import DetailKind
from convonote.conversation.records import Channel
from convonote.intake.cards.particulars import LABEL, OWN
from convonote.intake.cards.reach import FAX, PAGER
from convonote.intake.records import Card, Detail

LINE = 75
"""Bytes of a line before it is folded, as the standard advises."""

PRODUCT = "-//convonote//EN"
_NAMES = {
    DetailKind.ROLE: "TITLE",
    DetailKind.BIRTHDAY: "BDAY",
    DetailKind.NOTE: "NOTE",
    DetailKind.TAG: "CATEGORIES",
    DetailKind.EXPERTISE: "EXPERTISE",
    DetailKind.INTEREST: "INTEREST",
    DetailKind.RELATED: "RELATED",
    DetailKind.ALSO: "NICKNAME",
    DetailKind.WEB: "URL",
    **{kind: name for name, kind in OWN.items()},
}
_TYPES = {
    "home", "work", "contact", "acquaintance", "friend", "met", "co-worker", "colleague",
    "co-resident", "neighbor", "child", "parent", "sibling", "spouse", "kin", "muse", "crush",
    "date", "sweetheart", "me", "agent", "emergency",
}  # fmt: skip
"""What the standard knows as types of places and of relations."""
_NUMBERS = {Channel.PHONE: "voice", Channel.SMS: "text", FAX: "fax", PAGER: "pager"}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*")
_MARKS = {"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"}
_ESCAPED = re.compile("[\\\\,;\0-\x08\n-\x1f\x7f-\x9f]")
"""What has a mark of its own, and the control characters, which no card may hold."""
_CARETS = {"^": "^^", "\n": "^n", '"': "^'"}
_CARET = re.compile(r"[\^\n\"]")


def write_cards(cards: Iterable[Card]) -> Iterator[str]:
    """Each card as text, its lines ended and folded."""
    for card in cards:
        yield "".join(map(_folded, _lines(card)))


def _lines(card: Card) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"PRODID:{PRODUCT}"
    if card.uid:
        yield f"UID:{_text(card.uid)}"
    yield f"KIND:{'org' if card.organisation else 'individual'}"
    name = card.name or next((party.address for party in card.addresses), "")
    yield f"FN:{_text(name)}"
    yield f"N:{_parts(name, organisation=card.organisation)}"
    for place, party in enumerate(card.addresses, 1):
        preferred = f";PREF={min(place, 100)}" if place <= card.preferred else ""
        yield _address(party.channel, party.address, preferred)
    for detail in card.details:
        yield _detail(detail)
    yield "END:VCARD"


def _parts(name: str, *, organisation: bool) -> str:
    """Family and given name, as far as a whole name tells; FN is what counts."""
    given, _, family = name.rpartition(" ")
    if organisation or not family:
        return ";;;;"
    return f"{_text(family)};{_text(given)};;;"


def _address(channel: str, value: str, preferred: str) -> str:
    if channel == Channel.EMAIL:
        return f"EMAIL{preferred}:{_text(value)}"
    if (kind := _NUMBERS.get(channel)) is not None:
        return f"TEL;TYPE={kind}{preferred}:{_text(value)}"
    scheme = channel if _SCHEME.fullmatch(channel) else "x-channel"
    service = f";X-SERVICE-TYPE={_parameter(channel)}"
    return f"IMPP{service}{preferred}:{scheme}:{quote(value, safe='+@._-~')}"


def _detail(detail: Detail) -> str:
    value, extra = _text(detail.value), detail.extra
    match detail.kind:
        case DetailKind.ORGANISATION:
            return f"ORG:{value}" + (f";{_text(extra)}" if extra else "")
        case DetailKind.PLACE:
            return f"ADR{_typed(extra)}:;;{value};;;;"
        case DetailKind.RELATED:
            return f"RELATED;VALUE=text{_typed(extra)}:{value}"
        case DetailKind.EXPERTISE | DetailKind.INTEREST:
            level = f";LEVEL={_parameter(extra)}" if extra else ""
            return f"{_NAMES[detail.kind]}{level}:{value}"
        case DetailKind.BIRTHDAY:
            return f"BDAY:{_day(value)}"
        case DetailKind.WEB:
            return f"URL{_typed(extra)}:{value}"
    return f"{_NAMES[detail.kind]}:{value}"


def _day(day: str) -> str:
    """A day in the standard's basic form: `19800321`, or `--0321` without its year."""
    return day[:2] + day[2:].replace("-", "")


def _typed(what: str) -> str:
    """What a line is called: a type where the standard has one."""
    if not what:
        return ""
    return f";TYPE={what}" if what in _TYPES else f";{LABEL}={_parameter(what)}"


def _text(value: str) -> str:
    return _ESCAPED.sub(lambda found: _MARKS.get(found[0], " "), value)


def _parameter(value: str) -> str:
    """A parameter's value, by RFC 6868 where it holds what none may hold."""
    safe = _CARET.sub(lambda found: _CARETS[found[0]], value)
    return safe if re.fullmatch(r"[\w-]+", safe) else f'"{safe}"'


def _folded(line: str) -> str:
    """A line with its end, folded between characters."""
    raw = line.encode()
    if len(raw) <= LINE:
        return f"{line}\r\n"
    pieces: list[str] = []
    piece: list[str] = []
    size = 0
    for mark in line:
        takes = len(mark.encode())
        if size + takes > LINE:
            pieces.append("".join(piece))
            piece, size = [], 1
        piece.append(mark)
        size += takes
    return "\r\n ".join([*pieces, "".join(piece)]) + "\r\n"
