"""The words around a hit, on one line, as they were stored: cleaning is for whoever shows them."""

import re
from functools import lru_cache

from convonote.store.search.letters import fold

WIDTH = 96
"""Characters of a snippet."""
BEFORE = 24
"""Characters of it that stand before the hit."""
STEP = 4_000
"""Characters folded at a time."""
FURTHEST = 200_000
"""A hit further down is not looked for: the snippet is then the beginning of the text."""

Marks = tuple[tuple[int, int], ...]


def around(text: str, pattern: re.Pattern[str] | None) -> tuple[str, Marks]:
    """The line around the first hit, and the places of all hits in that line."""
    first = _first(text, pattern) if pattern else None
    start = _word_start(text, max(0, (first or 0) - BEFORE)) if first else 0
    line = " ".join(text[start : start + 2 * WIDTH].split())
    cut = len(line) > WIDTH or start + 2 * WIDTH < len(text)
    line = ("…" if start else "") + line[:WIDTH].rstrip() + ("…" if cut else "")
    return line, marks(line, pattern) if pattern else ()


def _first(text: str, pattern: re.Pattern[str]) -> int | None:
    """Where the first hit is."""
    for start in range(0, min(len(text), FURTHEST), STEP // 2):
        piece = text[start : start + STEP]
        for found in marks(piece, pattern):
            return start + found[0]
    return None


def marks(line: str, pattern: re.Pattern[str]) -> Marks:
    """The places of all hits in a short text."""
    if line.isascii():
        return tuple(found.span() for found in pattern.finditer(line.lower()) if found.group())
    folded: list[str] = []
    where: list[int] = []
    for index, mark in enumerate(line):
        for part in _folded(mark):
            folded.append(part)
            where.append(index)
    spans = []
    for found in pattern.finditer("".join(folded)):
        if found.group():
            # A mark that folds into several, as ¾ does, is marked whole; accents go with theirs.
            end = found.end()
            after = where[end] if end < len(where) else len(line)
            spans.append((where[found.start()], max(after, where[end - 1] + 1)))
    return tuple(spans)


@lru_cache(maxsize=4096)
def _folded(mark: str) -> str:
    """One character folded; a text has few different ones."""
    return fold(mark)


def _word_start(text: str, at: int) -> int:
    """The beginning of the first word at or after a place that is not the middle of one."""
    if at == 0:
        return 0
    for place in range(at, at + BEFORE):
        if text[place - 1].isspace():
            return place
    return at
