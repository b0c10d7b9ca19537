"""Choosing a theme: each is worn while it is selected, and kept when it is taken."""

from textual import on
from textual.screen import Screen

from convonote.host import Host, host
from convonote.screen_themes import THEMES
from convonote.screens.pick import Pick
from convonote.text.clean import clean
from convonote.widgets.choices import Choice, Choices


class ThemePicker(Pick):
    """The themes; what is selected is seen at once."""

    def __init__(self, worn: str) -> None:
        choices = [Choice(name, f"{name}: {says}") for name, says in THEMES.items()]
        super().__init__("Which colours?", choices)
        self._worn = worn

    def on_mount(self) -> None:
        """Begin with the one that is worn."""
        self.choices.select_id(self._worn)

    @on(Choices.Moved)
    def _try_on(self, event: Choices.Moved) -> None:
        host(self).wear(event.choice.id)

    def action_back(self) -> None:
        """Wear what was worn before."""
        host(self).wear(self._worn)
        super().action_back()


def choose_theme(screen: Screen[None], name: str) -> None:
    """Wear the theme whose name begins so; without one, ask which."""
    app, begins = host(screen), name.strip().casefold()
    meant = [begins] if begins in THEMES else [one for one in THEMES if one.startswith(begins)]
    if screen.app.no_color:
        app.tell("NO_COLOR is set, so there are no colours to choose")
    elif begins and len(meant) == 1:
        _take(app, meant[0])
    elif begins and meant:
        app.tell(f"{clean(name)!r} begins several themes: {', '.join(meant)}")
    elif begins:
        app.tell(f"There is no theme {clean(name)!r}; there are {', '.join(THEMES)}")
    else:
        screen.app.push_screen(ThemePicker(app.worn), lambda taken: _take(app, taken))


def _take(app: Host, name: str | None) -> None:
    """Wear a theme, keep it, and say for how long that holds; none was taken where it is None."""
    if name is None:
        return
    app.wear(name)
    settled = app.config.theme
    if app.keep_theme is None:
        app.tell(f"Theme: {name}, until you leave the sample")
        return
    try:
        app.keep_theme(name)
    except OSError as error:
        app.tell(f"Theme: {name}, for now; it cannot be kept: {clean(error.strerror or '')}")
        return
    if settled is not None and settled != name:
        app.tell(f'Theme: {name}, until you leave; config.toml says theme = "{settled}"')
    else:
        app.tell(f"Theme: {name}, from now on")
