"""The mouse works in every list, and can be left to the terminal."""

from pathlib import Path

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from convonote.screens.timelines.timeline import Timeline
from convonote.screens.turns.home import Home
from tests.screens.showing import (
    Driver,
    press,
    rest,
    screen_text,
    selected_line,
    showing,
    shows,
    small_world,
    type_words,
    world,
)
from tests.wire.test_driver import opened


async def click(pilot: Driver, x: int, y: int, times: int = 1) -> None:
    """Click a cell of the screen."""
    await pilot.click(offset=(x, y), times=times)
    await rest(pilot)


async def test_in_the_queue_a_click_selects_and_two_open(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await click(pilot, 5, 3)
        assert "陈伟" in selected_line(pilot)
        await click(pilot, 5, 2, times=2)
        assert isinstance(pilot.app.screen, Timeline)
        assert shows(pilot, "Which week suits you?")


async def test_in_a_timeline_a_click_selects_and_two_show_the_original(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "enter")
        await click(pilot, 5, 2)
        assert selected_line(pilot).startswith("▌14 Nov")
        await click(pilot, 5, 2, times=2)
        assert shows(pilot, "Let's go in *April*.")


async def test_in_find_a_click_selects_and_two_open(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    made.hear(made.person("Bo"), "Which book, the blue one?", "Blue", days=3)
    async with showing(made) as pilot:
        await press(pilot, "4")
        await type_words(pilot, "book")
        await press(pilot, "down")
        row = max(y for y, line in enumerate(screen_text(pilot)) if "book" in line)
        other = next(y for y, line in enumerate(screen_text(pilot)) if "Could you send" in line)
        await click(pilot, 5, other)
        assert "Could you send" in selected_line(pilot)
        await click(pilot, 5, row, times=2)
        assert isinstance(pilot.app.screen, Timeline)


async def test_in_a_question_a_click_on_what_is_selected_takes_it(tmp_path: Path) -> None:
    async with showing(small_world(tmp_path)) as pilot:
        await press(pilot, "c")
        await type_words(pilot, "By train")
        await press(pilot, "ctrl+s")
        row = next(y for y, line in enumerate(screen_text(pilot)) if "keep as draft" in line)
        await click(pilot, 20, row)
        await click(pilot, 20, row)
        assert isinstance(pilot.app.screen, Home)
        assert shows(pilot, "The draft stays")


@pytest.mark.parametrize("key", ["", "enter"], ids=["queue", "timeline"])
async def test_the_wheel_scrolls(tmp_path: Path, key: str) -> None:
    made = world(tmp_path)
    made.hear(made.person("Ana Lima"), "Which?\n\n" + "line\n\n" * 60, "Long", days=80)
    for number in range(60):
        made.hear(made.person(f"Person {number:02}"), "Could you?", f"Topic {number}", days=number)
    async with showing(made) as pilot:
        await press(pilot, *([key] if key else []))
        pane = pilot.app.screen.focused
        assert pane is not None
        before = screen_text(pilot)
        for event in (MouseScrollDown, MouseScrollUp):
            pane.post_message(event(pane, 3, 3, 0, 1, 0, False, False, False, 3, 3))
            await rest(pilot)
            assert (screen_text(pilot) == before) == (event is MouseScrollUp)


@pytest.mark.parametrize("mouse", [True, False])
def test_the_mouse_can_be_left_to_the_terminal(tmp_path: Path, mouse: bool) -> None:
    settings = tmp_path / "convonote" / "config.toml"
    settings.parent.mkdir()
    settings.write_text(f"[screen]\nmouse = {str(mouse).lower()}\n")
    with opened(tmp_path) as (_, terminal):
        terminal.until("April 3")
        assert (b"\x1b[?1000h" in terminal.sent) == mouse
