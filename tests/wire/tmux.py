"""A terminal in tmux: what it shows is asked of tmux itself."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.wire.emulator import NO_LOOK, SEEN_ON_A_SPACE, changed

TMUX = shutil.which("tmux")
WITH_COLONS = {"4:2": 21, "5:3": 53}
"""How tmux writes what is underlined twice, and what has a line above."""
ASKED = 2000
"""How often tmux is asked at most whether it has read what was written."""


class Tmux:
    """A window of a tmux server of its own, which shows what is fed to it."""

    def __init__(self, folder: Path, columns: int, rows: int) -> None:
        self._socket = folder / "tmux"
        self._pipe = folder / "pipe"
        self._marks = 0
        os.mkfifo(self._pipe)
        self._run(
            *("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows)),
            f"stty raw -echo; exec cat '{self._pipe}'",
            *(";", "set", "status", "off"),
        )
        self._file = self._pipe.open("w", encoding="utf-8", newline="")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()
        subprocess.run(
            [TMUX or "", "-S", str(self._socket), "kill-server"], check=False, capture_output=True
        )

    def feed(self, data: str) -> None:
        """Show what was sent."""
        self._file.write(data)

    def shown(self) -> tuple[list[list[tuple[str, object]]], str]:
        """What can be seen, row by row, and where the cursor is."""
        self._marks += 1
        mark = f"read {self._marks}"
        self._file.write(f"\x1b]2;{mark}\x07")
        self._file.flush()
        for _ in range(ASKED):
            title, _, cursor = self._run(
                "display", "-p", "#{pane_title}|#{cursor_x},#{cursor_y}"
            ).partition("|")
            if title == mark:
                captured = self._run("capture-pane", "-p", "-e", "-N")
                return _visible(captured), cursor.strip()
        raise TimeoutError(f"tmux never came to {mark!r}")

    def _run(self, *arguments: str) -> str:
        ran = subprocess.run(
            [TMUX or "", "-S", str(self._socket), *arguments],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
        )
        return ran.stdout


def _visible(captured: str) -> list[list[tuple[str, object]]]:
    """The rows of a capture, without the blanks at their ends."""
    look, rows = NO_LOOK, []
    for line in captured.split("\n"):
        row: list[tuple[str, object]] = []
        for numbers, character in re.findall(r"\x1b\[([\d;:]*)m|(.)", line):
            if not character:
                look = changed(
                    look, [WITH_COLONS.get(n) or int(n or 0) for n in numbers.split(";")]
                )
            elif character == " " and not look[0] & SEEN_ON_A_SPACE:
                row.append((" ", look[2]))
            else:
                row.append((character, look))
        while row and row[-1] == (" ", ()):
            row.pop()
        rows.append(row)
    return rows
