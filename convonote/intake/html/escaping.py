"""One line of a page as markdown, in which what a person wrote can never become markup.

Marks that the page itself asks for (bold, links) stand in the line as characters that Unicode
keeps for such use and that no text may hold, until everything else has been escaped.
A `>` before a line is left alone: in mail it is the mark of a quotation in HTML too.
"""

import re
from collections.abc import Sequence

BOLD, ITALIC, CODE, LINK, LINKED = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
"""Marks: emphasis begins or ends, code begins or ends, a link begins, a link ends."""
RESERVED = re.compile("[\ufdd0-\ufdef]")
"""Characters that a page must not hold."""

_SPECIAL = re.compile(r"[\\`*_~&<\[\]\ufdd0-\ufdd4]")
_MARKUP_MAYBE = re.compile(r"[\\`*_~&\[\]<]")
_LEFT_OVER = re.compile(f"[{CODE}{LINK}{LINKED}]")
_PIECES = re.compile(f"{CODE}([^{CODE}]*+){CODE}|{LINK}([^{LINK}{LINKED}]*+){LINKED}")
_ADDRESS = r"(?<![A-Za-z0-9])(?i:https?|ftp)://[^\s<>\"`\[\]\\\ufdd0-\ufdd4]++"
_MARKUP = (
    r"\\(?=[!-/:-@\[-`{-~]|\Z)|`|\*++|_++|~~++"
    r"|&(?=#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)"
    r"|<(?=[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}>|[^\s<>@]{1,320}@[^\s<>@]{1,320}>)"
)
_IN_TEXT = re.compile(rf"{_ADDRESS}|{_MARKUP}|\](?=\()")
_IN_LINK = re.compile(rf"{_MARKUP}|[\[\]]")
_START = re.compile(r"(#{1,6}|[-+*])(?=\s|\Z)|(\d{1,9})([.)])(?=\s|\Z)|(\[)[ xX]\](?=\s|\Z)")
_CLOSING = re.compile(r"(?<= )(#+)\s*\Z")
_BACKTICKS = re.compile(r"`+")
_AFTER_ADDRESS = "*_~"


def escaped(line: str, targets: Sequence[str] = ()) -> str:
    """The inside of a line; `targets` are the addresses of its links, in order."""
    if not _SPECIAL.search(line):
        return line
    if BOLD in line:
        line = _sound(line, BOLD)
    if ITALIC in line:
        line = _sound(line, ITALIC)
    if LINK in line or CODE in line:
        line = _with_pieces(line, targets)
    elif _MARKUP_MAYBE.search(line):
        line = _IN_TEXT.sub(_mark, line)
    return line.replace(BOLD, "**").replace(ITALIC, "*")


def _with_pieces(line: str, targets: Sequence[str]) -> str:
    """The line with its links and its code written, and the rest escaped."""
    pieces: list[str] = []
    place = 0
    left = iter(targets)
    for found in _PIECES.finditer(line):
        pieces.append(_escaped(line[place : found.start()]))
        if found[1] is not None:
            pieces.append(_code(found[1]))
        else:
            pieces.append(f"[{_escaped_link(found[2])}]({next(left, '')})")
        place = found.end()
    pieces.append(_escaped(line[place:]))
    return _LEFT_OVER.sub("", "".join(pieces))


def started(line: str, before: str = "", *, item: bool = False) -> str:
    """The same where a line begins, so that it begins no list, heading, table or task.

    `before` is the line above it; `item`: it is the first line of a list item.
    """
    if (item or "|" in before) and "-" in line and not line.strip("-:| "):
        return f"\\{line.lstrip()}"
    found = _START.match(line)
    if found is None or (found[4] and not item):
        return line
    if found[2]:
        return f"{found[2]}\\{line[found.end(2) :]}"
    return f"\\{line}"


def headed(line: str) -> str:
    """The same for a heading, whose last `#` would be taken off."""
    return _CLOSING.sub(r"\\\1", line)


def fence(lines: Sequence[str]) -> str:
    """A fence that nothing in those lines can close."""
    runs = [len(run) for line in lines if "```" in line for run in _BACKTICKS.findall(line)]
    return "`" * max(3, max(runs, default=0) + 1)


def _escaped(text: str) -> str:
    return _IN_TEXT.sub(_mark, text) if _MARKUP_MAYBE.search(text) else text


def _escaped_link(text: str) -> str:
    if CODE not in text:
        return _IN_LINK.sub(_mark, text) if _MARKUP_MAYBE.search(text) else text
    pieces = [
        _code(found) if place % 2 else _IN_LINK.sub(_mark, found)
        for place, found in enumerate(text.split(CODE))
    ]
    return "".join(pieces)


def _mark(found: re.Match[str]) -> str:
    mark = found[0]
    if len(mark) > 5 and "://" in mark:
        # An address is taken as one piece, but for the marks at its end.
        bare = mark.rstrip(_AFTER_ADDRESS)
        return bare + "".join(f"\\{character}" for character in mark[len(bare) :])
    if mark[0] in "*_":
        text = found.string
        before = text[found.start() - 1 : found.start()] if found.start() else " "
        behind = text[found.end() : found.end() + 1] or " "
        if before.isspace() and behind.isspace():
            return mark
        if mark[0] == "_" and before.isalnum() and behind.isalnum():
            return mark
    return "".join(f"\\{character}" for character in mark)


def _code(text: str) -> str:
    text = RESERVED.sub("", text).strip()
    if not text:
        return ""
    if "`" not in text:
        return f"`{text}`"
    ticks = "`" * (max(map(len, _BACKTICKS.findall(text))) + 1)
    return f"{ticks} {text} {ticks}"


def _sound(line: str, mark: str) -> str:
    """The line without those pairs of marks that markdown would not take as emphasis there."""
    pieces = line.split(mark)
    if len(pieces) % 2 == 0:
        return "".join(pieces)
    kept = [pieces[0]]
    for place in range(1, len(pieces), 2):
        inside, behind = pieces[place], pieces[place + 1]
        before = kept[-1][-1:] or " "
        sound = bool(inside) and _opens(before, inside[0]) and _opens(behind[:1] or " ", inside[-1])
        kept += (mark, inside, mark, behind) if sound else (inside, behind)
    return "".join(kept)


def _opens(outside: str, inside: str) -> bool:
    """Whether a mark between two characters belongs to the one inside."""
    if inside.isspace():
        return False
    return inside.isalnum() or not outside.isalnum()
