"""Strips of cells over a time line, one below the other, with names before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from convonote.text.pictures.glyphs import Glyphs, Scale
from convonote.text.spans import Line, Span, Style
from convonote.text.width import pad, width


@dataclass(frozen=True, slots=True)
class Strip:
    """Somebody's name and how much they said in each cell of the time line."""

    name: str
    """Cleaned."""
    counts: Sequence[int]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date below a cell."""

    cell: int
    words: str


def margin(names: Sequence[str], cells: int) -> int:
    """The cells before the strips: room for the names, but for no more than a quarter."""
    return min(max(map(width, names), default=0), max(6, cells // 4)) + 2


def strip(one: Strip, before: int, scale: Scale, glyphs: Glyphs, stretch: int = 1) -> Line:
    """A strip behind its name; each of its cells so many wide."""
    spans = [Span(f" {pad(one.name, before - 2)} ", Style.STRONG)]
    run, quiet = "", True
    for count in one.counts:
        level = scale.level(count)
        if run and (level == 0) != quiet:
            spans.append(Span(run, Style.MUTED if quiet else Style.PLAIN))
            run = ""
        quiet = level == 0
        run += glyphs.levels[level] * stretch
    if run:
        spans.append(Span(run, Style.MUTED if quiet else Style.PLAIN))
    return tuple(spans)


def marks(name: str, signs: Sequence[str], before: int) -> Line:
    """One character in each cell, such as the letter of a channel; spaces for empty ones."""
    text = "".join(sign or " " for sign in signs).rstrip()
    return (Span(f" {pad(name, before - 2)} ", Style.MUTED), Span(text))


def axis(ticks: Sequence[Tick], before: int, cells: int, glyphs: Glyphs) -> Line:
    """Dates, each beginning below its cell behind a tick, as many as there is room for."""
    text = ""
    last = max((tick.cell for tick in ticks), default=0)
    for tick in ticks:
        words = f"{glyphs.tick}{tick.words}"
        start = tick.cell
        if tick.cell == last and start + width(words) > cells:
            start = cells - width(words)
        if start < len(text) + (2 if text else 0) or start + width(words) > cells:
            continue
        text = text.ljust(start) + words
    return (Span(" " * before), Span(text, Style.MUTED))
