"""A small app with a real notebook, which shows one screen and keeps what it dismissed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from convonote.commands.keymap import Keymap
from convonote.config import Config
from convonote.screens.writing.composer import Composer
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.text.spans import Line
from convonote.widgets.one_line import OneLine
from convonote.widgets.text import OneLineText
from convonote.writing.compose_request import ComposeRequest, Mode

Value = TypeVar("Value")
NOW = int(datetime(2026, 11, 22, 5, 40, tzinfo=UTC).timestamp()) * 1_000_000
PENDING = object()
"""What `result` is until the screen is dismissed."""


class Host(App[None]):
    """What the screens need of an app, and nothing more."""

    def __init__(self, notebook: Notebook, screen: Screen[Any], config: Config) -> None:
        super().__init__()
        self.notebook = notebook
        self.config = config
        self.keymap = Keymap(config.keys)
        self.shown = screen
        self.result: object = PENDING
        self.message = ""

    def on_mount(self) -> None:
        def dismissed(result: object) -> None:
            self.result = result

        self.push_screen(self.shown, dismissed)

    def keep(self, message: str) -> None:
        pass

    def tell(self, message: str) -> None:
        self.message = message

    def change(
        self, work: Callable[[], Value], then: Callable[[Value], object] | None = None
    ) -> None:
        value = work()
        if then is not None:
            then(value)

    def reload(self) -> None:
        pass

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """The terminal of a test needs no putting aside."""
        yield


class Desk:
    """A notebook with some people and a conversation, and the composers opened on it."""

    def __init__(self, path: Path) -> None:
        self.now = NOW
        self.notebook = Notebook(path, clock=self._tick, zone=UTC)
        self.config = Config()
        self.me = self.notebook.set_me("Jo Doe", [("email", "jo@example.org")])
        self.ana = self.notebook.add_person("Ana Lima", [("email", "ana@example.org")])
        self.bob = self.notebook.add_person("Bob", [("email", "bob@example.org")])
        asked = self.notebook.say(
            "Which week suits you?\n\n- April 3–9\n- April 10–16",
            topic="Kyoto trip",
            channel="email",
            author=self.ana.id,
            to=[self.me.id],
            at=NOW - 4 * 86_400_000_000,
            offset=0,
        )
        self.conversation = asked.conversation
        self.asked = asked.exchange

    def _tick(self) -> int:
        self.now += 1_000_000
        return self.now

    def composer(self, mode: Mode = Mode.SAID, **rest: Any) -> Host:
        request = ComposeRequest(mode, **{"conversation": self.conversation, **rest})
        return Host(self.notebook, Composer(request), self.config)

    def answer(self) -> Host:
        return self.composer(answers=self.asked)

    def last(self) -> Any:
        """What was said last in the conversation."""
        return self.notebook.timeline(self.conversation, start=-1, limit=1).entries[0]

    def person(self, name: str) -> Person:
        return next(one for one in self.notebook.people() if one.name == name)


def line(screen: Screen[Any], selector: str) -> str:
    """The text of a line on the screen."""
    shown: Line = screen.query_one(selector, OneLineText).line  # type: ignore[assignment]  # any spans
    return "".join(span.text for span in shown)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way any more."""
    await pilot.pause()
    # Saving waits for an answer, so it is not waited for here.
    if under_way := [worker for worker in pilot.app.workers if worker.group != "save"]:
        await pilot.app.workers.wait_for_complete(under_way)
    await pilot.pause()


async def finish(pilot: Pilot[None]) -> None:
    """Wait until saving has ended, too."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def composer(app: Host) -> Composer:
    """The composer that an app shows."""
    assert isinstance(app.shown, Composer)
    return app.shown


def told(app: Host) -> str:
    """What the composer last told below its fields."""
    return line(app.shown, "#told")


async def type_in(pilot: Pilot[None], selector: str, words: str) -> None:
    """Put words into a field as typing does."""
    field = pilot.app.screen.query_one(selector, OneLine)
    field.focus()
    await pilot.pause()
    field.value = words
    await settle(pilot)
