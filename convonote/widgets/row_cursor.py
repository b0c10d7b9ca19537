"""Where a list's selected row stands on the screen: there the terminal's cursor is put.

Braille displays show what is around it, and input methods open beside it.
"""

from textual.geometry import Offset
from textual.scroll_view import ScrollView


def on_row(lines: ScrollView, row: int | None) -> Offset:
    """The beginning of a row on the screen; the top of what is in view where there is none."""
    top = lines.scroll_offset.y
    return lines.content_region.offset + Offset(0, 0 if row is None else row - top)
