"""Names that a stranger gave, made safe for files: no paths, no tricks, never too long."""

import re
import unicodedata

LONGEST = 255
"""Bytes of a file name that all usual systems take."""
_ROOM = 8
"""Bytes that are left for a number behind the name."""
_LONGEST_ENDING = 16

_FORBIDDEN = re.compile(r'[<>:"|?*\\/]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|\Z)", re.I)
_TURNING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Kinds of characters that are not seen, turn the direction, or are none."""
_JOINERS = "\u200c\u200d"


def safe_name(name: str, *, longest: int = LONGEST) -> str:
    """The name in one line, of at most so many bytes, its ending kept; empty where none is left."""
    name = unicodedata.normalize("NFC", name[: 4 * LONGEST])
    name = "".join(_shown(character) for character in name)
    name = " ".join(_FORBIDDEN.sub("_", name).split())
    name = name.lstrip(".- ~").rstrip(". ")
    if _RESERVED.match(name):
        name = f"_{name}"
    return _cut(name, longest - _ROOM)


def numbered(name: str, taken: set[str]) -> str:
    """The name, with a number where that one is taken already, whatever the case of its letters."""
    stem, ending = _split(name)
    found = name
    number = 2
    while _folded(found) in taken:
        found = f"{stem} ({number}){ending}"
        number += 1
    taken.add(_folded(found))
    return found


def _shown(character: str) -> str:
    if character in _JOINERS:
        return character  # Persian and emoji need them.
    return "_" if unicodedata.category(character) in _TURNING else character


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())


def _split(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending.encode()) > _LONGEST_ENDING:
        return name, ""
    return stem, dot + ending


def _cut(name: str, longest: int) -> str:
    if len(name.encode()) <= longest:
        return name
    stem, ending = _split(name)
    left = longest - len(ending.encode())
    return stem.encode()[:left].decode(errors="ignore").rstrip(". ") + ending
