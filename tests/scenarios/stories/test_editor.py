"""A long answer is written in my own editor, and a word is changed there afterwards."""

import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from convonote.app import Convonote
from tests.scenarios.stories.keyboard import sitting_at
from tests.screens.showing import small_world

EDITOR = """\
import sys
with open(sys.argv[1], encoding="utf-8") as file:
    words = file.read()
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write(words.replace("second", "third") or "The second week, *please*.")
"""


async def test_what_the_editor_leaves_is_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "editor.py").write_text(EDITOR)
    monkeypatch.setenv("VISUAL", f"{sys.executable} {tmp_path / 'editor.py'}")
    # A test has no terminal that could be put aside.
    monkeypatch.setattr(Convonote, "suspend", lambda self: nullcontext())
    made = small_world(tmp_path)
    async with sitting_at(made) as jo:
        await jo.press("r", "ctrl+o")
        jo.sees("The second week, *please*.")
        await jo.press("ctrl+s", "s")
        jo.sees("The second week, please.", "THEIR TURN 2")
        await jo.press("enter", "G", "E")
        jo.sees("The third week, please.", "takes it back")
        await jo.press("u")
        jo.sees("The second week, please.")
