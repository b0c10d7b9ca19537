"""`Changing`: the app, as far as it changes the notebook: one change after another, and keys that
wait for what they are to act on."""

import asyncio
from abc import abstractmethod
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

from textual.app import App
from textual.driver import Driver
from textual.events import Key
from textual.worker import Worker, WorkerCancelled

from convonote.commands.keymap import Keymap
from convonote.screens.early_keys import Awaited
from convonote.screens.pressing import as_meant
from convonote.screens.room import RELOAD, Room
from convonote.store.errors import NotebookError, UndoError
from convonote.text.clean import clean

Value = TypeVar("Value")

CHANGES = "changes"
"""The group of what the user asked to be changed."""


class Changing(App[str]):
    """Changes run in threads; what is selected may be gone before the screen shows it."""

    keymap: Keymap

    def __init__(self, driver_class: type[Driver] | None) -> None:
        super().__init__(driver_class=driver_class)
        self._changing = asyncio.Lock()
        self._kept: deque[Key] = deque()
        """Keys that wait, in the order in which they were pressed."""

    @abstractmethod
    def tell(self, message: str) -> None:
        """Show one line, already cleaned."""

    @abstractmethod
    async def obey(self, key: Key) -> None:
        """Do what a key means just now."""

    def change(
        self,
        work: Callable[[], Value],
        then: Callable[[Value], object] | None = None,
        *,
        group: str = CHANGES,
    ) -> Worker[None]:
        """Run what writes the notebook in a thread, then hand its value to `then` on the screen.

        Changes run one after another, in the order they were asked for; one that fails is told.
        """
        return self.run_worker(partial(self._change, work, then), group=group)

    async def _change(
        self, work: Callable[[], Value], then: Callable[[Value], object] | None
    ) -> None:
        async with self._changing:
            try:
                value = await asyncio.to_thread(work)
            except (NotebookError, UndoError) as error:
                self.tell(clean(str(error)))
                return
        if then is not None and self.is_running:
            then(value)

    def under_way(self, *groups: str) -> list[Worker[object]]:
        """What is being done in some groups."""
        return [
            worker for worker in self.workers if worker.group in groups and not worker.is_finished
        ]

    async def all_changed(self) -> None:
        """Wait until all is done that was asked for so far."""
        # The lock is given in the order in which it was asked for.
        async with self._changing:
            pass

    # Keys

    def keep_back(self, key: Key) -> bool:
        """Whether a key waits: one that acts on what is selected, while that is changing, and any
        for a screen that cannot take it yet.

        Those behind it wait too, so that they are obeyed in their order.
        """
        if not self._kept and not self._waits(key):
            return False
        self._kept.append(key)
        if len(self._kept) == 1:
            self.run_worker(self._obey_kept(), group="keys")
        return True

    def _waits(self, key: Key) -> bool:
        screen = self.screen
        if isinstance(screen, Awaited) and not screen.ready.is_set():
            return True
        if not isinstance(screen, Room) or not self.under_way(CHANGES, RELOAD):
            return False
        meant = as_meant(screen, self.keymap, key)
        active = screen.active_bindings.get(meant.key) if meant is not None else None
        if active is None:
            return False
        action = active.binding.action.partition("(")[0].rpartition(".")[2]
        return screen.on_selected(action)

    async def _obey_kept(self) -> None:
        while self._kept:
            # These were pressed before anybody could see what the ones before them did.
            while under_way := self.under_way(CHANGES, RELOAD):
                with suppress(WorkerCancelled):
                    await self.workers.wait_for_complete(under_way)
            if isinstance(screen := self.screen, Awaited):
                await screen.ready.wait()
            await self.obey(self._kept[0])
            self._kept.popleft()
