"""The composer's question of how an answer goes out, and each way it may go."""

from pathlib import Path

import pytest

from convonote.config import Config
from convonote.widgets.cycle import Cycle
from tests.screens.composing_host import PENDING, Desk, composer, finish, settle, told


async def test_a_channel_that_stays_here_asks_nothing(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.shown.query_one("#channel", Cycle).value = "phone"
        await pilot.press(*"Told her", "ctrl+s")
        await finish(pilot)
    assert desk.last().channel == "phone"


async def test_the_question_can_be_left_back_to_the_text(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hi", "ctrl+s")
        await settle(pilot)
        await pilot.press("ctrl+g")
        await finish(pilot)
        assert app.result is PENDING
        assert composer(app).editor.text == "Hi"
        assert desk.last().id == desk.asked


async def test_arrows_and_enter_answer_the_question(desk: Desk) -> None:
    app = desk.composer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"Hi", "ctrl+s")
        await settle(pilot)
        await pilot.press("down", "down", "enter")  # keep as draft
        await finish(pilot)
    assert app.result is None
    assert [draft.text for draft in desk.notebook.drafts()] == ["Hi"]


async def test_handing_over_gives_the_message_to_the_command(desk: Desk, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    desk.config = Config(send=f"sh -c 'cat > {taken}'")
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"April 10", "ctrl+s")
        await settle(pilot)
        await pilot.press("h")
        await finish(pilot)
    message = taken.read_text()
    assert "To: Ana Lima <ana@example.org>\n" in message
    assert "From: Jo Doe <jo@example.org>\n" in message
    assert "Subject: Re: Kyoto trip\n" in message
    assert message.endswith("\n\nApril 10\n")
    assert desk.last().queued
    assert "Handed over" in app.message
    assert desk.notebook.drafts() == []


async def test_a_command_that_fails_leaves_the_text_and_says_why(desk: Desk) -> None:
    desk.config = Config(send="sh -c 'cat >/dev/null; echo no route; exit 75'")
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"April 10", "ctrl+s")
        await settle(pilot)
        await pilot.press("h")
        await finish(pilot)
        assert app.result is PENDING
        assert "no route" in told(app)
        assert composer(app).editor.text == "April 10"
    assert desk.last().id == desk.asked


async def test_without_a_command_handing_over_copies(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    app = desk.answer()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"April 10", "ctrl+s")
        await settle(pilot)
        await pilot.press("h")
        await finish(pilot)
        assert app.clipboard == "April 10"
    assert desk.last().queued
    assert "clipboard" in app.message
