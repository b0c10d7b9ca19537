"""Words that are looked for, standing out in a line."""

from collections.abc import Callable

from convonote.widgets.spans import Line, Span, Styled

FOUND = "found"
"""The style of what was found."""

Marker = Callable[[str], tuple[tuple[int, int], ...]]
"""From a line of text to (start, end) of what was found in it."""


def marked(line: Line, marker: Marker) -> Line:
    """The line with what the marker finds in it standing out."""
    marks = marker("".join(span.text for span in line))
    if not marks:
        return line
    pieces: list[Styled] = []
    begins = 0
    for span in line:
        done = 0
        for start, end in marks:
            first, last = max(start - begins, done), min(end - begins, len(span.text))
            if first < last:
                pieces += [
                    Span(span.text[done:first], span.style),
                    Span(span.text[first:last], FOUND),
                ]
                done = last
        pieces.append(Span(span.text[done:], span.style))
        begins += len(span.text)
    return tuple(span for span in pieces if span.text)
