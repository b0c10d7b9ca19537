"""Somebody else whom a card names: spouse, assistant, parent."""

import re
from collections.abc import Iterator

from convonote.conversation.details import DetailKind
from convonote.intake.cards.values import Property, one_line
from convonote.intake.records import Detail

_NAMED = {
    "SPOUSE": "spouse", "SPOUSESNAME": "spouse", "ASSISTANT": "assistant",
    "ASSISTANTSNAME": "assistant", "MANAGER": "manager", "MANAGERSNAME": "manager",
    "CHILD": "child", "PARTNER": "partner",
}  # fmt: skip
_OWN = re.compile(r"X-(?:MS-|EVOLUTION-|KADDRESSBOOK-X-)?([A-Z]+)")
_ANDROID = (
    "", "assistant", "brother", "child", "domestic partner", "father", "friend", "manager",
    "mother", "parent", "partner", "referred by", "relative", "sister", "spouse",
)  # fmt: skip
_ANDROID_RELATION = "vnd.android.cursor.item/relation"
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"
_ENCODED = re.compile(r"X-FCENCODED-([0-9A-F]+)")
_REFERENCE = re.compile(r"(?:urn|cid|uid|https?|data):\S*", re.IGNORECASE)
_NESTED_NAME = re.compile(r"^FN[^:\n]*:([^\n]*)$", re.MULTILINE | re.IGNORECASE)


def relations(property: Property, label: str) -> Iterator[Detail]:
    """Whom a line names and how they are related; `label` is the name its group gives it."""
    match property.name:
        case "RELATED":
            types = sorted(property.types - {"pref"})
            yield from _related(property.line(), label or ", ".join(types))
        case "X-ABRELATEDNAMES":
            yield from _related(property.line(), label.lower() if label.isupper() else label)
        case "AGENT":
            nested = _NESTED_NAME.search(property.text())
            yield from _related(nested[1].strip() if nested else property.line(), "agent")
        case "X-ANDROID-CUSTOM":
            yield from _android(property.parts(";"))
        case name:
            if (how := _how(name)) is not None:
                yield from _related(property.line(), how)
            elif (encoded := _ENCODED.fullmatch(name)) is not None:
                yield from _encoded(encoded[1], property)


def _how(name: str) -> str | None:
    own = _OWN.fullmatch(name)
    return None if own is None else _NAMED.get(own[1])


def _related(value: str, how: str) -> Iterator[Detail]:
    # What only refers to another card names nobody.
    if value and not _REFERENCE.fullmatch(value):
        yield Detail(DetailKind.RELATED, value, how)


def _android(parts: list[str]) -> Iterator[Detail]:
    what, value, kind, label = [*parts, "", "", "", ""][:4]
    if what == _ANDROID_NICKNAME and value:
        yield Detail(DetailKind.ALSO, value)
    if what == _ANDROID_RELATION:
        known = kind.isascii() and kind.isdecimal() and 0 < int(kind[:4]) < len(_ANDROID)
        yield from _related(value, _ANDROID[int(kind)] if known else label)


def _encoded(digits: str, property: Property) -> Iterator[Detail]:
    """A name that did not fit the letters allowed there, such as `X-FC-RelatedNames:Mother`."""
    try:
        name, _, how = bytes.fromhex(digits).decode("utf-8", "replace").partition(":")
    except ValueError:
        return
    if name == "X-FC-RelatedNames":
        yield from _related(property.line(), one_line(how).lower())
