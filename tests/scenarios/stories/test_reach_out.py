"""I want to hear from my aunt every three weeks; after longer, she stands in the queue."""

from pathlib import Path

from convonote.conversation.records import DAY
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import world


async def test_a_rhythm_is_set_comes_due_and_begins_anew_with_a_call(tmp_path: Path) -> None:
    made = world(tmp_path)
    rosa = made.person("Rosa")
    made.hear(rosa, "Thanks for the call!", "Sundays", days=2)
    async with sitting_at(made) as jo:
        await jo.press("2", "R")
        await jo.type("3w")
        await jo.press("enter", "1")
        jo.sees("REACH OUT 0")
        await jo.wait(20 * DAY)
        jo.sees("REACH OUT 1", "Rosa")
        await jo.press("g", "j")
        while "Rosa" not in jo.selected:
            await jo.press("k")
        await jo.press("+")
        await jo.fill("Rosa = phone: an hour about hens")
        jo.sees("REACH OUT 0")
