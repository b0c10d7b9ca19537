"""Addresses as they are compared: two ways of writing one address are one."""

from convonote.conversation.records import Channel
from convonote.store.storable import storable

_BY_NUMBER = (Channel.PHONE, Channel.SMS)


def fold_address(channel: str, value: str) -> str:
    """An address as it is compared on its channel: numbers by their digits, the rest by case."""
    folded = value.strip().casefold()
    if channel in _BY_NUMBER:
        digits = "".join(mark for mark in folded if mark.isdecimal())
        if digits:
            international = folded.startswith(("+", "00"))
            return "+" + digits.removeprefix("00") if international else digits
    return storable(folded)
