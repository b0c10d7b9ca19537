"""The themes one can choose from: the terminal's own colours, or all colours of our own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.theme import Theme

from convonote.screen_themes import DEFAULT, THEMES

_INKS = ("red", "green", "yellow", "blue", "cyan", "magenta")


@dataclass(frozen=True, slots=True)
class Look:
    """A theme in colours of its own, which no terminal's settings change."""

    theme: Theme
    colours: Mapping[str, str]
    """What stands for those of the sixteen colours that styles name."""
    faint: float
    """How much of its colour is left of what is dim; the rest is background."""


def _look(
    name: str,
    *,
    dark: bool,
    ground: tuple[str, str, str],
    inks: tuple[str, str, str, str, str, str],
    faint: float,
    chosen: tuple[str, str],
) -> Look:
    """`ground` is text, background and panel; `chosen` the text and ground of what is chosen."""
    colours = dict(zip(_INKS, inks, strict=True))
    text, background, panel = ground
    ink, highlight = chosen
    theme = Theme(
        name=name,
        primary=colours["blue"],
        secondary=colours["cyan"],
        warning=colours["yellow"],
        error=colours["red"],
        success=colours["green"],
        accent=colours["cyan"],
        foreground=text,
        background=background,
        surface=background,
        panel=panel,
        dark=dark,
        text_alpha=1.0,
        variables={
            "block-cursor-foreground": ink,
            "block-cursor-background": highlight,
            "input-selection-foreground": ink,
            "input-selection-background": highlight,
            "screen-selection-foreground": ink,
            "screen-selection-background": highlight,
        },
    )
    return Look(theme, colours, faint)


LOOKS: Mapping[str, Look] = {
    "light": _look(
        "light",
        dark=False,
        ground=("#1a1a1a", "#fdfdfb", "#ecece8"),
        inks=("#b3001b", "#1d6b1d", "#7a5200", "#1848b8", "#006570", "#8a1a7a"),
        faint=0.72,
        chosen=("#ffffff", "#1848b8"),
    ),
    "dark": _look(
        "dark",
        dark=True,
        ground=("#e6e6e2", "#15181c", "#262b31"),
        inks=("#ff7b72", "#7ee08a", "#f0c24b", "#82aaff", "#66d9e8", "#e0a0f0"),
        faint=0.65,
        chosen=("#15181c", "#82aaff"),
    ),
    "contrast": _look(
        "contrast",
        dark=True,
        ground=("#ffffff", "#000000", "#000000"),
        inks=("#ff9a9a", "#7dff7d", "#ffff00", "#9fc9ff", "#00ffff", "#ffa0ff"),
        faint=1.0,
        chosen=("#000000", "#ffff00"),
    ),
}
"""Those that are not the terminal's own."""


def textual_name(theme: str) -> str:
    """The name under which Textual knows a theme."""
    return "ansi-dark" if theme == DEFAULT else theme


def textual_themes() -> Iterable[Theme]:
    """What Textual is to be told of."""
    return (look.theme for look in LOOKS.values())


assert set(THEMES) == {DEFAULT, *LOOKS}
