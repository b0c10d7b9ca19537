"""Somebody at the keyboard: what they press and see, so that a test reads as its story."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from convonote.app import Convonote
from convonote.config import Config
from tests.screens.showing import Driver, World, press, rest, screen_text, selected_line, showing


class Keyboard:
    """The keys and the screen, and nothing beside them."""

    def __init__(self, pilot: Driver, made: World) -> None:
        self._pilot = pilot
        self._world = made

    async def press(self, *keys: str) -> None:
        """Press keys, waiting after each for what it does."""
        await press(self._pilot, *keys)

    async def type(self, words: str) -> None:
        """Type words at once, as fast as they come."""
        await self._pilot.press(*words)
        await rest(self._pilot)

    async def fill(self, words: str) -> None:
        """Type a line, and press Enter."""
        await self.type(words)
        await self.press("enter")

    async def wait(self, time: int) -> None:
        """Let some microseconds pass on the notebook's clock, and with them what depends on it."""
        self._world.now += time
        app = self._pilot.app
        assert isinstance(app, Convonote)
        # What its timers do at such moments.
        app.settle()
        app.look()
        await rest(self._pilot)

    def sees(self, *words: str) -> None:
        """Each of these stands in a line of the screen."""
        screen = self.screen
        for each in words:
            assert any(each in line for line in screen), f"{each!r} is not on\n" + "\n".join(screen)

    def sees_no(self, *words: str) -> None:
        """None of these stands on the screen."""
        screen = self.screen
        for each in words:
            assert not any(each in line for line in screen), f"{each!r} is on\n" + "\n".join(screen)

    @property
    def screen(self) -> list[str]:
        """The lines of the screen."""
        return screen_text(self._pilot)

    @property
    def selected(self) -> str:
        """The line with the marker."""
        return selected_line(self._pilot)


@asynccontextmanager
async def sitting_at(
    made: World, size: tuple[int, int] = (80, 24), config: Config | None = None
) -> AsyncIterator[Keyboard]:
    """The screens on a notebook, from the start to the end of a session."""
    async with showing(made, size, config) as pilot:
        yield Keyboard(pilot, made)
