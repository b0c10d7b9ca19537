"""What only the whole of a chat tells: who speaks, how dates are written, what it is called."""

import re
from collections import Counter
from dataclasses import dataclass, field

from convonote.intake.chats.heads import Head, Order

_QUOTED = re.compile(r"[\"“”„«»「」‘’](?P<title>[^\"“”„«»「」]{1,200})[\"“”«»「」’]")
_OPEN_QUOTE = re.compile(r"[“„«「][^”“»」]*$|^[^\"]*\"[^\"]*$")
_MOST_AUTHORS = 5_000
_LONGEST_TOLD = 1_000
"""Characters of a line of the program that are looked at."""
_MOST_SHAPES = 8
_ENOUGH = 5
"""Lines of one shape that are heads for certain."""
_SHARE = 0.25
"""The share of all heads above which a rarer shape counts too."""

Shape = tuple[str, bool, bool, int, int]
"""What stays the same in the heads of one export."""


@dataclass(slots=True)
class Survey:
    """What the whole file tells."""

    orders: dict[Shape, Order] = field(default_factory=dict)
    shapes: Counter[Shape] = field(default_factory=Counter)
    first: Shape | None = None
    heads: int = 0
    authors: dict[str, int] = field(default_factory=dict)
    """By what stands before the first colon: how many lines."""
    longer: dict[str, str] = field(default_factory=dict)
    """By the same: what stands before the second colon, where that is the same in all."""
    title: str = ""
    """The last title of the group that a line of the program names."""
    made: str = ""
    """When and by which words the group was made."""

    def add(self, found: Head) -> None:
        """Take a line with a head into account."""
        shape = shape_of(found)
        if shape not in self.orders and len(self.orders) >= _MOST_SHAPES:
            return
        self.first = self.first or shape
        self.heads += 1
        self.shapes[shape] += 1
        self.orders.setdefault(shape, Order()).add(found)
        name, _, rest = split_author(found.rest)
        if not name:
            self._told(found)
            return
        if name in self.authors:
            self.authors[name] += 1
        elif len(self.authors) < _MOST_AUTHORS:
            self.authors[name] = 1
        further = f"{name}: {rest.partition(': ')[0]}" if ": " in rest[:80] else ""
        if name in self.authors and self.longer.setdefault(name, further) != further:
            self.longer[name] = ""

    def speaker(self, name: str) -> str:
        """The name of who speaks; one that holds a colon itself stands so in all their lines."""
        longer = self.longer.get(name, "")
        return longer if longer and self.authors.get(name, 0) >= 3 else name

    def is_head(self, found: Head) -> bool:
        """Whether a head has a shape that this file has heads in, and not some pasted text."""
        shape = shape_of(found)
        count = self.shapes.get(shape, 0)
        return shape == self.first or count >= _ENOUGH or count > self.heads * _SHARE

    def _told(self, found: Head) -> None:
        told = found.rest[:_LONGEST_TOLD]
        if quoted := [*_QUOTED.finditer(told)]:
            self.title = quoted[-1]["title"].strip()
            # The day in whatever order it is written.
            day = sorted(number % 100 for number in found.date)
            self.made = self.made or f"{day} {found.hour}:{found.minute} {told}"


def shape_of(found: Head) -> Shape:
    """What stays the same in all heads of one export."""
    first, _, last = found.widths
    return found.sep, found.bracket, found.second is None, first // 3, last // 3


def split_author(rest: str) -> tuple[str, str, str]:
    """Who speaks, the colon and what is said; without the first it is the program that speaks."""
    name, colon, text = rest.partition(": ")
    if not colon:
        if not rest.endswith(":"):
            return "", "", rest
        name, colon, text = rest[:-1], ":", ""
    # A colon within quotation marks stands in the title of a group that somebody changed.
    if len(name) > 100 or not name.strip() or _OPEN_QUOTE.search(name):
        return "", "", rest
    return name.strip(), colon, text
