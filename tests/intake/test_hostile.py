"""Messages that were made to break a reader: each is read within its bounds, or refused."""

import subprocess
import sys
from pathlib import Path


def test_no_hostile_message_takes_more_than_two_seconds_or_300_megabytes() -> None:
    # Each is read in a process of its own: time is that of the processor, memory its peak.
    ran = subprocess.run(
        [sys.executable, "-m", "tests.intake.hostile"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == ("", "", 0)
