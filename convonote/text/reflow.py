"""Which line ends within a paragraph its writer meant, and which their mail program made.

A line end was made by wrapping where the next word would not have fitted before it, in a text
that seems to be wrapped at all. Every other one is kept: addresses, verses, lists without marks
and names under a letter are lines of their own, whatever markdown says. Where only one line end
of a text looks made and a sentence ends there, it is kept too: "… on Sunday?" above "Ana".
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from convonote.text.width import width
from convonote.text.wrapping import rejoined

NARROWEST = 50
"""Nobody wraps at fewer cells."""
WIDEST = 100
"""Who writes longer lines does not wrap at all, so every line end of theirs is meant."""

_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_SENTENCE_END = re.compile(r"[.!?:;…。！？)]\s*$")

Paragraph = Sequence[tuple[int, str]]
"""Its lines, each with the cells before it that belong to what the paragraph stands in."""


def reflowed(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return the text of each paragraph, joined where lines were broken for want of room only."""
    column = _column(paragraphs)
    made = [_made_ends(paragraph, column) for paragraph in paragraphs]
    often = sum(map(sum, made)) > 1
    return [_joined(*pair, often) for pair in zip(paragraphs, made, strict=True)]


def _column(paragraphs: Sequence[Paragraph]) -> int:
    """Return the width at which the text seems to be wrapped, or 0.

    That is its longest line, but for the last ones of paragraphs: many a writer wraps letters but
    not the one line of a list item.
    """
    longest = 0
    for paragraph in paragraphs:
        for indent, line in paragraph[:-1]:
            cells = indent + width(line.rstrip())
            if longest < cells <= WIDEST and _can_be_wrapped(line):
                longest = cells
    return longest if longest >= NARROWEST else 0


def _can_be_wrapped(line: str) -> bool:
    """Tell whether it has several words, or wide characters, which need no spaces."""
    return " " in line.strip() or width(line) > len(line)


def _made_ends(paragraph: Paragraph, column: int) -> list[bool]:
    """Tell of every line end of a paragraph but the last whether wrapping made it."""
    if not column or any(len(line) > WIDEST and _can_be_wrapped(line) for _, line in paragraph):
        return [False] * (len(paragraph) - 1)
    made = []
    for (indent, line), (_, following) in pairwise(paragraph):
        first_word = following.split(maxsplit=1)[0] if following.strip() else ""
        full = indent + width(line.rstrip()) + 1 + width(first_word) > column
        made.append(full and bool(first_word) and not _HARD_BREAK.search(line))
    return made


def _joined(paragraph: Paragraph, made: list[bool], often: bool) -> str:
    lines: list[list[str]] = [[paragraph[0][1]]]
    for was_made, (_, line) in zip(made, paragraph[1:], strict=True):
        before = lines[-1][-1]
        if was_made and (often or not _SENTENCE_END.search(before)):
            lines[-1].append(line)
        else:
            lines.append([line])
    return "\n".join(rejoined(parts) for parts in lines)
