"""Plain text as lines: cleaned, wrapped between words, never read as markdown."""

from convonote.text import spans
from convonote.text.clean import clean, clean_lines
from convonote.text.spans import plain
from convonote.text.width import width
from convonote.text.wrapping import wrap
from convonote.widgets.spans import Line, Span


def wrapped(words: str, cells: int, margin: str = " ", style: str = "plain") -> list[Line]:
    """One paragraph behind a margin."""
    room = max(1, cells - width(margin))
    lines = wrap([spans.Span(clean(words))], room)
    return [(Span(margin + plain(line), style),) for line in lines]


def wrapped_lines(text: str, cells: int) -> list[Line]:
    """A text as it is, its own line ends kept."""
    room = max(1, cells - 1)
    return [
        (Span(f" {plain(piece)}"),)
        for line in clean_lines(text).split("\n")
        for piece in wrap([spans.Span(line)], room)
    ]
