"""Themes: readable, seen while one chooses, kept; and no colour at all where none is wanted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color

from convonote.app import Convonote
from convonote.config import Config
from convonote.screen_themes import DEFAULT, THEMES, choose, chosen
from convonote.widgets.in_theme import InTheme
from convonote.widgets.themes import LOOKS
from tests.screens.showing import press, rest, showing, shows, small_world, type_words
from tests.wire.test_driver import opened

COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;\d]*m")
FULL_COLOUR = re.compile(rb"\x1b\[[\d;]*[34]8;[25][;\d]*m")


def pairs(name: str) -> Iterator[tuple[str, Color, Color]]:
    """What is read in a theme: its name, its colour, and that of the ground."""
    look = LOOKS[name]
    ground = Color.parse(look.theme.background or "")
    text = Color.parse(look.theme.foreground or "")
    yield "text", text, ground
    yield "dim", ground.blend(text, look.faint), ground
    for colour, value in look.colours.items():
        yield colour, Color.parse(value), ground
    chosen_ground = Color.parse(look.theme.variables["input-selection-background"])
    yield "chosen", Color.parse(look.theme.variables["input-selection-foreground"]), chosen_ground


@pytest.mark.parametrize(("name", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
def test_everything_stands_out_from_its_ground(name: str, least: float) -> None:
    for what, colour, ground in pairs(name):
        assert _contrast(colour, ground) >= least, what


def _contrast(one: Color, other: Color) -> float:
    brighter, darker = sorted(map(_luminance, (one, other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    """By WCAG 2."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("theme", list(LOOKS))
async def test_on_every_screen_text_stands_out_from_what_is_behind_it(
    tmp_path: Path, theme: str
) -> None:
    async with showing(small_world(tmp_path), config=Config(theme=theme)) as pilot:
        for keys in ([], ["tab"], ["enter"], ["i"], ["4", "w", "e", "e", "k"], ["2"], ["5"],
                     ["m"], ["s"], ["colon"], ["question_mark"]):  # fmt: skip
            await press(pilot, *keys)
            for strip in pilot.app.screen._compositor.render_strips():
                for text, style, _ in strip:
                    if text.strip():
                        assert style is not None, (keys, text)
                        assert _stands_out(style) >= 4.4, (keys, text, style)
            while len(pilot.app.screen_stack) > 1:
                pilot.app.pop_screen()
            await rest(pilot)


def _stands_out(style: Style) -> float:
    """The contrast of a look, whichever of its two is in front."""
    assert style.color is not None
    assert style.bgcolor is not None
    return _contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


async def test_a_theme_is_worn_while_it_is_selected_and_taken_off_again(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        app = pilot.app
        assert isinstance(app, Convonote)
        await press(pilot, "colon")
        await type_words(pilot, "theme")
        await press(pilot, "enter", "j")
        assert app.worn == "light"
        assert isinstance(app.get_line_filters()[0], InTheme)
        await press(pilot, "j", "escape")
        assert app.worn == DEFAULT
        assert not app.get_line_filters()


async def test_a_theme_that_is_taken_is_kept_for_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "state" / "theme"
    async with showing(small_world(tmp_path)) as pilot:
        assert isinstance(pilot.app, Convonote)
        pilot.app.keep_theme = lambda name: choose(file, name)
        await pilot.app.screen.run_action("theme('dark')")
        await rest(pilot)
        assert pilot.app.worn == "dark"
        assert shows(pilot, "Theme: dark, from now on")
    assert chosen(file) == "dark"


async def test_where_the_settings_name_one_that_is_said(tmp_path: Path) -> None:
    config = Config(theme="light")
    async with showing(small_world(tmp_path), config=config) as pilot:
        assert isinstance(pilot.app, Convonote)
        assert pilot.app.worn == "light"
        pilot.app.keep_theme = lambda name: None
        await pilot.app.screen.run_action("theme('dark')")
        assert shows(pilot, 'Theme: dark, until you leave; config.toml says theme = "light"')
        await pilot.app.screen.run_action("theme('mauve')")
        await rest(pilot)
        assert shows(pilot, "There is no theme 'mauve'; there are terminal, light, dark, contrast")


async def test_a_choice_that_cannot_be_kept_holds_for_now(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    async with showing(small_world(tmp_path)) as pilot:
        assert isinstance(pilot.app, Convonote)
        pilot.app.keep_theme = lambda name: choose(tmp_path / "state" / "theme", name)
        await pilot.app.screen.run_action("theme('dark')")
        await rest(pilot)
        assert pilot.app.worn == "dark"
        assert shows(pilot, "it cannot be kept")


def test_a_kept_choice_that_says_nothing_is_none(tmp_path: Path) -> None:
    file = tmp_path / "theme"
    assert chosen(file) == DEFAULT
    for content in (b"", b"mauve\n", b"\xff\xfe"):
        file.write_bytes(content)
        assert chosen(file) == DEFAULT


@pytest.mark.parametrize("theme", list(THEMES))
def test_without_colours_none_is_sent_in_any_theme(
    tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "convonote" / "config.toml"
    settings.parent.mkdir()
    settings.write_text(f'[screen]\ntheme = "{theme}"\n')
    monkeypatch.setenv("NO_COLOR", "1")
    with opened(tmp_path) as (_, terminal):
        terminal.until("April 3")
        terminal.press("j")
        terminal.until("Could you send me the book")
        terminal.press("i")
        terminal.until("0 words")
        terminal.press("one")
        terminal.until("1 word")
        assert not COLOUR.search(terminal.sent)


@pytest.mark.parametrize("theme", list(THEMES))
def test_only_a_theme_of_our_own_sends_colours_beyond_the_sixteen(
    tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    settings = tmp_path / "convonote" / "config.toml"
    settings.parent.mkdir()
    settings.write_text(f'[screen]\ntheme = "{theme}"\n')
    with opened(tmp_path) as (_, terminal):
        terminal.until("April 3")
        assert (FULL_COLOUR.search(terminal.sent) is None) == (theme == DEFAULT)
