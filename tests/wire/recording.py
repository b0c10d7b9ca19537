"""What the real app writes to its terminal, kept frame by frame."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from textual.app import App
from textual.driver import Driver

from convonote.app import Convonote
from convonote.config import Config
from convonote.wire.sequences import ENTER
from tests.screens.showing import Driver as Hands
from tests.screens.showing import World, rest

Frame = list[str]
"""The writes between two flushes."""


@dataclass
class Recording:
    """What was written so far."""

    frames: list[Frame] = field(default_factory=lambda: [[ENTER, "\x1b[?7l"]])
    """The last one is still being written."""

    @property
    def whole(self) -> list[Frame]:
        """All frames that were flushed."""
        return self.frames[:-1]


class Recorder(Driver):
    """Takes the place of a terminal's driver, and keeps what would be sent."""

    recording: Recording

    def write(self, data: str) -> None:
        """Keep it."""
        self.recording.frames[-1].append(data)

    def flush(self) -> None:
        """The next write belongs to another frame."""
        self.recording.frames.append([])

    def start_application_mode(self) -> None:
        """There is no terminal."""

    def disable_input(self) -> None:
        """There is none."""

    def stop_application_mode(self) -> None:
        """There is no terminal."""


@asynccontextmanager
async def recorded(
    made: World, size: tuple[int, int] = (80, 24), theme: str = "ansi-dark"
) -> AsyncIterator[tuple[Hands, Recording]]:
    """The app at rest, and what it wrote until now."""
    kept = Recording()

    class Here(Recorder):
        recording = kept

    app: App[str] = Convonote(made.notebook, Config())
    app.driver_class = Here
    app.theme = theme
    async with app.run_test(headless=False, size=size) as pilot:
        await painted(pilot)
        yield pilot, kept


async def painted(pilot: Hands) -> None:
    """Wait until all that is under way is done, and is on the screen."""
    # What a key leads to is asked for by messages, and painting is asked for by messages too.
    for _ in range(3):
        await rest(pilot)
        shown = asyncio.Event()
        pilot.app.screen.call_after_refresh(shown.set)
        await shown.wait()


async def press(pilot: Hands, *keys: str) -> None:
    """Press keys one after another, each when what the one before led to is on the screen."""
    for key in keys:
        await pilot.press(key)
        await painted(pilot)
