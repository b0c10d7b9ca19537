"""What did Ana say about the boat? I find it, open it there, and go from hit to hit."""

from pathlib import Path

from convonote.conversation.records import DAY
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import NOW, world


async def test_with_a_filter_it_is_opened_at_the_hit_and_n_goes_on(tmp_path: Path) -> None:
    made = world(tmp_path)
    ana, marek = made.person("Ana Lima"), made.person("Marek")
    trip = made.hear(ana, "The old boat leaks.", "Trip", days=30)
    for days in range(29, 9, -1):
        made.notebook.say(
            f"Day {days} without boats.\n\nAnd more.", conversation=trip, channel="chat",
            at=NOW - days * DAY,
        )  # fmt: skip
    made.hear(marek, "My boat is dry.", "Bike", days=5)
    made.hear(ana, "The new boat is blue.", "Harbour", days=3)

    async with sitting_at(made) as jo:
        await jo.press("/")
        await jo.type("from:ana boat")
        jo.sees("The new boat is blue.", "The old boat leaks.", "Ana Lima")
        jo.sees_no("My boat is dry.")
        await jo.press("down", "enter")
        jo.sees("▌  The old boat leaks.", "Trip")
        await jo.press("N")
        jo.sees("▌  The new boat is blue.", "Harbour")
        await jo.press("n")
        jo.sees("▌  The old boat leaks.", "Trip")
        await jo.press("q")
        jo.sees("from:ana boat")
