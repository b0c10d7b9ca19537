"""The real app on a real notebook, for tests: a small world, its screen as text, and rest."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.worker import WorkerCancelled

from convonote.app import Convonote
from convonote.config import Config
from convonote.conversation.records import DAY, SECOND
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person

NOW = int(datetime(2026, 11, 22, 12, 0, tzinfo=UTC).timestamp()) * SECOND

Driver = Pilot[str]


@dataclass
class World:
    """A notebook with a clock that stands still until it is moved."""

    notebook: Notebook
    path: Path
    now: int = NOW

    def person(self, name: str) -> Person:
        """Add somebody."""
        return self.notebook.add_person(name)

    def hear(
        self, who: Person, text: str, topic: str, days: float = 1, channel: str = "chat"
    ) -> int:
        """Somebody said something, so many days ago, in a new conversation; gives its id."""
        at = self.now - int(days * DAY)
        said = self.notebook.say(text, topic=topic, channel=channel, author=who.id, at=at)
        return said.conversation

    def say(self, who: Person, text: str, topic: str, days: float = 1) -> int:
        """I said something to somebody, so many days ago; gives the conversation."""
        at = self.now - int(days * DAY)
        said = self.notebook.say(text, topic=topic, channel="chat", to=[who.id], at=at)
        return said.conversation

    def topics(self, conversations: list[int]) -> list[str]:
        """The topics of conversations."""
        found = (self.notebook.conversation(id) for id in conversations)
        return [one.topic for one in found if one is not None]


def world(folder: Path) -> World:
    """An empty notebook."""
    made: list[World] = []
    notebook = Notebook(
        folder / "notebook.convonote",
        clock=lambda: made[0].now if made else NOW,
        zone=UTC,
    )
    made.append(World(notebook, folder / "notebook.convonote"))
    return made[0]


def small_world(folder: Path) -> World:
    """Two conversations where it is my turn, one where it is theirs, one at rest."""
    made = world(folder)
    ana, chen, marek = (made.person(name) for name in ("Ana Lima", "陈伟", "Marek"))
    made.notebook.say(
        "Let's go in *April*.", topic="Kyoto trip", channel="email", to=[ana.id], at=NOW - 8 * DAY
    )
    kyoto = made.notebook.turns(limit=1)[0].id
    made.notebook.say(
        "Which week suits you?\n\n- April 3–9\n- April 10–16",
        conversation=kyoto,
        channel="email",
        author=ana.id,
        at=NOW - 4 * DAY,
    )
    made.hear(chen, "Could you send me the book?", "Books", days=2)
    made.say(marek, "Could I borrow the bike?", "Bike", days=1)
    made.hear(marek, "Thanks!", "Roof", days=30)
    return made


@asynccontextmanager
async def showing(
    made: World, size: tuple[int, int] = (80, 24), config: Config | None = None
) -> AsyncIterator[Driver]:
    """The app, shown and at rest."""
    app = Convonote(made.notebook, config or Config())
    async with app.run_test(size=size) as pilot:
        await rest(pilot)
        yield pilot
        await ended(pilot)


async def ended(pilot: Driver) -> bool:
    """Whether the app has ended by itself, which is waited for once it does.

    To end it once more meanwhile, or to wait for its screen, could take for ever.
    """
    ends = pilot.app._exit
    if ends and pilot.app._task is not None:
        await asyncio.wait({pilot.app._task})
    return ends


async def rest(pilot: Driver) -> None:
    """Wait until nothing is under way any more, or the app asks something."""
    await pilot.pause()
    await _worked(pilot)
    # What was passed on from one to the next meanwhile.
    await pilot.pause()


async def _worked(pilot: Driver) -> None:
    """Wait for what is done in threads, and for what is passed on from one to the next."""
    if await ended(pilot):
        return
    await pilot.pause(0)
    while under_way := [worker for worker in pilot.app.workers if not worker.is_finished]:
        if isinstance(pilot.app.screen, ModalScreen):
            # Saving goes on when the question is answered.
            under_way = [worker for worker in under_way if worker.group != "save"]
        if not under_way:
            break
        try:
            await pilot.app.workers.wait_for_complete(under_way)
        except WorkerCancelled:
            # What was superseded is what was waited for.
            continue
        finally:
            await pilot.pause()
    await pilot.pause(0)


async def press(pilot: Driver, *keys: str) -> None:
    """Press keys one after another, resting after each."""
    for key in keys:
        await pilot.press(key)
        await _worked(pilot)


async def type_words(pilot: Driver, words: str) -> None:
    """Type words, resting at the end."""
    names = {" ": "space", ".": "full_stop", "/": "slash", ",": "comma", "@": "at", "-": "minus"}
    await pilot.press(*(names.get(letter, letter) for letter in words))
    await _worked(pilot)


def screen_text(pilot: Driver) -> list[str]:
    """What the screen shows, line by line."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    assert len(strips) == height
    assert all(strip.cell_length == width for strip in strips)
    return [strip.text.rstrip() for strip in strips]


def shows(pilot: Driver, words: str) -> bool:
    """Whether some line of the screen has the words."""
    return any(words in line for line in screen_text(pilot))


def selected_line(pilot: Driver) -> str:
    """The first line that bears the marker."""
    return next((line for line in screen_text(pilot) if line.startswith("▌")), "")
