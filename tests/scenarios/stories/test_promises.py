"""Ana writes that she will send the list: I make it a promise, she sends it, and it is kept."""

from pathlib import Path

from convonote.conversation.records import DAY
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import world


async def test_a_suggestion_is_taken_and_a_report_keeps_it(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana = made.person("Ana Lima")
    trip = made.hear(
        ana, "I'll send you the list of hotels by Wednesday. Is that soon enough?", "Trip"
    )
    async with sitting_at(made) as jo:
        await jo.press("enter")
        jo.sees("Ana Lima may owe", ". take")
        await jo.press(".")
        jo.sees("Ana Lima owes: “send you the list of hotels”")
        await jo.press("q", "3")
        jo.sees("DUE 1", "Ana Lima", "wed")
        await jo.press("1")
        await jo.wait(DAY)
        made.notebook.say(
            "Here is the list of hotels.", conversation=trip, channel="chat", author=ana.id,
            at=made.now,
        )  # fmt: skip
        await jo.wait(1)
        await jo.press("3")
        jo.sees("kept?")
        await jo.press(".")
        jo.sees("DUE 0", "KEPT 1")


async def test_my_own_is_kept_by_x_and_the_box_is_ticked(tmp_path: Path) -> None:
    made = world(tmp_path)
    made.say(made.person("Ana Lima"), "- [ ] send the plan by 2026-11-21", "Fence", days=4)
    async with sitting_at(made) as jo:
        jo.sees("YOUR TURN 1", "Fence")
        await jo.press("x")
        jo.sees("YOUR TURN 0", "[x] send the plan")
