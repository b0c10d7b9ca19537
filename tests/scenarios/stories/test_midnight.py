"""The app stays open overnight: what is due comes with the first second of the day, where Jo is."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from convonote.conversation.records import SECOND
from convonote.conversation.zones import instant
from convonote.store.notebook import Notebook
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import World


def moment(wall: datetime, zone: str) -> int:
    return instant(wall, ZoneInfo(zone))


def evening(folder: Path, zone: str, tomorrow: datetime) -> World:
    """Noon before a day on which a promise, a snooze, a reminder and a rhythm fall due."""
    made: list[World] = []
    noon = moment(tomorrow - timedelta(hours=12), zone)
    path = folder / "notebook.convonote"
    notebook = Notebook(path, clock=lambda: made[0].now if made else noon, zone=ZoneInfo(zone))
    made.append(World(notebook, path, noon))
    ana, bob, chi, dan = (notebook.add_person(name) for name in ("Ana", "Bob", "Chi", "Dan"))
    begins = moment(tomorrow, zone)
    owed = f"Thanks!\n\n- [ ] send the list by {tomorrow:%Y-%m-%d}"
    notebook.say(owed, topic="List", channel="phone", to=[ana.id])
    asked = notebook.say("Could you come?", topic="Visit", channel="sms", author=bob.id)
    notebook.set_later(asked.conversation, begins)
    notebook.say("Which week?", topic="Kyoto", channel="email", to=[chi.id], remind=begins)
    last = moment(tomorrow - timedelta(days=5, hours=3), zone)
    notebook.say("Thanks!", topic="Roof", channel="chat", to=[dan.id], at=last)
    notebook.set_rhythm(dan.id, 6)
    return made[0]


@pytest.mark.parametrize(
    ("zone", "tomorrow"),
    [
        pytest.param("Pacific/Auckland", datetime(2026, 6, 10), id="east"),
        pytest.param("America/Los_Angeles", datetime(2026, 6, 10), id="west"),
        pytest.param("Pacific/Auckland", datetime(2026, 9, 27), id="east, summer time begins"),
        pytest.param("Pacific/Auckland", datetime(2026, 9, 28), id="east, after 23 hours"),
        pytest.param("America/Los_Angeles", datetime(2026, 11, 2), id="west, after 25 hours"),
    ],
)
async def test_all_that_falls_due_comes_at_midnight_and_not_before(
    tmp_path: Path, zone: str, tomorrow: datetime
) -> None:
    made = evening(tmp_path, zone, tomorrow)
    async with sitting_at(made) as jo:
        jo.sees("YOUR TURN 0", "NUDGE 0", "THEIR TURN 1", "LATER 2", "REACH OUT 0")
        await jo.wait(moment(tomorrow, zone) - made.now - SECOND)
        jo.sees("YOUR TURN 0", "NUDGE 0", "THEIR TURN 1", "LATER 2", "REACH OUT 0")
        await jo.wait(SECOND)
        jo.sees("YOUR TURN 2", "NUDGE 1", "THEIR TURN 0", "LATER 0", "REACH OUT 1")
        jo.sees(f"{tomorrow:%a} {tomorrow.day} {tomorrow:%b}")
