"""Ana asked not to be called: I am told before I write, with the day she said it, and may go on."""

from pathlib import Path

from convonote.conversation.records import DAY, Kind
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import NOW, world


async def test_a_wish_is_told_first_and_the_same_key_goes_on(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana = made.person("Ana Lima")
    trip = made.hear(ana, "Could you tell me when?", "Trip", days=3)
    made.notebook.say(
        "! Ana Lima: no calls until 1 Dec", conversation=trip, kind=Kind.NOTE, channel="other",
        at=NOW - 2 * DAY,
    )  # fmt: skip
    async with sitting_at(made) as jo:
        jo.sees("YOUR TURN 1")
        await jo.press("+")
        await jo.type("Ana > phone: in May #Trip")
        await jo.press("enter")
        jo.sees("Ana Lima said on 20 Nov", "no calls until 1 Dec")
        await jo.press("enter")
        jo.sees("YOUR TURN 0")
