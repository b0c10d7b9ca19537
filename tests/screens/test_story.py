"""From mail that came in to an answer written down, through the real app."""

from pathlib import Path

from convonote.conversation.records import Section
from convonote.importing import run_import
from tests.screens.showing import press, showing, shows, type_words, world

MAIL = """\
From: Ana Lima <ana@example.org>
To: Jo <jo@example.net>
Date: Sat, 21 Nov 2026 10:00:00 +0000
Subject: Fence
Message-ID: <a1@example.org>

Could you look at the fence this week?
"""


async def test_mail_is_read_answered_and_the_turn_has_passed_after_a_restart(
    tmp_path: Path,
) -> None:
    (tmp_path / "fence.eml").write_text(MAIL)
    made = world(tmp_path)
    run_import(made.notebook, [tmp_path / "fence.eml"], me=[("email", "jo@example.net")])
    async with showing(made) as pilot:
        await press(pilot, "n", "enter")
        assert shows(pilot, "Could you look at the fence this week?")
        await press(pilot, "r")
        await type_words(pilot, "On Friday. Which tools shall I bring?")
        await press(pilot, "ctrl+s")
        await press(pilot, "s")
        await press(pilot, "q")
        assert shows(pilot, "THEIR TURN 1")
    async with showing(made) as pilot:
        assert shows(pilot, "YOUR TURN 0")
        assert shows(pilot, "THEIR TURN 1")
        assert shows(pilot, "Fence")
    assert made.notebook.counts()[Section.THEIRS] == 1
