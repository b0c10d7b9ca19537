"""How did this go? A picture of who spoke when, and the same in words, at any width."""

from pathlib import Path

import pytest

from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import small_world


@pytest.mark.parametrize("size", [(60, 20), (140, 45)])
async def test_who_spoke_when_is_drawn_and_said(tmp_path: Path, size: tuple[int, int]) -> None:
    async with sitting_at(small_world(tmp_path), size) as jo:
        await jo.press("v")
        jo.sees("Who spoke when", "me  ", "Ana Lima ", "░")
        jo.sees("From Sat 14 Nov to", "me 1 time")
        await jo.press("q")
        jo.sees("YOUR TURN 2")
