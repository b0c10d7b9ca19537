"""The addresses in a card: how somebody can be reached, the preferred ones first."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from convonote.conversation.records import Channel
from convonote.intake.cards.values import UNRANKED, Property, one_line
from convonote.intake.records import Party

FAX, PAGER = "fax", "pager"
"""Channels of numbers at which nobody talks."""
LONGEST = 500
"""Characters of an address; what is longer is none."""

_MESSENGERS = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-MSN": "msn", "X-YAHOO": "yahoo", "X-QQ": "qq",
    "X-JABBER": "xmpp", "X-GTALK": "xmpp", "X-GOOGLE-TALK": "xmpp", "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype", "X-SIGNAL": "signal", "X-WHATSAPP": "whatsapp",
    "X-TELEGRAM": "telegram", "X-MATRIX": "matrix", "X-THREEMA": "threema",
    "X-GADUGADU": "gadugadu", "X-GROUPWISE": "groupwise", "X-SIP": "sip", "X-WECHAT": "wechat",
    "X-MS-IMADDRESS": "im", "X-KADDRESSBOOK-X-IMADDRESS": "im", "X-EVOLUTION-IM": "im",
}  # fmt: skip
_SCHEMES = {"ymsgr": "yahoo", "msnim": "msn", "sips": "sip", "jabber": "xmpp", "x-apple": "im"}
_SERVICES = {"gtalk": "xmpp", "google talk": "xmpp", "googletalk": "xmpp", "jabber": "xmpp"}
_MESSAGING = re.compile(r"X-MESSAGING/([A-Z0-9]+)")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_EXTENSION = re.compile(r";ext=(\d+)", re.IGNORECASE)
_ANGLED = re.compile(r"<([^<>]+)>")


def addresses(properties: Iterable[Property]) -> tuple[tuple[Party, ...], int]:
    """Every address once, the preferred ones first, and how many those are."""
    found = [(each.rank, party) for each in properties if (party := _party(each)) is not None]
    found.sort(key=lambda ranked: ranked[0])
    ranks: dict[Party, int] = {}
    for rank, party in found:
        ranks.setdefault(party, rank)
    return tuple(ranks), sum(rank < UNRANKED for rank in ranks.values())


def _party(property: Property) -> Party | None:
    address = _address(property)
    if address is None or not address[1] or len(address[1]) > LONGEST:
        return None
    channel, value = address
    return Party(value, channel=channel)


def _address(property: Property) -> tuple[str, str] | None:
    """Channel and value, if the line gives an address at all."""
    match property.name:
        case "EMAIL":
            return _email(property.line())
        case "TEL":
            return _phone(property)
        case "IMPP":
            return _messenger(property)
    if (channel := _MESSENGERS.get(property.name)) is not None:
        return channel, property.line()
    if (named := _MESSAGING.match(property.name)) is not None:
        service = named[1].lower()
        return _SERVICES.get(service, service), property.line()
    return None


def _email(value: str) -> tuple[str, str]:
    angled = _ANGLED.search(value)
    bare = angled[1] if angled else value
    if bare[:7].lower() == "mailto:":
        bare = unquote(bare[7:].partition("?")[0])
    # What an office system writes there instead of a mail address reaches nobody by mail.
    return (Channel.EMAIL if "@" in bare else Channel.OTHER), bare.strip()


def _phone(property: Property) -> tuple[str, str]:
    value = property.line()
    if value[:4].lower() == "tel:":
        number, *_ = value[4:].split(";")
        extension = _EXTENSION.search(value)
        value = unquote(number) + (f" ext. {extension[1]}" if extension else "")
    types = property.types
    if FAX in types:
        return FAX, value
    if PAGER in types:
        return PAGER, value
    return (Channel.SMS if types - {"pref"} == {"text"} else Channel.PHONE), value


def _messenger(property: Property) -> tuple[str, str]:
    value = property.line()
    found = _SCHEME.fullmatch(value)
    scheme, rest = ("", value) if found is None else (found[1].lower(), unquote(found[2]))
    service = one_line(property.first("X-SERVICE-TYPE"))
    channel = _SERVICES.get(service.lower(), service.lower()) or _SCHEMES.get(scheme, scheme)
    return channel or Channel.OTHER, one_line(rest.removeprefix("//"))
