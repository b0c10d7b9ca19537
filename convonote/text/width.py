"""How many cells of a terminal a text takes, and cutting it to them.

The same answers as the screens' own layout gives (each character's width by itself, a joiner
swallowing what it joins, a selector of the emoji form widening), so that a row that is cut here
is as wide there; a test compares the two. Expects cleaned text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

_NARROW = re.compile(r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2500-\u25fc]*\Z")
"""What takes one cell a character; most text, and no table is loaded for it."""
_JOINER = "\u200d"
_EMOJI_FORM = "\ufe0f"
_SHAPING = re.compile("[\u200d\ufe0f]")
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")


def width(text: str) -> int:
    """Return the cells that `text` takes on one line."""
    if is_narrow(text):
        return len(text)
    if _SHAPING.search(text) is None:
        return sum(map(_cells, text))
    return sum(cells for _, cells in graphemes(text))


def is_narrow(text: str) -> bool:
    """Tell whether each character surely takes one cell, so that cells can be counted as such."""
    return text.isascii() or _NARROW.match(text) is not None


def graphemes(text: str) -> Iterator[tuple[str, int]]:
    """Yield each character as a reader counts them, with the marks upon it, and its cells."""
    start = cells = index = 0
    base = ""
    while index < len(text):
        character = text[index]
        if character == _JOINER:
            index += 2
            continue
        if character == _EMOJI_FORM:
            if base:
                cells += _widens(base)
                base = ""
        elif own := _cells(character):
            pair = _REGIONAL.match(character) and _REGIONAL.fullmatch(text[start:index])
            if index > start and cells and not pair:
                yield text[start:index], cells
                start, cells = index, 0
            cells += own
            base = character
        index += 1
    if start < len(text):
        yield text[start:], cells


def cut(text: str, cells: int) -> str:
    """Return `text` in at most `cells` cells, with an ellipsis at its end where it was longer."""
    if cells <= 0:
        return ""
    fits, rest = head(text, cells)
    return head(fits, cells - 1)[0] + "…" if rest else text


def pad(text: str, cells: int) -> str:
    """Return `text` cut or filled with spaces to exactly `cells` cells."""
    text = cut(text, cells)
    return text + " " * (cells - width(text))


def head(text: str, cells: int) -> tuple[str, str]:
    """Return as much of the start of `text` as fits in `cells` cells, and the rest of it."""
    if is_narrow(text):
        return text[:cells], text[cells:]
    end = used = 0
    for grapheme, own in graphemes(text):
        if used + own > cells:
            break
        end += len(grapheme)
        used += own
    return text[:end], text[end:]


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    """Return the cells of one character, 0 for what is drawn upon the one before."""
    from wcwidth import wcwidth  # Loaded late: its tables cost more than most verbs take.

    if _REGIONAL.match(character):
        return 1
    return 0 if _TONE.match(character) else max(wcwidth(character), 0)


@lru_cache(maxsize=512)
def _widens(character: str) -> bool:
    """Tell whether the emoji form of a narrow character takes two cells."""
    from wcwidth import wcswidth, wcwidth  # Loaded late, as above.

    return wcwidth(character) == 1 and wcswidth(character + _EMOJI_FORM) == 2
