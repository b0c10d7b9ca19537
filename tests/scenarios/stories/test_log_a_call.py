"""I spoke with Ana on the phone; I write it down in one line, and once more in the composer."""

from pathlib import Path

from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import small_world, world


async def test_in_one_line_with_what_each_of_us_will_do(tmp_path: Path) -> None:
    made = world(tmp_path)
    async with sitting_at(made) as jo:
        await jo.press("+")
        await jo.type("+Ana = phone yesterday 18:00: the fence; - [ ] send the plan by fri")
        jo.sees(
            "I talked with Ana (new), phone",
            "21 Nov 18:00 → a new conversation",
            "promise of mine: send the plan",
        )
        await jo.press("enter")
        jo.sees("LATER 1", "the fence: it is nobody's turn; 1 promise filed")
        await jo.press("3")
        jo.sees("you", "send the plan", "fri")
        await jo.press("enter")
        jo.sees("21 Nov 18:00", "= me, Ana  phone", "[ ] send the plan by fri")


async def test_in_the_composer_as_a_talk_after_which_nobody_waits(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with sitting_at(made) as jo:
        jo.sees("YOUR TURN 2")
        await jo.press("c", "ctrl+t", "ctrl+t")
        jo.sees("[we talked]")
        await jo.type("We take the second week.")
        await jo.press("ctrl+s")
        jo.sees("Kyoto trip: it is nobody's turn", "YOUR TURN 1")


async def test_what_they_said_makes_it_my_turn(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with sitting_at(made) as jo:
        await jo.press("j", "j")
        assert "Bike" in jo.selected
        await jo.press("t")
        jo.sees("[they said]")
        await jo.type("Which day do you want it?")
        await jo.press("ctrl+s")
        jo.sees("Bike: it is your turn", "YOUR TURN 3")
