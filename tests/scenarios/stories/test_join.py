"""A mail thread and a call about it are one matter: one key joins them, the trail shows it."""

from pathlib import Path

from convonote.importing import run_import
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import world

MAIL = """\
From: Ana Lima <ana@example.org>
To: Jo <jo@example.net>
Date: Fri, 20 Nov 2026 10:00:00 +0000
Subject: Green paint
Message-ID: <g1@example.org>

Could you order the green paint for the fence?
"""


async def test_mail_and_a_logged_call_become_one_and_two_again(tmp_path: Path) -> None:
    (tmp_path / "paint.eml").write_text(MAIL)
    made = world(tmp_path)
    run_import(made.notebook, [tmp_path / "paint.eml"], me=[("email", "jo@example.net")])
    async with sitting_at(made) as jo:
        jo.sees("YOUR TURN 1")
        await jo.press("+")
        await jo.fill("Ana > phone yesterday 9:00: the green paint for the fence is there #Call")
        jo.sees("THEIR TURN 1")
        await jo.press("g", "L")
        jo.sees("Join with “Call”: same people, 1 day apart")
        await jo.press("enter")
        jo.sees("YOUR TURN 0", "THEIR TURN 1")
        await jo.press("v")
        jo.sees("How it moved", "Fri 20 Nov      email", "Sat 21 Nov      phone")
        await jo.press("q", "u")
        jo.sees("YOUR TURN 1", "THEIR TURN 1")
