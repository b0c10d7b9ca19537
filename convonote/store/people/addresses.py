"""Addresses as they are compared: two ways of writing one address are one."""

import re

from convonote.conversation.records import Channel
from convonote.store.storable import storable

_BY_NUMBER = (Channel.PHONE, Channel.SMS, "fax", "pager")
_PERHAPS_BY_NUMBER = ("signal", "whatsapp", "telegram")
"""Channels on which some have a number and some a name."""
_NUMBER = re.compile(r"[+0-9][0-9 ()./\u00a0\u2010-\u2015-]{4,}")
_EXTENSION = re.compile(r"(?:;ext=|(?<![a-z])(?:extension|extn?|x)|#)[.: ]*(\d{1,8})$")
_TRUNK = re.compile(r"\(0\)")
"""The zero that is dialled within a country only."""

_DIALLED = re.compile(r"\+?[\d ()#./*,\u00a0\u2010-\u2015-]+")
_MAIL = re.compile(r"[^@\s<>()\[\],;\"]+@[^@\s<>()\[\],;\"]+")

_SHARED = (Channel.PHONE, "fax", "pager", Channel.OTHER)
"""Channels on which an address often is a household's or an office's."""
_OFFICES = {
    "info", "contact", "office", "mail", "hello", "sales", "support", "admin", "team", "service",
    "kontakt", "buero", "biuro", "poczta", "post", "contacto", "contato", "accueil", "booking",
}  # fmt: skip
"""The first parts of mail addresses that are an office's."""


def often_shared(channel: str, value: str) -> bool:
    """Whether several people may well have this address: a household's number, an office's mail."""
    local = value.partition("@")[0].strip().casefold()
    return channel in _SHARED or (channel == Channel.EMAIL and local in _OFFICES)


def misfit(channel: str, value: str) -> str:
    """Why somebody cannot be reached so on a channel; nothing where they may be.

    Only for what somebody types: what comes in is kept as it is.
    """
    value = value.strip()
    if channel in _BY_NUMBER:
        extension = _EXTENSION.search(value.casefold())
        number = value[: extension.start()] if extension else value
        if not _DIALLED.fullmatch(number) or sum(mark.isdecimal() for mark in number) < 2:
            return "is no number; write digits, spaces and +()-./ alone, as +34 600 000 102"
    elif channel == Channel.EMAIL and not _MAIL.fullmatch(value):
        return "is no address for mail; write it as ana@example.org"
    return ""


def fold_address(channel: str, value: str) -> str:
    """An address as it is compared on its channel: numbers by their digits, the rest by case."""
    folded = value.strip().casefold()
    if channel in _BY_NUMBER or (channel in _PERHAPS_BY_NUMBER and _NUMBER.fullmatch(folded)):
        return _number(folded) or storable(folded)
    return storable(folded)


def _number(written: str) -> str:
    """The digits, in the international form where it has one; an extension stays apart."""
    extension = _EXTENSION.search(written)
    bare = written[: extension.start()] if extension else written
    international = bare.startswith(("+", "00"))
    if international:
        bare = _TRUNK.sub("", bare)
    digits = "".join(str(int(mark)) for mark in bare if mark.isdecimal())
    if not digits:
        return ""
    number = "+" + digits.removeprefix("00") if international else digits
    return f"{number};{extension[1]}" if extension else number
