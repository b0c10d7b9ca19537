"""The sentence of a text that asks, for where there is room for one line."""

import re

from .own_words import own_words
from .wording import judge

LONGEST = 200
"""Characters of a sentence that are given."""
LOOKED_AT = 40
"""Sentences that are looked at: a text may be a book."""
_END = re.compile(r"(?<=[.!?…。？！])\s+|\n+")
_MARKS = "#->*[]! \t"


def asking_sentence(text: str) -> str:
    """The first sentence that asks something, on one line; else the first with a question mark,
    else the first there is."""
    said = [one for part in _END.split(own_words(text)[:20_000]) if (one := _plain(part))]
    said = said[:LOOKED_AT]
    for asks in (lambda one: judge(one).asks, lambda one: "?" in one):
        if found := next(filter(asks, said), ""):
            return _short(found)
    return _short(said[0]) if said else ""


def _plain(part: str) -> str:
    return " ".join(part.split()).lstrip(_MARKS)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[: LONGEST - 1].rstrip()}…"
