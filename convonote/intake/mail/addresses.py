"""Addresses in headers: groups, comments and quotes, in time that grows with the length only."""

import re
from collections.abc import Iterable, Iterator

from convonote.intake.mail.encoded import decoded
from convonote.intake.records import Party

MOST = 1000
"""Addresses that are read from the headers of one kind."""
_LONGEST_ADDRESS = 320
_LONGEST_NAME = 200

_ONE = re.compile(
    r"(?:\"([^\"\\=]{1,200})\"|([^\"<>(),;:@=\\]{0,200}?))\s*"
    r"<([^\s<>@(),;:\"'\[\]=]{1,100}@[^\s<>@(),;:\"'\[\]=]{1,255})>"
)
"""A header that names one person in the usual way, as most do."""
_ENCODED = r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s<>]{0,400}\?="
_TOKENS = (
    r'"((?:[^"\\]|\\.)*+)"?'  # 1: a quoted string
    r"|<([^<>,;\s]*+[^<>]{0,400})>"  # 2: an address in angle brackets
    r"|([()])"  # 3: a comment begins or ends
    r"|([,;])"  # 4: the next one
    r"|(:)"  # 5: what stood before was the name of a group
    r"|(%s[^\"<>(),;:]++)"  # 6: words
    r"|[<>]"
)
_TOKEN = re.compile(_TOKENS % "", re.S)
# An encoded word may hold commas and brackets, which then separate nothing.
_TOKEN_ENCODED = re.compile(
    _TOKENS % rf"{_ENCODED}(?:\s{{1,9}}{_ENCODED}){{0,50}}|(?:(?!=\?)[^\"<>(),;:])++|", re.S
)
_BACKSLASH = re.compile(r"\\(.)", re.S)
_PLAIN = re.compile(r"[^\s@<>()\",;:]{1,100}@[^\s@<>()\",;:]{1,255}")
_AROUND = re.compile(r"\s{0,9}([.@])\s{0,9}")
_HIDDEN_AT = re.compile(r"(\S+)\s+(?:at|\(at\)|\[at\])\s+(\S+\.\S+)", re.I)
_COMMENT = re.compile(r"\([^()]*+\)")
_NOBODY = re.compile(
    r"[\s\"'<]*(?:(?:un|non?|not)?[-_ ]?disclosed|unlisted|(?:un)?specified|hidden)"
    r"[-_. ]?(?:to[-_. ]?)?recip"
    r"|recipient list (?:not shown|suppressed)|suppressed|destinat\w+ (?:non? |inconnus|ocult)"
    r"|verborgene[-_. ]?empf|ukryci odbiorcy|\(no to-header",
    re.I,
)


def parties(values: Iterable[str]) -> tuple[Party, ...]:
    """Everybody named in address headers, each once, in order; empty groups name nobody."""
    found: dict[str, Party] = {}
    for value in values:
        for party in _read(value):
            key = party.address.lower()
            known = found.get(key)
            if known is None or not known.name:
                found[key] = party
                if len(found) >= MOST:
                    return tuple(found.values())
    return tuple(found.values())


def party(value: str) -> Party | None:
    """The first somebody in an address header."""
    return next(_read(value), None)


def _read(value: str) -> Iterator[Party]:
    usual = _ONE.fullmatch(value)
    if usual is not None:
        yield _party(usual[3], usual[1] or usual[2] or "")
    elif _PLAIN.fullmatch(value):
        yield from _parties(value, "")
    else:
        yield from _joined_names(_mailboxes(value))


class _Mailbox:
    """What has been read of one address so far."""

    __slots__ = ("after", "angle", "comment", "ended", "words")

    def __init__(self, words: list[str] | None = None) -> None:
        self.words = words or []
        self.after: list[str] = []
        self.comment: list[str] = []
        self.angle = ""
        self.ended = ""
        """What separates it from the next one."""

    def add(self, words: str) -> None:
        (self.after if self.angle else self.words).append(words)

    def finished(self) -> Iterator[Party]:
        words = _clean(decoded("".join(self.words)))
        comment = _clean("".join(self.comment))
        if self.angle:
            name = words or comment or _clean("".join(self.after))
            if "@" not in self.angle and _PLAIN.fullmatch(words):
                yield from _parties(words, comment)  # The brackets hold no address, the name does.
            else:
                yield from _parties(self.angle, name)
        elif "@" in words:
            yield from _in_words(words, comment)
        else:
            # No address at all: a local user, or a name alone.
            hidden = _HIDDEN_AT.fullmatch(words)
            yield from _parties(words, comment or (words if " " in words and not hidden else ""))


def _mailboxes(value: str) -> Iterator[_Mailbox]:
    current = _Mailbox()
    depth = opened = 0
    for token in (_TOKEN_ENCODED if "=?" in value else _TOKEN).finditer(value):
        quoted, angle, paren, separator, colon, words = token.groups()
        if paren is not None:
            opened = opened if depth else token.start()
            depth = max(0, depth + (1 if paren == "(" else -1))
            current.comment.append(" ")
        elif depth:
            current.comment.append(token[0])
        elif separator is not None:
            current.ended = separator
            yield current
            current = _Mailbox()
        elif colon is not None:
            if current.words and "@[" in "".join(current.words):
                current.add(":")  # Inside `ana@[IPv6:2001:db8::1]`.
            else:  # `Friends: ana@…, bob@…;` but also `mailto:ana@…`.
                current = _Mailbox()
        elif angle is not None:
            if current.angle:  # The comma between two is missing.
                following = current.after
                current.after = []
                yield current
                current = _Mailbox(following)
            current.angle = angle
        elif quoted is not None:
            content = _BACKSLASH.sub(r"\1", quoted) if "\\" in quoted else quoted
            # Nearly always a name, rarely the local part of an address.
            local = value.startswith("@", token.end())
            current.add(content.replace(" ", "_") if local else f" {content} ")
        elif words is not None:
            current.add(words)
    hidden = depth and not current.angle and "@" not in "".join(current.words)
    if hidden and (plain := _PLAIN.search(value, opened)) is not None:
        # A bracket that never closes hid everything behind it.
        current.angle, current.comment = plain[0], []
    yield current


def _joined_names(mailboxes: Iterator[_Mailbox]) -> Iterator[Party]:
    """Everybody, with `Lima, Ana <ana@…>` taken for one, as it is meant."""
    surname = ""
    for mailbox in mailboxes:
        if surname:
            if mailbox.angle and mailbox.words:
                mailbox.words.insert(0, f"{surname}, ")
            else:
                yield from _parties(surname, surname if " " in surname else "")
            surname = ""
        words = "" if mailbox.angle or mailbox.comment else _clean("".join(mailbox.words))
        if mailbox.ended == "," and words and "@" not in words and not _is_local(words):
            surname = words
        else:
            yield from mailbox.finished()
    if surname:
        yield from _parties(surname, surname if " " in surname else "")


def _is_local(words: str) -> bool:
    """Whether it may be a user of the same machine, such as `root`."""
    return (words.isascii() and words.islower()) or _HIDDEN_AT.fullmatch(words) is not None


def _in_words(words: str, comment: str) -> Iterator[Party]:
    """Addresses that no brackets show."""
    single = words.split()
    if len(single) > 1 and all(map(_PLAIN.fullmatch, single)):
        for address in single[:MOST]:
            yield from _parties(address, comment)
        return
    tight = _AROUND.sub(r"\1", words)
    if _PLAIN.fullmatch(tight):  # Once it was allowed to write `ana @ example . org`.
        yield from _parties(tight, comment)
        return
    plain = _PLAIN.search(words)
    address = plain[0] if plain and " " in words else words.replace(" ", "")
    yield from _parties(address, comment or words.replace(address, " ").strip(" -[]'\"<>"))


def _parties(address: str, name: str) -> Iterator[Party]:
    address = _bare(address)
    if address and not _NOBODY.match(address):
        yield _party(address, name)


def _party(address: str, name: str) -> Party:
    if address.endswith("."):
        address = address.rstrip(".")
    if "xn--" in address:
        address = _readable(address)
    if name:
        name = _clean(decoded(name)).strip("'\", ")
        if name.lower() == address.lower():
            name = ""
    return Party(address[:_LONGEST_ADDRESS], name[:_LONGEST_NAME])


def _clean(text: str) -> str:
    return " ".join(text.split())


def _bare(address: str) -> str:
    address = decoded(address)
    if "@" in address:
        address = "".join(_COMMENT.sub("", address).split())
    elif (hidden := _HIDDEN_AT.fullmatch(address.strip())) is not None:
        address = f"{hidden[1]}@{hidden[2]}"
    address = _clean(address).removeprefix("mailto:").strip("'\"<>")
    if "@[" not in address:
        address = address.strip("[]")
    # A source route (`<@a,@b:ana@example.org>`) is no part of the address.
    return address.rpartition(":")[2] if address.startswith("@") else address


def _readable(address: str) -> str:
    """The same with its domain in the letters it stands for (IDN)."""
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain[:255].encode('ascii').decode('idna')}"
    except UnicodeError:
        return address
