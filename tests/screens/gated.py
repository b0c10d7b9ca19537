"""A notebook that stops where a test says, so that something can happen meanwhile."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import Any

from convonote.store.errors import NotebookError
from convonote.store.notebook import Notebook
from tests.screens.showing import NOW, Driver, World

LONGEST = 20.0
"""Seconds after which a gate that nobody opened gives way, so that a failing test ends."""


@dataclass
class Gate:
    """Where threads stop that come to some methods of a notebook; the screen's own never does."""

    methods: frozenset[str]
    fails: bool = False
    """Whoever comes there is turned back, as by a disk that is gone."""
    reached: threading.Event = field(default_factory=threading.Event)
    opened: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        """Let everybody through."""
        self.opened.set()

    def stop(self) -> None:
        """Wait here until it is opened; raises NotebookError where it fails."""
        if self.fails:
            raise NotebookError("the disk is gone")
        self.reached.set()
        self.opened.wait(LONGEST)


class GatedNotebook(Notebook):
    """A notebook with a gate before some of its methods."""

    gate: Gate | None = None

    def __getattribute__(self, name: str) -> Any:
        """The gate stands where a method is asked for and called, in a thread."""
        found = super().__getattribute__(name)
        gate: Gate | None = super().__getattribute__("gate")
        if gate is None or name not in gate.methods:
            return found

        def gated(*args: Any, **named: Any) -> Any:
            if threading.current_thread() is not threading.main_thread():
                gate.stop()
            return found(*args, **named)

        return gated


def gated_world(folder: Path) -> World:
    """An empty notebook in which gates can be put up."""
    made: list[World] = []
    path = folder / "notebook.convonote"
    notebook = GatedNotebook(path, clock=lambda: made[0].now if made else NOW, zone=UTC)
    made.append(World(notebook, path))
    return made[0]


@contextmanager
def gate(made: World, *methods: str, fails: bool = False) -> Iterator[Gate]:
    """A gate before these methods until the block ends."""
    assert isinstance(made.notebook, GatedNotebook)
    put_up = made.notebook.gate = Gate(frozenset(methods), fails)
    try:
        yield put_up
    finally:
        put_up.open()
        made.notebook.gate = None


async def reached(pilot: Driver, gate: Gate) -> None:
    """Let the app go on until some thread stops at the gate."""
    while not gate.reached.is_set():
        await pilot.pause()
    await pilot.pause()
