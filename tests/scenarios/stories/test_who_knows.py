"""The tap drips: who knows a plumber, who said so, and what was said about it?"""

from pathlib import Path

from convonote.conversation.records import Kind
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import small_world


async def test_people_come_first_then_what_was_said_each_with_its_source(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    made.person("Tapper")
    made.notebook.say(
        "% plumbing: Tapper (recommended by Ana Lima)",
        conversation=1,
        kind=Kind.NOTE,
        channel="other",
    )
    made.say(made.notebook.people("Marek")[0], "The plumbing is from 1920.", "House")
    async with sitting_at(made) as jo:
        await jo.press(":")
        await jo.fill("who plumbing")
        jo.sees("Tapper", "Ana Lima", "The plumbing is from 1920.")
