"""Mail without a date, as the queue and `w` tell it."""

from pathlib import Path

from convonote.importing import run_import
from tests.screens.showing import press, screen_text, showing, world

MAIL = """\
From: Ana Lima <ana@example.org>
To: Jo <jo@example.net>
Subject: Fence
Message-ID: <a1@example.org>

Could you look at the fence this week?
"""


async def test_no_day_and_no_age_is_made_up_for_it(tmp_path: Path) -> None:
    made = world(tmp_path)
    (tmp_path / "fence.eml").write_text(MAIL)
    run_import(made.notebook, [tmp_path / "fence.eml"], me=[("email", "jo@example.net")])
    async with showing(made, (60, 20)) as pilot:
        row = next(line for line in screen_text(pilot) if "Fence" in line)
        assert row.rstrip().endswith("Fence")
        await press(pilot, "w")
        shown = " ".join(" ".join(screen_text(pilot)).split())
    assert "Ana Lima asked on an unknown day by email" in shown
    assert "since Sun" not in shown
