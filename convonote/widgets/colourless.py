"""What NO_COLOR asks for: attributes stay, and no sequence for a colour is sent."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes colours out of whatever is about to be painted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments without colours."""
        return [
            Segment(text, style.without_color if style else style, control)
            for text, style, control in segments
        ]
