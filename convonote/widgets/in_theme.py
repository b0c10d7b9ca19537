"""Named colours and what is dim, in the colours of a theme."""

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from convonote.widgets.themes import Look

_UNDIMMED = Style(dim=False)


class InTheme(LineFilter):
    """Puts a theme's own colours in place of the terminal's."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._style = lru_cache(maxsize=1024)(self._made)
        self._own = {name: RichColor.parse(value) for name, value in look.colours.items()}
        self._plain = (
            RichColor.parse(look.theme.foreground or "white"),
            RichColor.parse(look.theme.background or "black"),
        )

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in the theme's colours."""
        return [
            Segment(text, self._style(style or Style(), background), control)
            for text, style, control in segments
        ]

    def _made(self, style: Style, background: Color) -> Style:
        text, ground = self._plain
        colour = self._named(style.color, text)
        behind = self._named(style.bgcolor, ground)
        if style.dim:
            mixed = Color.from_rich_color(behind).blend(
                Color.from_rich_color(colour), self._look.faint
            )
            colour = mixed.rich_color
            style += _UNDIMMED
        return style + Style.from_color(colour, behind)

    def _named(self, colour: RichColor | None, default: RichColor) -> RichColor:
        """A colour that is a colour; the terminal's default is the theme's."""
        if colour is None or colour.is_default:
            return default
        return self._own.get(colour.name.removeprefix("bright_"), colour)
