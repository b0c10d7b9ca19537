"""Marek has my question; after longer than he usually takes he is under Nudge, until he answers."""

from pathlib import Path

from convonote.conversation.records import DAY
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import world


async def test_it_comes_with_time_and_goes_with_an_answer_on_another_channel(
    tmp_path: Path,
) -> None:
    made = world(tmp_path)
    marek = made.person("Marek")
    bike = made.say(marek, "Could I borrow the bike?", "Bike")
    async with sitting_at(made) as jo:
        jo.sees("NUDGE 0", "THEIR TURN 1")
        await jo.wait(13 * DAY)
        jo.sees("NUDGE 1", "THEIR TURN 0")
        made.notebook.say(
            "Yes, thanks!", conversation=bike, channel="phone", author=marek.id, at=made.now
        )
        await jo.wait(1)
        jo.sees("NUDGE 0", "THEIR TURN 0")


async def test_a_day_that_was_set_while_writing_counts_and_an_answer_cancels_it(
    tmp_path: Path,
) -> None:
    made = world(tmp_path)
    made.person("Marek")
    async with sitting_at(made) as jo:
        await jo.press("+")
        await jo.fill("Marek > chat remind 2d: Could I borrow the bike? #Bike")
        jo.sees("THEIR TURN 1")
        await jo.wait(2 * DAY)
        jo.sees("NUDGE 1")
        await jo.press("+")
        await jo.fill("Marek < phone: yes, thanks! #Bike")
        jo.sees("NUDGE 0", "THEIR TURN 0")
