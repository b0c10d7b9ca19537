"""Undo and redo by key: never an import, also after starting again, without a question."""

from pathlib import Path

from convonote.conversation.turn_records import Section
from convonote.importing import run_import
from tests.screens.showing import press, showing, shows, small_world

MAIL = """\
From: Ana Lima <ana@example.org>
To: Jo <jo@example.net>
Date: Sat, 21 Nov 2026 10:00:00 +0000
Subject: Fence
Message-ID: <a1@example.org>

Could you look at the fence this week?
"""


async def test_an_import_is_not_taken_back(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    (tmp_path / "fence.eml").write_text(MAIL)
    async with showing(made) as pilot:
        await press(pilot, "a")
        run_import(made.notebook, [tmp_path / "fence.eml"], me=[("email", "jo@example.net")])
        await press(pilot, "u")
        assert shows(pilot, "Undone: closed Kyoto trip")
        await press(pilot, *["u"] * 9)
        assert shows(pilot, "othing")
        assert any(one.topic == "Fence" for one in made.notebook.turns(Section.MINE))


async def test_redo_after_a_restart_goes_the_way_back(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "a", "u")
        assert made.notebook.counts()[Section.CLOSED] == 0
    async with showing(made) as pilot:
        await press(pilot, "U")
        assert shows(pilot, "Done again: closed Kyoto trip")
        assert made.notebook.counts()[Section.CLOSED] == 1


async def test_one_thing_is_deleted_without_a_question(tmp_path: Path) -> None:
    made = small_world(tmp_path)
    async with showing(made) as pilot:
        await press(pilot, "D")
        assert shows(pilot, "Kyoto trip: deleted; u takes it back")
        await press(pilot, "u")
        assert shows(pilot, "YOUR TURN 2")
