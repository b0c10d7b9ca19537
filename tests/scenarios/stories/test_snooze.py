"""The roof can wait until Friday: it goes out of sight, and is there again on that morning."""

from pathlib import Path

from convonote.conversation.records import DAY
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import small_world


async def test_put_off_it_comes_back_on_its_day(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with sitting_at(made) as jo:
        await jo.press("s")
        await jo.type("fri")
        jo.sees("= Fri 27 Nov, in 5 days")
        await jo.press("enter")
        jo.sees("YOUR TURN 1", "LATER 1", "Kyoto trip: back on Fri 27 Nov; u takes it back")
        await jo.wait(4 * DAY)
        jo.sees("YOUR TURN 1", "LATER 1")
        await jo.wait(DAY)
        jo.sees("YOUR TURN 2", "LATER 0", "Fri 27 Nov")


async def test_it_comes_back_at_once_when_they_speak(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with sitting_at(made) as jo:
        await jo.press("s")
        await jo.fill("3d")
        jo.sees("LATER 1")
        ana = made.notebook.people("Ana")[0]
        made.notebook.say(
            "And which hotel?", conversation=1, channel="email", author=ana.id, at=made.now
        )
        await jo.wait(1)
        jo.sees("YOUR TURN 2", "LATER 0")
