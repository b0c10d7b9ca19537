"""The one sanitiser: every stored string passes here before it is shown anywhere.

Afterwards no character in it can drive a terminal, hide, or turn the direction of what stands
beside it. Control characters become control pictures (`␛`), other hidden ones a mark that names
them (`‹U+202E›`), and a run of four or more hidden ones their number (`‹57 hidden›`). What
Hebrew, Arabic, Persian, the scripts of India and emoji need stays as it was typed.
Cleaning twice is the same as cleaning once.
"""

import re
import unicodedata
from functools import cache

from convonote.text import scripts

MOST_MARKS = 8
"""Combining marks kept on one letter: as many as the tallest Tibetan syllables have."""
MOST_LINKS = 4
"""Joiners kept in one emoji: a family of four has three."""

_BEYOND_ASCII = re.compile(r"[^\n -~]")
_LINE_END = re.compile(r"\r+\n?")
_LINE_END_AND_INDENT = re.compile(r"[\r\n][ \t\r\n]*")

_STACK = (
    rf"[^\x00-\u02ff\w\s]{{{MOST_MARKS + 1},}}"
    rf"|(?P<jamo>[{scripts.JAMO_TAIL}]{{{MOST_MARKS + 1},}})"
    r"|(?m:^)[^\x00-\u02ff\w\s]"
)
_HIDDEN = (
    rf"(?P<kept>{scripts.KEPT})"
    rf"|(?P<chain>{scripts.CHAIN})"
    rf"|(?P<run>[{scripts.HIDDEN}](?:[ \xa0]*[{scripts.HIDDEN}]){{3,}})"
    rf"|[{scripts.HIDDEN}\x00-\x09\x0b-\x1f\x7f]"
)
_SPACES = str.maketrans("", "", " \xa0")


def clean(text: str) -> str:
    """Return `text` as one line that is safe to show; line ends and tabs become spaces."""
    if _is_plain(text) and "\n" not in text:
        return text
    return _marked(_LINE_END_AND_INDENT.sub(" ", text).replace("\t", " "))


def clean_lines(text: str) -> str:
    r"""Return `text` safe to show, its lines ended by `\n`, its tabs filled to every 4th."""
    if _is_plain(text):
        return text
    return _marked(_LINE_END.sub("\n", text).expandtabs(4))


def _is_plain(text: str) -> bool:
    """Tell whether nothing in it needs a second look, as in most text."""
    if _BEYOND_ASCII.search(text) is None:
        return True
    return _compiled(f"[^{scripts.PLAIN}]").search(text) is None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of this module; compiling one takes milliseconds, so only if it is used."""
    return re.compile(pattern)


def _marked(text: str) -> str:
    """Bound what is piled upon one letter, then make visible what is hidden.

    In this order, because whether a joiner may stay depends on what is left before it.
    """
    if _is_plain(text):
        return text
    return _compiled(_HIDDEN).sub(_mark_for, _compiled(_STACK).sub(_bounded, text))


def _bounded(found: re.Match[str]) -> str:
    """Return a run of characters that are no letters with at most `MOST_MARKS` upon each."""
    run = found[0]
    if found["jamo"]:
        return run[:MOST_MARKS]
    kept: list[str] = []
    marks = 0
    for character in run:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    starts_line = found.start() == 0 or found.string[found.start() - 1] == "\n"
    # A mark with nothing before it would sit on whatever is drawn to its left.
    return ("◌" if starts_line and _is_mark(run[0]) else "") + "".join(kept)


def _is_mark(character: str) -> bool:
    """Tell whether it is drawn upon what stands before it; selectors of a form draw nothing."""
    return unicodedata.category(character).startswith("M") and not (
        "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    )


def _mark_for(found: re.Match[str]) -> str:
    """Return what stands visibly for the hidden characters that were found."""
    text = found[0]
    if found["kept"]:
        return text
    if found["chain"]:
        links = text.split("\u200d")
        kept, cut = links[: MOST_LINKS + 1], links[MOST_LINKS + 1 :]
        return "\u200d".join(kept) + "".join(_named(0x200D) + link for link in cut)
    if found["run"]:
        return f"‹{len(text.translate(_SPACES))} hidden›"
    code = ord(text)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else _named(code)


def _named(code: int) -> str:
    return f"‹U+{code:04X}›"
