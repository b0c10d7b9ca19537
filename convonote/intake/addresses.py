"""Addresses in headers: groups, comments and quotes, in time that grows with the length only."""

import re
from collections.abc import Iterable, Iterator

from convonote.intake.encoded import decoded
from convonote.intake.records import Party

MOST = 1000
"""Addresses that are read from the headers of one kind."""
_LONGEST_ADDRESS = 320
_LONGEST_NAME = 200

_TOKEN = re.compile(
    r'"((?:[^"\\]|\\.)*+)"?'  # 1: a quoted string
    r"|<([^<>,;\s]*+[^<>]{0,400})>"  # 2: an address in angle brackets
    r"|([()])"  # 3: a comment begins or ends
    r"|([,;])"  # 4: the next one
    r"|(:)"  # 5: what stood before was the name of a group
    r'|([^"<>(),;:]++)'  # 6: words
    r"|[<>]",
    re.S,
)
_BACKSLASH = re.compile(r"\\(.)", re.S)
_SPACE = re.compile(r"\s+")
_PLAIN = re.compile(r"[^\s@<>()\",;:]{1,100}@[^\s@<>()\",;:]{1,255}")
_HIDDEN_AT = re.compile(r"(\S+)\s+(?:at|\(at\)|\[at\])\s+(\S+\.\S+)", re.I)
_COMMENT = re.compile(r"\([^()]*+\)")
_NOBODY = re.compile(r"(?:un)?disclosed|recipient|unlisted|suppressed", re.I)


def parties(values: Iterable[str]) -> tuple[Party, ...]:
    """Everybody named in address headers, each once, in order; empty groups name nobody."""
    found: dict[str, Party] = {}
    for value in values:
        for party in _read(value):
            known = found.get(party.address.lower())
            if known is None or not known.name:
                found[party.address.lower()] = party
            if len(found) >= MOST:
                return tuple(found.values())
    return tuple(found.values())


def party(value: str) -> Party | None:
    """The first somebody in an address header."""
    return next(_read(value), None)


class _Mailbox:
    """What has been read of one address so far."""

    __slots__ = ("angle", "comment", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.comment: list[str] = []
        self.angle = ""

    def finished(self) -> Party | None:
        words = _clean("".join(self.words))
        comment = _clean("".join(self.comment))
        if self.angle:
            address, name = self.angle, words or comment
        elif "@" in words:
            plain = _PLAIN.search(words)
            address = plain[0] if plain and " " in words else words.replace(" ", "")
            name = comment or _clean(words.replace(address, " ").strip(" -[]'\""))
        elif hidden := _HIDDEN_AT.fullmatch(words):
            address, name = f"{hidden[1]}@{hidden[2]}", comment
        else:
            # No address at all: a local user, or a name alone.
            address, name = words, comment or (words if " " in words else "")
        address = _bare(address)
        if not address or ("@" not in address and _NOBODY.search(address)):
            return None
        name = _clean(decoded(name)).strip("'\" ")
        if name.lower() == address.lower():
            name = ""
        return Party(address[:_LONGEST_ADDRESS], name[:_LONGEST_NAME])


def _read(value: str) -> Iterator[Party]:
    current = _Mailbox()
    depth = 0
    for token in _TOKEN.finditer(value):
        quoted, angle, paren, separator, colon, words = token.groups()
        if paren is not None:
            depth = max(0, depth + (1 if paren == "(" else -1))
            current.comment.append(" ")
        elif depth:
            current.comment.append(token[0])
        elif separator is not None:
            if (found := current.finished()) is not None:
                yield found
            current = _Mailbox()
        elif colon is not None:
            # `Friends: ana@…, bob@…;` but also `mailto:ana@…`.
            current = _Mailbox()
        elif angle is not None:
            current.angle = current.angle or angle
        elif quoted is not None:
            _quoted(current, _BACKSLASH.sub(r"\1", quoted), value[token.end() : token.end() + 1])
        elif words is not None:
            current.words.append(words)
    if (found := current.finished()) is not None:
        yield found
    elif depth and (plain := _PLAIN.search(value)):
        yield Party(plain[0])  # A bracket that never closes hid everything.


def _quoted(current: _Mailbox, content: str, following: str) -> None:
    """Take a quoted string: nearly always a name, rarely the local part of an address."""
    current.words.append(content.replace(" ", "_") if following == "@" else f" {content} ")


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _bare(address: str) -> str:
    address = decoded(address)
    if "@" in address:
        address = _SPACE.sub("", _COMMENT.sub("", address))
    address = _clean(address)
    address = address.removeprefix("mailto:").strip("'\"<>[]")
    # A source route (`<@a,@b:ana@example.org>`) is no part of the address.
    return address.rpartition(":")[2] if address.startswith("@") else address
