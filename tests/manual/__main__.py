"""Writes into pages what their examples print, where that is not what they say.

    python -m tests.manual docs/manual/people.md

Look at what it wrote before you keep it, and put `...` for what differs from time to time.
"""

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.manual.running import run_page


async def fill(page: Path) -> int:
    """Write the page anew; how many examples were not right."""
    lines = page.read_text("utf-8").splitlines()
    with TemporaryDirectory() as home:
        wrong = [one async for one in run_page("\n".join(lines), Path(home)) if not one.fits]
    for one in reversed(wrong):
        lines[one.start : one.start + len(one.expected)] = [line.rstrip() for line in one.got]
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(wrong)


for name in sys.argv[1:]:
    print(f"{name}: {asyncio.run(fill(Path(name)))} examples written")
