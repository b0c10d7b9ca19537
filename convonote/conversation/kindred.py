"""Words of one stem: who is asked for as a plumber knows about plumbing.

It goes by endings of English and some of its neighbours, so that it needs no dictionary.
"""

from collections.abc import Iterator
from itertools import takewhile

STEM = 5
"""Letters that words of one stem have in common, at least; one and its plural have `SHORT`."""
SHORT = 3
_ENDINGS = frozenset(
    (
        *("", "e", "s", "es", "er", "ers", "or", "ors", "ing", "ings", "ed", "y", "ies", "ery"),
        *("ist", "ists", "ian", "ians", "an", "ant", "ants", "ent", "ion", "ions", "ic", "ics"),
        *("al", "ty", "ment", "en", "in", "ung"),
    )
)
"""What may stand behind a stem."""
_PLURALS = (("", "s"), ("", "es"), ("y", "ies"))
"""What one ends in and what several end in."""


def are_akin(word: str, other: str) -> bool:
    """Whether two words, both folded, have one stem."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False))
    stem = sum(1 for _ in alike)
    if stem >= STEM and {word[stem:], other[stem:]} <= _ENDINGS:
        return True
    return other in plurals(word)


def plurals(word: str) -> Iterator[str]:
    """What a folded word may be the plural of, and what may be its plural."""
    for one, several in _PLURALS:
        for ending, instead in ((one, several), (several, one)):
            stem = word.removesuffix(ending)
            if word.endswith(ending) and len(stem) >= SHORT:
                yield stem + instead
