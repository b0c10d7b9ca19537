"""Cards written for a test, and what was read in them."""

import io

from convonote.conversation.details import DetailKind
from convonote.intake.cards import read_cards
from convonote.intake.records import Card, Refused


def vcard(*lines: str, version: str = "3.0") -> bytes:
    """A card of some lines."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def read(raw: bytes) -> list[Card | Refused]:
    """All that is read in a file of cards."""
    return list(read_cards(io.BytesIO(raw), "x.vcf"))


def only(raw: bytes) -> Card:
    """The one card that is read."""
    (card,) = read(raw)
    assert isinstance(card, Card)
    return card


def said(card: Card, kind: DetailKind) -> list[tuple[str, str]]:
    """What a card says of a kind."""
    return [(each.value, each.extra) for each in card.details if each.kind is kind]


def reached(card: Card) -> list[tuple[str, str]]:
    """The addresses of a card with their channels."""
    return [(str(party.channel), party.address) for party in card.addresses]
