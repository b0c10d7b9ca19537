"""Lines of (text, style name) as Textual's strips."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from convonote.text.width import cut, width
from convonote.widgets.spans import Line, Span, Styled
from convonote.widgets.styles import style_of

_PLAIN = Style()


def strip(
    line: Sequence[Styled], cells: int, base: Style = _PLAIN, emphasis: Style = _PLAIN
) -> Strip:
    """A line cut or filled to a width; `base` lies under every style, `emphasis` over it."""
    runs: list[tuple[list[str], Style]] = []

    def add(text: str, style: Style) -> None:
        # Neighbours that look the same are sent as one.
        if runs and runs[-1][1] == style:
            runs[-1][0].append(text)
        else:
            runs.append(([text], style))

    left = cells
    for span in line:
        if left <= 0:
            break
        text, taken = span.text, width(span.text)
        if taken > left:
            text = cut(span.text, left)
            taken = width(text)
        if text:
            add(text, base + style_of(span.style) + emphasis)
        left -= taken
    if left > 0:
        add(" " * left, base + emphasis)
    return Strip([Segment("".join(texts), style) for texts, style in runs], cells)


def ends(left: Line, right: Line, cells: int) -> Line:
    """One line with something at either end; the left end gives way."""
    space = cells - sum(width(span.text) for span in right)
    kept: list[Styled] = []
    for span in left:
        text = span.text if width(span.text) <= space else cut(span.text, max(0, space))
        if text:
            kept.append(Span(text, span.style))
        space -= width(text)
    if space > 0:
        kept.append(Span(" " * space))
    return (*kept, *right)
