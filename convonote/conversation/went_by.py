"""The words by which it was told that a text asks or accepts, in a sentence."""

import re
from collections.abc import Sequence

from .question import asking_sentence
from .turn_records import Why
from .wording import judge

_LEFT_OUT = "'’‘*_`"
"""What is left out of a text before its words are compared."""


def went_by(text: str, cause: Why) -> str:
    """By which words a text opened a wait for this cause; nothing where its words do not tell."""
    judged = judge(text)
    # Of a text that does both, the first words tell that it asks.
    asking = 1 if judged.accepts else len(judged.words)
    asking = asking if judged.asks else 0
    match cause:
        case Why.ASKED if judged.asks:
            return f"It asks, told by {_joined(judged.words[:asking], text)}."
        case Why.ACCEPTED if judged.accepts:
            return f"It accepts, told by {_joined(judged.words[asking:], text)}."
        case Why.WROTE if not judged.asks:
            return "No words in it were taken for a question or a request."
    return ""


def _told(word: str, text: str) -> str:
    if word != "?":
        return f"“{_as_written(word, text)}”"
    asking = asking_sentence(text)
    return f"the question mark in “{asking}”" if "?" in asking else "the question mark"


def _as_written(word: str, text: str) -> str:
    """Words that were compared in small letters and without marks, as they stand in the text."""
    letters = ["".join(f"{re.escape(one)}[{_LEFT_OUT}]*" for one in part) for part in word.split()]
    found = re.search(r"\s+".join(letters), text, re.IGNORECASE)
    return " ".join((found[0].rstrip(_LEFT_OUT) if found else word).split())


def _joined(words: Sequence[str], text: str) -> str:
    told = list(dict.fromkeys(_told(word, text) for word in words))
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told)
