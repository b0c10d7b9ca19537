"""Ana's mail comes in; I read it, answer it, and the next morning it is still her turn."""

from pathlib import Path

from convonote.importing import run_import
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import world

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

    async with sitting_at(made) as jo:
        jo.sees("YOUR TURN 1", "Ana Lima")
        await jo.press("n", "enter")
        jo.sees("Could you look at the fence this week?")
        await jo.press("r")
        jo.sees("[I said]", "Could you look at the fence")
        await jo.type("On Friday. Which tools shall I bring?")
        await jo.press("ctrl+s")
        jo.sees("I sent it", "keep as draft")
        await jo.press("s")
        jo.sees("On Friday. Which tools shall I bring?", "Fence: it is their turn")
        await jo.press("q")
        jo.sees("YOUR TURN 0", "THEIR TURN 1")

    async with sitting_at(made) as jo:
        jo.sees("YOUR TURN 0", "THEIR TURN 1", "Fence")
