"""`Info`: where things are and which exist, how much there is, and versions."""

import os
import platform
from importlib.metadata import version
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from convonote import __version__, locations
from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.reader import Reader
from convonote.store.totals import Totals
from convonote.text.clean import clean
from convonote.text.width import pad
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import OneLineText
from convonote.widgets.wrapping import wrapped

NAMES = 13
"""Cells for the name of a thing."""
PARTS = ("textual", "peewee", "markdown-it-py")
"""What the program is made with, as far as it matters to a report."""


class Info(Reader):
    """What one tells who asks what is installed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.READER)
    _totals: Totals | None = None

    def compose_body(self) -> ComposeResult:
        """The title above the lines."""
        yield OneLineText((Span(" Info", "title"),), id="title")
        yield from super().compose_body()

    def on_mount(self) -> None:
        """Count in a thread: a large notebook takes a moment."""
        self.load(self.notebook.totals, self._counted, group="info")

    def _counted(self, totals: Totals) -> None:
        self._totals = totals
        self.reload()

    def lines(self, cells: int) -> list[Line]:
        """Places, counts, versions."""
        groups = (self._places(), self._counts(), self._screen(), self._versions())
        found: list[Line] = []
        for group in groups:
            for name, words in group:
                first, *more = wrapped(words, max(20, cells - NAMES - 2), "")
                found.append((Span(f" {pad(name, NAMES)} ", "heading"), *first))
                found += [(Span(" " * (NAMES + 2)), *line) for line in more]
            found.append(())
        return found

    def _places(self) -> list[tuple[str, str]]:
        return [
            (name, f"{clean(str(at))}{'' if at.exists() else '  (not there yet)'}")
            for name, at in locations.places(self.notebook.path).items()
        ]

    def _counts(self) -> list[tuple[str, str]]:
        if (totals := self._totals) is None:
            return [("counting", "…")]
        return [
            ("conversations", f"{totals.conversations:,}"),
            ("exchanges", f"{totals.exchanges:,}"),
            ("people", f"{totals.people:,}"),
            ("promises", f"{totals.promises:,} open"),
            ("size", f"{totals.size / 1_000_000:,.1f} MB, tables of version {totals.schema}"),
        ]

    def _screen(self) -> list[tuple[str, str]]:
        colours = "none, since NO_COLOR is set" if self.app.no_color else self.host.worn
        mouse = "on" if self.host.config.mouse else "left to the terminal"
        size = self.app.size
        return [
            ("terminal", f"{clean(os.environ.get('TERM', ''))}, {size.width}×{size.height}"),
            ("theme", colours),
            ("mouse", mouse),
        ]

    def _versions(self) -> list[tuple[str, str]]:
        parts = ", ".join(f"{part} {version(part)}" for part in PARTS)
        system = f"Python {platform.python_version()}, {platform.system()}"
        return [("convonote", __version__), ("with", f"{parts}, {system}")]
