"""`Looks`: what the app wears, and where the terminal's cursor stands."""

import os
from collections.abc import Callable, Sequence

from textual.app import App
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.reactive import Reactive

from convonote import wire
from convonote.screen_themes import DEFAULT, THEMES
from convonote.widgets.colourless import Colourless
from convonote.widgets.in_theme import InTheme
from convonote.widgets.themes import LOOKS, textual_name, textual_themes


class Looks(App[str]):
    """The app, as far as it is about what is seen."""

    theme = Reactive(os.environ.get("TEXTUAL_THEME", textual_name(DEFAULT)))
    """The terminal's own colours, from before the first style is made."""
    keep_theme: Callable[[str], None] | None = None
    """Keeps a chosen theme for the next start; raises OSError. None where nothing is kept."""
    _filters_of: dict[str, LineFilter]

    def begin_with(self, theme: str) -> None:
        """Know the themes, and wear one from the first frame on."""
        self._filters_of = {name: InTheme(look) for name, look in LOOKS.items()}
        self._colourless = Colourless()
        for one in textual_themes():
            self.register_theme(one)
        if theme != DEFAULT and not self.no_color:
            self.set_reactive(Looks.theme, textual_name(theme))

    @property
    def worn(self) -> str:
        """The theme that is worn, by its name in the settings."""
        return self.theme if self.theme in THEMES else DEFAULT

    def wear(self, theme: str) -> None:
        """Show everything in another theme; without colours all are the same."""
        if not self.no_color:
            self.theme = textual_name(theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Without colours, send none: not even the sequences for the default ones."""
        if self.no_color:
            return [self._colourless]
        own = self._filters_of.get(self.theme)
        return super().get_line_filters() if own is None else [own]

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor stands: on what is selected, or where one types."""
        focused = self.screen.focused if self.screen_stack else None
        place = getattr(focused, "cursor_screen_offset", None)
        return place if isinstance(place, Offset) else Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """Fields tell it; the place is asked for when it is needed."""

    def action_repaint(self) -> None:
        """Paint everything again, whatever the terminal may show."""
        wire.forget(self)
        self.refresh(layout=True)

    def on_thin_driver_forgotten(self) -> None:
        """The terminal was resized, or is another than it was taken for."""
        self.refresh(layout=True)
