"""On the train, in a small window: one thing at a time, and all of it can be done."""

from pathlib import Path

from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import small_world


async def test_at_60_by_20_one_pane_at_a_time_is_enough(tmp_path: Path) -> None:
    async with sitting_at(small_world(tmp_path), (60, 20)) as jo:
        jo.sees("YOUR TURN 2", "Kyoto trip")
        jo.sees_no("Which week suits you?")
        await jo.press("enter")
        jo.sees("Which week suits you?")
        jo.sees_no("YOUR TURN")
        await jo.press("r")
        await jo.type("The second.")
        await jo.press("ctrl+s", "s", "q")
        jo.sees("YOUR TURN 1", "THEIR TURN 2")
        await jo.press("2")
        jo.sees("Ana Lima")
        await jo.press("b")
        jo.sees("WHOSE TURN")
        await jo.press("q", "5", "1", "v")
        jo.sees("Who spoke when")
