"""Rules of wording, found by their first word or by the mark at their end.

Trying a hundred patterns at every letter takes a hundred times as long.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_MARKS = re.compile(r"\?+")

Rule = tuple[str, str] | tuple[str, str, str]
"""First words, the pattern that goes on from there, and words that must not stand before."""


class Beginning:
    """A pattern that is compiled when it is first tried; most words are in few texts."""

    __slots__ = ("_compiled", "_written")

    def __init__(self, written: str) -> None:
        self._written = written
        self._compiled: re.Pattern[str] | None = None

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """What the pattern fits in a text from a place on."""
        if self._compiled is None:
            self._compiled = re.compile(self._written)
        return self._compiled.match(text, start)


def by_first_word(*rules: Rule) -> dict[str, Beginning]:
    """Rules joined to one pattern for each first word."""
    found: dict[str, list[str]] = defaultdict(list)
    for firsts, rest, *before in rules:
        barred = "".join(rf"(?<!\b{word} )" for words in before for word in words.split())
        for first in firsts.split():
            found[first].append(barred + first + rest)
    return {first: Beginning("(?:" + "|".join(rest) + r")(?!\w)") for first, rest in found.items()}


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for each place where one of these words stands, built letter by letter."""
    return re.compile(r"(?<!\w)" + _branches(sorted(set(words))) + r"(?!\w)")


def _branches(words: list[str]) -> str:
    """Words as branches of which each letter is looked at once."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if word:
            by_letter[word[0]].append(word[1:])
    if not by_letter:
        return ""
    if len(by_letter) == 1:
        ((letter, rest),) = by_letter.items()
        found = re.escape(letter) + _branches(rest)
    else:
        found = "|".join(re.escape(letter) + _branches(rest) for letter, rest in by_letter.items())
        found = f"(?:{found})"
    return f"(?:{found})?" if "" in words else found


def without_questions(pattern: re.Pattern[str], text: str) -> str:
    """The text with each question that the pattern means replaced by a space.

    The pattern ends in a question mark, and beside its first character has no end of a sentence
    or line within; so it is looked for in front of question marks only.
    """
    parts: list[str] = []
    kept = 0
    for start, end in _questions(text):
        if found := pattern.search(text, max(start, kept), end):
            parts += (text[kept : found.start()], " ")
            kept = found.end()
    return "".join([*parts, text[kept:]]) if parts else text


def question(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first question that such a pattern means."""
    found = (pattern.search(text, start, end) for start, end in _questions(text))
    return next(filter(None, found), None)


def _questions(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence that ends in question marks begins, and where these end."""
    for marks in _MARKS.finditer(text):
        at = marks.start()
        yield max(0, *(text.rfind(end, 0, at) for end in ".!?\n")), marks.end()
