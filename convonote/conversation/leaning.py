"""How much a sentence asks, weighed word by word: for what no cue tells (T4, T13, T14).

Each word and each pair of neighbours has a weight in a table that was learnt from e-mail sentences
(`python -m bench.asks --write` makes it again). A sentence asks when its weights together are
above zero, or above a bar that rises with the number of sentences, since among many one is sooner
taken for an ask by chance; the words that weighed most say why.
"""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from math import log

from .asking_weights import BIAS, WEIGHTS

WORD = re.compile(r"[a-z]+|[?!]|[0-9]+")
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
ENDS = 8
"""Sentences looked at from the beginning of a text, and as many before its end."""
FEWEST = 3
"""Words without which nothing is weighed: a heading or a name."""
TOLD = 3
"""Words given as the reason, at most."""

START, END = "^", "$"
"""What stands in the table for the beginning and the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Table:
    """What words and pairs of words weigh, and what a sentence weighs before its words."""

    bias: float
    weights: Mapping[str, float]

    def weighed(self, signs: Set[str]) -> float:
        """How much signs weigh together: above zero, a single sentence asks."""
        weights = self.weights
        return self.bias + sum(weights[sign] for sign in signs & weights.keys())


LEARNT = Table(BIAS, WEIGHTS)


def leaning(said: str, meant: str, table: Table = LEARNT) -> tuple[str, ...]:
    """The words by which a text asks, the weightiest first; empty where it does not.

    `said` is in small letters and without apostrophes, as `wording.plain` gives it; `meant` is the
    same without what only sounds like asking: a sentence that held such a phrase is not weighed.
    """
    sentences = SENTENCE.split(said)
    if meant != said:
        sentences = [sentence for sentence in sentences if sentence in meant]
    if len(sentences) > 2 * ENDS:
        sentences = sentences[:ENDS] + sentences[-ENDS:]
    bar = log(len(sentences)) if sentences else 0.0
    for sentence in sentences:
        if words := _asking(sentence, table, bar):
            return words
    return ()


def signs(sentence: str) -> set[str]:
    """What of a sentence may stand in the table: its words and the pairs of neighbours."""
    words = ["0" if word[0].isdigit() else word for word in WORD.findall(sentence)]
    if len(words) < FEWEST:
        return set()
    pairs = zip([START, *words], [*words, END], strict=True)
    return {*words, *(f"{one} {other}" for one, other in pairs)}


def _asking(sentence: str, table: Table, bar: float) -> tuple[str, ...]:
    found = signs(sentence) & table.weights.keys()
    if table.weighed(found) <= bar:
        return ()
    told = sorted((-table.weights[sign], sign) for sign in found)[:TOLD]
    return tuple(sign.strip(f"{START}{END} ") for weight, sign in told if weight < 0)
