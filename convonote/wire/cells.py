"""Text with styles, as cells; and from where on terminals may disagree about the columns."""

import re
import unicodedata
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from convonote.wire.style import Style, blank, styled


class Cell(NamedTuple):
    """What stands in one column."""

    character: str
    """Empty for the second column of a wide character."""
    style: Style


BLANK = Cell(" ", Style())
"""What an erased column shows."""


class Sure(Enum):
    """Whether terminals agree about the width of a character."""

    ALWAYS = auto()
    WHERE_NARROW = auto()
    """Where what is called ambiguous takes one column, as nearly everywhere."""
    NEVER = auto()


class Width(NamedTuple):
    """How many columns a character takes."""

    columns: int
    sure: Sure
    joins: bool = False
    """Whether it may be drawn upon the character before it."""


class Span(NamedTuple):
    """Text as it is painted from some column on."""

    cells: tuple[Cell, ...]
    """As far as its columns are sure."""
    tail: tuple[Cell, ...]
    """From the first character on whose width terminals disagree: one cell a character."""
    joins: bool
    """Whether its first character may be drawn upon what stands before it."""
    pen: Style
    """The look at its end."""


RUN = (
    r"(?:[^\x00-\x1f\x7f-\x9f]++"
    r"|\x1b\[[\d;]*+m"
    r"|\x1b\]8;[^\x00-\x1f\x7f-\x9f]*+(?:\x07|\x1b\\))++"
)
"""A pattern for text, looks and links, without anything that moves the cursor otherwise."""
_PIECES = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]+)|\x1b\[(?P<look>[\d;]*)m|\x1b\]8;(?P<link>[^\x07\x1b]*)"
    r"(?:\x07|\x1b\\)"
)
_UNSURE = re.compile(
    "[\u1100-\u11ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u4dc0-\u4dff\ua960-\ua97f\ud7b0-\ud7ff"
    "\U00010000-\U0001ffff\U000e0000-\U0010ffff]"
)
"""Emoji and symbols, Hangul in parts, and what newer tables of widths have changed."""


@lru_cache(maxsize=256)
def span(run: str, pen: Style, narrow: bool) -> Span | None:
    """What a run of text and looks paints; None where it holds a look that is not known.

    `narrow` says that the terminal shows in one column what is called ambiguous.
    """
    sure = {Sure.ALWAYS, Sure.WHERE_NARROW} if narrow else {Sure.ALWAYS}
    cells: list[Cell] = []
    tail: list[Cell] = []
    joins = False
    for piece in _PIECES.finditer(run):
        text, look, link = piece.groups()
        if look is not None:
            after = styled(pen, look)
            if after is None:
                return None
            pen = after
        elif link is not None:
            pen = pen._replace(link="" if link == ";" else link)
        elif text.isascii() and not tail:
            cells += [Cell(character, pen) for character in text]
        else:
            for character in text:
                cell, width = Cell(character, pen), width_of(character)
                if not tail and width.sure not in sure:
                    joins = width.joins and not cells
                    if width.joins and cells:
                        tail += _without_last(cells)
                if tail or width.sure not in sure:
                    tail.append(cell)
                else:
                    cells.append(cell)
                    if width.columns == 2:
                        cells.append(Cell("", cell.style))
    # In the tail a mark may be drawn upon a space, in the look of the space.
    sure_cells = (Cell(" ", blank(cell.style)) if cell.character == " " else cell for cell in cells)
    return Span(tuple(sure_cells), tuple(tail), joins, pen)


def _without_last(cells: list[Cell]) -> list[Cell]:
    """Take the last character from among the cells, and give it."""
    if not cells[-1].character:
        cells.pop()
    return [cells.pop()]


@lru_cache(maxsize=4096)
def width_of(character: str) -> Width:
    """How many columns a character takes, and whether that is sure."""
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf" or "\u1160" <= character <= "\u11ff":
        return Width(0, Sure.NEVER, joins=True)
    east = unicodedata.east_asian_width(character)
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return Width(2, Sure.NEVER, joins=True)  # A tone of skin, for the one before it.
    if category[0] == "C" or _UNSURE.match(character):
        return Width(2 if east in "WF" else 1, Sure.NEVER)
    if east == "A":
        return Width(1, Sure.WHERE_NARROW)
    return Width(2 if east in "WF" else 1, Sure.ALWAYS)
