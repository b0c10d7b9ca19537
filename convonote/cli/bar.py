"""The bar that an import draws on a terminal, one line that is redrawn in its place."""

import shutil
import sys
from time import monotonic

from convonote.importing.result import ImportResult, described

_EVERY = 0.2
"""Seconds between two drawings; a line over SSH is not to be busy with it."""


class Bar:
    """Draws how far an import is, where standard error is a terminal."""

    def __init__(self, *, wanted: bool) -> None:
        self.shown = wanted and sys.stderr.isatty()
        self._drawn_at = 0.0
        self._drawn = False

    def draw(self, result: ImportResult) -> None:
        """Show how far it is, unless that was done just now."""
        now = monotonic()
        if not self.shown or now - self._drawn_at < _EVERY:
            return
        self._drawn_at = now
        cells = shutil.get_terminal_size((80, 24)).columns - 1
        self._write(f"\r{described(result)[:cells]}\x1b[K")
        self._drawn = True

    def clear(self) -> None:
        """Take the line away, so that others stand in its place."""
        if self._drawn:
            self._write("\r\x1b[K")
            self._drawn = False

    def _write(self, text: str) -> None:
        print(text, end="", file=sys.stderr, flush=True)
