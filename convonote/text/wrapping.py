"""Spans of any length to lines of so many cells, broken between words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from convonote.text.spans import Line, Span, plain
from convonote.text.width import graphemes, is_narrow, width

_WIDE = r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u312f\u31a0-\u4dbf\u4e00-\u9fff"
_WIDE += r"\uf900-\ufaff\uff10-\uff5a\uff66-\uff9f\U00020000-\U0003fffd"
_CLOSING = r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u30fc"
_CLOSING += r"\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff61\uff63\uff64"
_OPENING = r"\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\uff62"
_UPON = r"\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"

_BREAKS_AFTER = f"[{_WIDE}{_CLOSING}{_UPON}]"
_BREAKS_BEFORE = f"[{_WIDE}{_OPENING}]"
_LOWEST = "\u2e80"
"""No character below it is in these classes."""
_NEAR = 200
"""Characters before the end of a line among which it is broken where it has no spaces."""
_WORD = re.compile(" +|[^ ]+")
_PIECE = rf" +|[{_OPENING}]*[{_WIDE}][{_UPON}]*[{_CLOSING}]*|[^ {_WIDE}{_OPENING}]+|[{_OPENING}]+"
"""Spaces, one Chinese or Japanese character with its punctuation, or a word."""


@dataclass(slots=True)
class _Word:
    """What is not broken unless it is longer than a line; it may change its style within."""

    spans: list[Span] = field(default_factory=list)
    cells: int = 0


def wrap(spans: Iterable[Span], cells: int) -> list[Line]:
    """Return one line of text as lines of at most `cells` cells; an empty one stays one line.

    A line has one cell at least, whatever is left of the terminal.
    """
    spans, cells = list(spans), max(1, cells)
    if len(spans) == 1 and width(spans[0].text) <= cells:
        return [tuple(spans)]
    lines: list[Line] = []
    row: list[Span] = []
    used = 0
    gap = _Word()
    for word in _words(spans):
        if word.spans[0].text[0] == " ":
            gap = word
            continue
        if used and used + gap.cells + word.cells > cells:
            lines.append(_joined(row))
            row, used = [], 0
        elif used or gap.cells + word.cells <= cells:
            row += gap.spans
            used += gap.cells
        gap = _Word()
        if word.cells > cells:
            *full, row = chopped(word.spans, cells)
            lines += map(_joined, full)
            used = width(plain(tuple(row)))
        else:
            row += word.spans
            used += word.cells
    if row or not lines:
        lines.append(_joined(row))
    return lines


def rejoined(lines: list[str]) -> str:
    """Return lines that were one sentence as one; Chinese and Japanese take no space between."""
    parts = [lines[0]]
    for before, line in pairwise(lines):
        start, end = line.lstrip(), before.rstrip()
        parts[-1] = parts[-1].rstrip()
        if not (end and start and _breaks_after(end[-1]) and _breaks_before(start[0])):
            parts.append(" ")
        parts.append(start)
    return "".join(parts)


def parted(text: str, longest: int) -> str:
    """Return a text with its longer lines broken where `rejoined` makes one of them again.

    A line that can be broken nowhere near its end stays as long as it is.
    """
    if len(text) <= longest:
        return text
    return "\n".join(piece for line in text.split("\n") for piece in _parted(line, longest))


def _parted(line: str, longest: int) -> Iterator[str]:
    start = 0
    while len(line) - start > longest:
        least, end = start + longest // 2, start + longest
        space = line.rfind(" ", least, end)
        around = (line[space - 1], line[space + 1])
        if space > start and " " not in around and not _breaks_alone(*around):
            yield line[start:space]
            start = space + 1
            continue
        near = range(end, max(start, end - _NEAR), -1)
        at = next((at for at in near if _breaks_alone(line[at - 1], line[at])), None)
        if at is None:
            break
        yield line[start:at]
        start = at
    yield line[start:]


def _breaks_alone(before: str, after: str) -> bool:
    return _breaks_after(before) and _breaks_before(after)


def _words(spans: Iterable[Span]) -> Iterator[_Word]:
    """Yield words and the gaps between them; what stands together in two styles is one word."""
    word = _Word()
    for span in spans:
        pattern = _WORD if is_narrow(span.text) else _compiled(_PIECE)
        for piece in pattern.findall(span.text):
            if word.spans and _may_break(word.spans[-1].text, piece):
                yield word
                word = _Word()
            word.spans.append(Span(piece, span.style))
            word.cells += width(piece)
    if word.spans:
        yield word


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two pieces."""
    if before[-1] == " " or after[0] == " ":
        return before[-1] != after[0]
    return _breaks_after(before[-1]) or _breaks_before(after[0])


def _breaks_after(character: str) -> bool:
    return character >= _LOWEST and _compiled(_BREAKS_AFTER).match(character) is not None


def _breaks_before(character: str) -> bool:
    return character >= _LOWEST and _compiled(_BREAKS_BEFORE).match(character) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of this module; compiling one takes milliseconds, so only if it is used."""
    return re.compile(pattern)


def chopped(spans: Iterable[Span], cells: int) -> list[list[Span]]:
    """Return spans in rows of at most `cells` cells, one at least, broken anywhere."""
    rows: list[list[Span]] = [[]]
    room = cells = max(1, cells)
    for span in spans:
        for place, piece in enumerate(_slices(span.text, room, cells)):
            if place:
                rows.append([])
                room = cells
            if piece:
                rows[-1].append(Span(piece, span.style))
                room -= width(piece)
    return rows


def _slices(text: str, room: int, cells: int) -> Iterator[str]:
    """Yield what of `text` fits in `room` cells, which may be nothing, then slices of `cells`."""
    if is_narrow(text):
        yield text[:room]
        for start in range(room, len(text), cells):
            yield text[start : start + cells]
        return
    slice_: list[str] = []
    for grapheme, own in graphemes(text):
        # What is wider than a whole line is replaced rather than cut in two.
        shown, own = (grapheme, own) if own <= cells else ("…", 1)
        if own > room:
            yield "".join(slice_)
            slice_, room = [], cells
        slice_.append(shown)
        room -= own
    yield "".join(slice_)


def _joined(row: Iterable[Span]) -> Line:
    """Return a row with its neighbours of one style as one span, without spaces at its end."""
    spans: list[tuple[list[str], Span]] = []
    for span in row:
        if spans and spans[-1][1].style is span.style:
            spans[-1][0].append(span.text)
        else:
            spans.append(([span.text], span))
    return tuple(Span("".join(texts), first.style) for texts, first in spans)
