"""Three things were a mistake: one is taken back now, one tomorrow, one from the shell."""

from pathlib import Path

import pytest

from convonote.cli import undo
from convonote.conversation.turn_records import Section
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import small_world


async def test_three_steps_by_key_after_a_restart_and_in_the_shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = small_world(tmp_path)
    async with sitting_at(made) as jo:
        await jo.press("a")
        jo.sees("Kyoto trip: closed; u takes it back", "CLOSED 1")
        await jo.press("m", "m", "enter")
        jo.sees("YOUR TURN 0")
        await jo.press("p")
        await jo.fill("Bo bo@example.org")
        jo.sees("Bo")
        await jo.press("u")
        jo.sees("Undone: added Bo")
    async with sitting_at(made) as jo:
        await jo.press("u")
        jo.sees("Undone: ", "YOUR TURN 1", "CLOSED 1")
    assert undo.run([], str(made.path)) == 0
    assert "closed Kyoto trip" in capsys.readouterr().out
    assert made.notebook.counts()[Section.MINE] == 2
