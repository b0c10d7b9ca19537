"""`Reader`: a screen of lines to read."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Mount

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.moving import Moving
from convonote.screens.room import Room
from convonote.store.errors import NotebookError
from convonote.store.records import Said
from convonote.text.clean import clean
from convonote.widgets.spans import Line
from convonote.widgets.text import ManyLines

Layout = Callable[[int], list[Line]]
"""Lays out in a width what was read."""


class Reader(Moving, Room):
    """Lines that scroll; laid out anew in another width."""

    WHERE = Where.READER
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)

    def compose_body(self) -> ComposeResult:
        """The lines."""
        yield ManyLines(id="lines")

    @property
    def pane(self) -> ManyLines:
        """The lines."""
        return self.query_one("#lines", ManyLines)

    @abstractmethod
    def lines(self, cells: int) -> list[Line]:
        """What there is to read, in a width."""

    def on_mount(self) -> None:
        """Take the keys."""
        self.pane.focus()

    def on_resize(self) -> None:
        """Lay out in the width there is now."""
        self.lay_out()

    def reload(self) -> None:
        """What there is to read may have changed."""
        self.lay_out()

    @property
    def cells(self) -> int:
        """The width of a line."""
        return max(1, self.app.size.width - 1)

    def lay_out(self) -> None:
        """Lay out again, where there is room to show it."""
        if not self.is_too_small:
            self.pane.show(self.lines(self.cells))

    def written(self, said: Said | None) -> None:
        """Something was written down in one line."""
        if said is not None:
            self.host.tell("Written down")


class Reading(Reader):
    """Lines made of what the notebook holds, which is read in a thread and kept."""

    _layout: Layout | None = None
    read_for = 0
    """The width for which it was read."""
    _fresh = False
    """It was read for the first frame, and nothing can have happened since."""

    @abstractmethod
    def read(self, cells: int) -> Layout:
        """Read what there is to tell; called in a thread, and again only when it may differ."""

    @on(Mount)
    async def read_first(self) -> None:
        """Read before the first frame, so that it is whole; the clock and signals go on."""
        self.read_for = self.cells
        try:
            self._layout = await asyncio.to_thread(self.read, self.read_for)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
        self._fresh = True

    def reload(self) -> None:
        """Read it again, but not when it is seen first."""
        if self._fresh:
            self._fresh = False
            self.lay_out()
            return
        self.read_for = self.cells
        self.load(partial(self.read, self.read_for), self._taken, group="lines")

    def _taken(self, layout: Layout) -> None:
        self._layout = layout
        self.lay_out()

    def lines(self, cells: int) -> list[Line]:
        """What was read, in a width."""
        return [] if self._layout is None else self._layout(cells)
