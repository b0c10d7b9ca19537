"""Rules of wording, found by their first word.

Trying a hundred patterns at every letter takes a hundred times as long.
"""

import re
from collections import defaultdict

Rule = tuple[str, str] | tuple[str, str, str]
"""First words, the pattern that goes on from there, and words that must not stand before."""


def by_first_word(*rules: Rule) -> dict[str, re.Pattern[str]]:
    """Rules joined to one pattern for each first word."""
    found: dict[str, list[str]] = defaultdict(list)
    for firsts, rest, *before in rules:
        barred = "".join(rf"(?<!\b{word} )" for words in before for word in words.split())
        for first in firsts.split():
            found[first].append(barred + first + rest)
    return {first: re.compile("(?:" + "|".join(rest) + r")(?!\w)") for first, rest in found.items()}
