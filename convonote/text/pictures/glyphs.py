"""The characters that pictures are drawn with: none, few, some, many, most."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Five levels, told apart without colour, and what else stands in a picture."""

    levels: str
    tick: str
    dash: str


BLOCKS = Glyphs("·░▒▓█", "╵", "–")
ASCII = Glyphs(".-+*#", "'", "-")


def fitting(*, unicode: bool, terminal: str) -> Glyphs:
    """Those that a terminal can show; the Linux console has few characters beside ASCII."""
    return BLOCKS if unicode and terminal != "linux" else ASCII


@dataclass(frozen=True, slots=True)
class Scale:
    """From which count on each level is reached, the first one from 1."""

    steps: tuple[int, int, int, int]
    greatest: int

    def level(self, count: int) -> int:
        """The level of a count, from 0 for none to 4."""
        return sum(count >= step for step in self.steps)


def scale(counts: Sequence[int]) -> Scale:
    """Levels for these counts: each so many times the one before, since most cells hold little."""
    greatest = max(counts, default=0)
    if greatest <= 4:
        return Scale((1, 2, 3, 4), greatest)
    factor = greatest**0.25
    first = 1
    steps = [first]
    for power in (1, 2, 3):
        steps.append(max(steps[-1] + 1, round(factor**power)))
    return Scale((steps[0], steps[1], steps[2], steps[3]), greatest)


def legend(scale: Scale, glyphs: Glyphs) -> list[str]:
    """What the levels mean, such as `· none`, `░ 1`, `▒ 2–3`, `▓ 4–8`, `█ 9–20`."""
    parts = [f"{glyphs.levels[0]} none"]
    ends = (*(step - 1 for step in scale.steps[1:]), scale.greatest)
    for sign, first, last in zip(glyphs.levels[1:], scale.steps, ends, strict=True):
        if first <= scale.greatest:
            number = str(first) if last <= first else f"{first}{glyphs.dash}{last}"
            parts.append(f"{sign} {number}")
    return parts
