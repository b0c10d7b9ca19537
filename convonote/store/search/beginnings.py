"""The words that begin as what is typed does.

FTS5 reads a beginning of four letters or more by merging the places of all words that begin so,
before it gives the first: with a word that is in most of a million exchanges, 190 ms. The words
themselves are few. Asked for by name, they are merged as they are read, newest first, in 6 ms.
"""

import re

from convonote.conversation.kindred import STEM, are_akin, plurals
from convonote.store.base import Base
from convonote.store.search.letters import fold

INDEXED = 3
"""Beginnings of this many letters have an index of their own."""
MOST = 250
"""Words that are asked for by name; with more of them, each is rare enough for the other way."""

_PLAIN = re.compile("[0-9a-z\u0430-\u0438\u043a-\u044f]+")
"""Letters, Latin or Cyrillic, that the index keeps as they are."""
_AFTER = "\x01"
"""Sorts before any letter that a longer word could go on with."""


def begun(base: Base, start: str) -> list[str] | None:
    """The indexed words with this beginning; None where it is better sought as a beginning."""
    start = start.lower()
    if len(start) <= INDEXED or not _PLAIN.fullmatch(start):
        return None
    base.run(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, instance)"
    )
    words: list[str] = []
    at = start
    while len(words) <= MOST:
        # One look-up a word: going through the rows would read all places of each.
        word = base.value("SELECT term FROM temp.vocabulary WHERE term >= ? LIMIT 1", (at,))
        if word is None or not word.startswith(start):
            return words
        words.append(word)
        at = word + _AFTER
    return None


def akin(base: Base, word: str) -> list[str]:
    """The words that will do in the place of one: of its stem, or its plural, or what it is of."""
    word = fold(word)
    if not word.isalpha():
        return []
    known = begun(base, word[:STEM]) or []
    return [
        *(other for other in known if not other.startswith(word) and are_akin(word, other)),
        *(other for other in plurals(word) if other not in known and not other.startswith(word)),
    ]
