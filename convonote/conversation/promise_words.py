"""Promises told from wording: suggestions only, for anybody may have meant anything by them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from .commitments import TONGUES, Tongue
from .heard_wishes import is_wish
from .own_words import own_words
from .promise_days import split_spoken_due
from .unpromised import is_conditional, is_unmeant
from .wording import APOSTROPHE, EMPHASIS, WRAPPED

_WORD = re.compile(r"\w+")
_SMALL = frozenset({"you", "me", "us", "them", "the", "a", "an", "your", "my", "our"})
MOST = 4
"""Promises that are suggested from one text; who lists more, writes a list."""
LONGEST = 160
"""Characters of a sentence that is looked at for what it promises; longer ones tell stories."""
SHOWN = 100
"""Characters that are kept of what is promised."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something that words promise, or ask for."""

    own: bool
    """The author will do it; else who is addressed is asked to."""
    what: str
    due: date | None


_CUT = (
    r",? (?:because|since|so that|so you|and then|but|as i|which|weil|parce que|porque|"
    r"perché|bo|ponieważ)(?!\w)|\s[-–—(]|: "
)
_SENTENCE = re.compile(r"[^.!?;\n…。！？]+(?:\.(?=\w)[^.!?;\n…。！？]+)*[.!?;…。！？]*")


def spoken(text: str, said_on: date) -> tuple[Spoken, ...]:
    """What a text promises and asks for in words; days are read as on the day it was said."""
    likely = _likely(text, TONGUES)
    if not likely:
        return ()
    found: dict[str, Spoken] = {}
    for sentence in _sentences(own_words(text)):
        tongues = _likely(sentence, likely)
        if not tongues or len(sentence) > LONGEST:
            continue
        low = _compared(sentence)
        if is_conditional(low):
            continue
        for tongue in tongues:
            asked = tongue.requests.search(low)
            own = None if asked or low.endswith("?") else tongue.commits.search(low)
            match = asked or own
            if match is None or is_unmeant(
                low, match.start(), _begin(match), tongue.denies, asked=asked is not None
            ):
                continue
            what, due = _what(sentence, low, match, said_on)
            if " " in what and not (asked and is_wish(what)):
                found.setdefault(what.casefold(), Spoken(own is not None, what, due))
            break
        if len(found) == MOST:
            break
    return tuple(found.values())


def essence(what: str) -> frozenset[str]:
    """The words by which two wordings of a promise are the same."""
    words = frozenset(_WORD.findall(_compared(what)))
    return words - _SMALL or words


def is_reworded(what: str, before: str) -> bool:
    """Whether it is most likely the same promise in other words."""
    now, then = essence(what), essence(before)
    return 2 * len(now & then) >= max(len(now), len(then))


def _likely(text: str, tongues: Collection[Tongue]) -> list[Tongue]:
    """The languages in which a text may promise something; most texts do in none."""
    low = f" {text.lower()} "
    return [tongue for tongue in tongues if any(word in low for word in tongue.triggers)]


@cache
def _cut() -> re.Pattern[str]:
    """What is promised ends before it; made when it is first needed."""
    return re.compile(_CUT)


def _compared(text: str) -> str:
    return EMPHASIS.sub("", APOSTROPHE.sub("", text.lower()))


def _sentences(own: str) -> Iterator[str]:
    """The sentences of a text, wrapped lines joined."""
    lines = own.split("\n")
    joined = ""
    for line in lines:
        joined += " ".join(line.split()) + (" " if len(line) > WRAPPED else "\n")
    for found in _SENTENCE.finditer(joined):
        if sentence := found[0].strip():
            yield sentence


def _begin(match: re.Match[str]) -> int:
    """Where in a sentence that begins which is promised."""
    return next(begin for name in match.groupdict() if (begin := match.start(name)) >= 0)


def _what(sentence: str, low: str, match: re.Match[str], said_on: date) -> tuple[str, date | None]:
    """What is promised, in the author's own letters where they are as many, and its due date."""
    start = _begin(match)
    bare = EMPHASIS.sub("", sentence)
    # Apostrophes are gone from what is compared, so that places differ by their number.
    shown = _from(bare, start) if len(_compared(bare)) == len(low) else low[start:]
    if cut := _cut().search(shown):
        shown = shown[: cut.start()]
    shown = shown.rstrip(" .!?;,…")
    what, due = split_spoken_due(shown, low[:start], low[start:], said_on)
    if len(what) > SHOWN:
        what = what[:SHOWN].rsplit(" ", 1)[0] + "…"
    return what.strip(" ,"), due


def _from(bare: str, start: int) -> str:
    """The sentence from a place in its compared form on."""
    gone = [found.start() for found in APOSTROPHE.finditer(bare)]
    at = start
    for place in gone:
        if place < at:
            at += 1
    return bare[at:]
