"""Undo: one step a user's action, also after starting again; and never an import."""

from pathlib import Path

from convonote.conversation.records import Section
from convonote.importing import run_import
from tests.screens.showing import press, showing, shows, small_world, type_words

MAIL = """\
From: Ana Lima <ana@example.org>
To: Jo <jo@example.net>
Date: Sat, 21 Nov 2026 10:00:00 +0000
Subject: Fence
Message-ID: <a1@example.org>

Could you look at the fence this week?
"""


async def test_three_steps_are_taken_back_after_a_restart_and_an_import_is_not(
    tmp_path: Path,
) -> None:
    made = small_world(tmp_path)
    before = made.notebook.counts()
    async with showing(made) as pilot:
        await press(pilot, "a")
        assert shows(pilot, "Kyoto trip: closed; u takes it back")
        await press(pilot, "s")
        await type_words(pilot, "fri")
        await press(pilot, "enter")
        assert shows(pilot, "Books: back on Fri 27 Nov; u takes it back")
        await press(pilot, "p")
        await type_words(pilot, "Bo bo@example.org")
        assert shows(pilot, "= Bo: email bo@example.org")
        await press(pilot, "enter")
    (tmp_path / "fence.eml").write_text(MAIL)
    run_import(made.notebook, [tmp_path / "fence.eml"], me=[("email", "jo@example.net")])
    people = len(made.notebook.people())
    async with showing(made) as pilot:
        await press(pilot, "u")
        assert shows(pilot, "Undone: added Bo")
        assert len(made.notebook.people()) == people - 1
        await press(pilot, "u")
        assert shows(pilot, "Undone: put off Books")
        await press(pilot, "u")
        assert shows(pilot, "Undone: closed Kyoto trip")
        after = made.notebook.counts()
        assert after[Section.MINE] == before[Section.MINE] + 1
        await press(pilot, "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u")
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
