"""Ana calls in a minute: one key shows whose turn it is, what we owe, and what to bring up."""

from pathlib import Path

from convonote.conversation.records import Kind
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import NOW, small_world


async def test_one_screen_has_all_that_is_worth_a_look(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    made.notebook.say(
        "- [ ] send the flight list by 2026-11-20", conversation=1, channel="chat",
        at=NOW - 5 * 86_400_000_000,
    )  # fmt: skip
    made.notebook.say(
        "! no calls before noon\n! has a new viola\n? Ana Lima: ask about the knee",
        conversation=1,
        kind=Kind.NOTE,
        channel="other",
    )
    async with sitting_at(made) as jo:
        await jo.press("b")
        jo.sees("Ana Lima", "WHOSE TURN", "Kyoto trip", "send the flight list", "2d over")
        jo.sees("no calls before noon", "has a new viola", "ask about the knee", "SAID LAST")
        await jo.press("q")
        jo.sees("YOUR TURN")
