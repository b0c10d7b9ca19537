"""How a cell looks, as sequences say it (SGR), and the shortest way from one look to another."""

from functools import lru_cache
from typing import NamedTuple


class Style(NamedTuple):
    """A look: attributes by their numbers, colours as they stand in a sequence, a link."""

    attributes: frozenset[int] = frozenset()
    foreground: str = ""
    """Such as `31` or `38;5;208`; empty for the terminal's own."""
    background: str = ""
    link: str = ""
    """What stands in a hyperlink's sequence behind `8;`; empty for none."""


PLAIN = Style()
"""Nothing set."""

_ENDS = {
    22: frozenset((1, 2)),
    23: frozenset((3,)),
    24: frozenset((4, 21)),
    25: frozenset((5, 6)),
    27: frozenset((7,)),
    28: frozenset((8,)),
    29: frozenset((9,)),
    54: frozenset((51, 52)),
    55: frozenset((53,)),
}
"""What each number takes away."""
_BEGINS = frozenset().union(*_ENDS.values())
"""The numbers that set an attribute."""
_SEEN_ON_A_SPACE = frozenset((4, 7, 9, 21, 51, 52, 53))
"""The attributes that draw something where no character stands."""
_PARTS_OF_A_COLOUR = {"5": 3, "2": 5}
"""How many numbers `38;5;…` and `38;2;…` have."""


@lru_cache(maxsize=4096)
def styled(pen: Style, numbers: str) -> Style | None:
    """The look after a sequence, from its numbers; None where one of them is not known."""
    attributes, foreground, background, link = pen
    codes = numbers.split(";")
    at = 0
    while at < len(codes):
        code = int(codes[at] or 0)
        if code == 0:
            attributes, foreground, background = frozenset(), "", ""
        elif code in _BEGINS:
            attributes |= {code}
        elif code in _ENDS:
            attributes -= _ENDS[code]
        elif code in (38, 48):
            parts = codes[at : at + _PARTS_OF_A_COLOUR.get("".join(codes[at + 1 : at + 2]), 0)]
            if not parts or len(parts) < _PARTS_OF_A_COLOUR[parts[1]]:
                return None
            colour = ";".join(parts)
            foreground, background = (colour, background) if code == 38 else (foreground, colour)
            at += len(parts) - 1
        elif 30 <= code <= 37 or 90 <= code <= 97:
            foreground = str(code)
        elif 40 <= code <= 47 or 100 <= code <= 107:
            background = str(code)
        elif code == 39:
            foreground = ""
        elif code == 49:
            background = ""
        else:
            return None
        at += 1
    return Style(attributes, foreground, background, link)


@lru_cache(maxsize=1024)
def blank(style: Style) -> Style:
    """What can be seen of a look where no character stands."""
    if style.link or style.attributes & _SEEN_ON_A_SPACE:
        return style
    return Style(background=style.background)


@lru_cache(maxsize=4096)
def change(old: Style | None, new: Style) -> str:
    """The shortest sequence from one look to another; None stands for one that is not known."""
    link = f"\x1b]8;{new.link or ';'}\x1b\\" if new.link != (old or PLAIN).link else ""
    if old is not None and old[:3] == new[:3]:
        return link
    if new[:3] == PLAIN[:3]:
        return f"\x1b[m{link}"
    # A number that is left out is a zero, which takes everything away.
    ways = [["", *_numbers(new.attributes, new.foreground, new.background)]]
    if old is not None:
        ways.append(_steps(old, new))
    return min((f"\x1b[{';'.join(way)}m" for way in ways), key=len) + link


def _steps(old: Style, new: Style) -> list[str]:
    """The numbers for what is different."""
    ends = [number for number, ended in _ENDS.items() if old.attributes & ended - new.attributes]
    left = old.attributes.difference(*(_ENDS[number] for number in ends))
    return [
        *map(str, ends),
        *_numbers(
            new.attributes - left,
            (new.foreground or "39") if new.foreground != old.foreground else "",
            (new.background or "49") if new.background != old.background else "",
        ),
    ]


def _numbers(attributes: frozenset[int], foreground: str, background: str) -> list[str]:
    return [*map(str, sorted(attributes)), *filter(None, (foreground, background))]
