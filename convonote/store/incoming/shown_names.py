"""Who is meant by a name or a number as a chat or a transcript shows it."""

from convonote.conversation.records import Channel
from convonote.conversation.who import full_name
from convonote.intake.records import Party
from convonote.store.base import Base
from convonote.store.people import people

_SHOWN = frozenset({"whatsapp", "signal", "telegram", "instagram", Channel.VIDEO.value})
"""Channels on which somebody may have no other address than the name that is shown."""
_BY_NUMBER = (Channel.PHONE.value, "whatsapp", "signal", "telegram", Channel.SMS.value)
_FEWEST_DIGITS = 6


def same_elsewhere(base: Base, party: Party) -> int | None:
    """Who has this number on another channel, or is the only one with this full name.

    An address that is an id tells who somebody is by itself, and so is compared with no name.
    """
    if party.channel not in _SHOWN:
        return None
    if sum(mark.isdecimal() for mark in party.address) >= _FEWEST_DIGITS and not party.name:
        owners = (people.at_address(base, channel, party.address) for channel in _BY_NUMBER)
        return next((owner for owner in owners if owner is not None), None)
    name = party.name.strip()
    if not name or name.casefold() != party.address.strip().casefold():
        return None
    mine: str = base.value("SELECT name FROM person WHERE id = ?", (base.me,))
    if name.casefold() == mine.casefold():
        return base.me
    if not full_name(name):
        return None
    alike = base.rows(
        "SELECT id FROM person WHERE name = ? COLLATE NOCASE AND kind = 'person'"
        " AND deleted_at IS NULL LIMIT 2",
        (name,),
    )
    return alike[0][0] if len(alike) == 1 else None
