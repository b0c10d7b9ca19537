"""A question that is answered in one line."""

from pathlib import Path

import pytest
from textual import events

from convonote.screens.prompt import Echo, Prompt
from convonote.widgets.one_line import OneLine
from tests.screens.composing_host import PENDING, Desk, Host, line


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "notebook.db")


def asked(desk: Desk, value: str = "") -> Host:
    def echo(typed: str) -> Echo:
        return Echo("only digits", good=False) if not typed.isdigit() else Echo(f"= {int(typed)}")

    return Host(desk.notebook, Prompt("How many?", value=value, echo=echo), desk.config)


async def test_enter_takes_the_line(desk: Desk) -> None:
    app = asked(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", *"007", "enter")
        await pilot.pause()
    assert app.result == "007"


async def test_what_is_typed_is_echoed(desk: Desk) -> None:
    app = asked(desk, "12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert line(app.screen, "#echo") == "= 12"
        await pilot.press("x")
        assert line(app.screen, "#echo") == "only digits"


async def test_what_cannot_be_taken_stays_with_the_reason(desk: Desk) -> None:
    app = asked(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert line(app.screen, "#echo")
        await pilot.press("x", "enter")
        assert line(app.screen, "#echo") == "only digits"
        assert app.result is PENDING


@pytest.mark.parametrize("key", ["escape", "ctrl+g"])
async def test_leaving_gives_nothing(desk: Desk, key: str) -> None:
    app = asked(desk, "12")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        await pilot.pause()
    assert app.result is None


async def test_a_paste_cannot_bring_in_what_drives_a_terminal(desk: Desk) -> None:
    app = asked(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste("\x1b]52;c;eA==\x07\nq"))
        await pilot.pause()
        assert "\x1b" not in app.screen.query_one(OneLine).value
        assert app.result is PENDING
