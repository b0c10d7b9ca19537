"""Runs the examples of one page from its top to its bottom, and gives what each of them shows."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from convonote.store.notebook import Notebook
from tests.manual.pages import Comment, Fence, commands, fits, parts
from tests.manual.shell import Shell, demo_notebook, microseconds
from tests.screens.showing import World, press, screen_text, showing, type_words

_SCREEN = re.compile(
    r"(?P<sample>demo|empty|here) (?P<width>\d+)x(?P<height>\d+)(?: keys: (?P<keys>.+))?"
)
_KEY = re.compile(r'"(?P<words>[^"]*)"|(?P<key>\S+)')
_SAYS = {
    "notebook": "demo or empty: the notebook from here on, in place of the one before",
    "now": "such as 2026-11-23 09:00: the moment from here on, in UTC",
    "file": "NAME: the block below is a file of that name in the home folder",
    "screen": 'demo|empty|here WIDTHxHEIGHT keys: j enter "words": what the block below shows',
}
"""The comments that there are, and what each does."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An example, and what really comes of it."""

    what: str
    """The command, or the comment above a screen."""
    start: int
    """The place of the first line of what the page says, from 0."""
    expected: tuple[str, ...]
    got: list[str]

    @property
    def fits(self) -> bool:
        """The page is right."""
        return fits(self.expected, self.got)


async def run_page(text: str, folder: Path) -> AsyncIterator[Shown]:
    """Every example of a page; what they write stays in the folder."""
    shell = Shell(folder)
    above: Comment | None = None
    for part in parts(text):
        if isinstance(part, Comment):
            above = part
            if part.name not in _SAYS:
                raise ValueError(f"a page has no comment {part.name!r}; there are {list(_SAYS)}")
            if part.name == "notebook":
                shell.begin(part.value)
            elif part.name == "now":
                shell.now = datetime.fromisoformat(part.value).replace(tzinfo=UTC)
            continue
        if above is not None and above.name == "file":
            shell.write(above.value, part.lines)
        elif part.language == "screen":
            if above is None or above.name != "screen":
                raise ValueError(f"line {part.start}: no <!-- screen: … --> stands above it")
            yield Shown(above.value, part.start, part.lines, await _screen(shell, above.value))
        elif part.language == "console":
            for each in _console(shell, part):
                yield each
        above = None


def _console(shell: Shell, block: Fence) -> list[Shown]:
    return [
        Shown(f"$ {one.typed}", one.start, one.output, shell.run(one.typed))
        for one in commands(block)
    ]


async def _screen(shell: Shell, value: str) -> list[str]:
    """What the app shows after some keys, on a copy of the notebook."""
    asked = _SCREEN.fullmatch(value)
    if asked is None:
        raise ValueError(f"{value!r} is no screen; write {_SAYS['screen']}")
    path = shell.home / "screen.convonote"
    if asked["sample"] == "demo":
        path.write_bytes(demo_notebook(shell.now))
    elif asked["sample"] == "here":
        path.write_bytes(shell.notebook.read_bytes())
    now = microseconds(shell.now)
    with Notebook(path, clock=lambda: now, zone=UTC) as notebook:
        size = (int(asked["width"]), int(asked["height"]))
        async with showing(World(notebook, path, now), size) as pilot:
            for key in _KEY.finditer(asked["keys"] or ""):
                if key["key"]:
                    await press(pilot, key["key"])
                else:
                    await type_words(pilot, key["words"])
            shown = screen_text(pilot)
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    return shown
