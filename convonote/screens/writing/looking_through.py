"""`LookingThrough`: a text that is looked through as it is written, for promises and for wishes."""

import asyncio
from abc import abstractmethod
from datetime import datetime

from textual import work
from textual.timer import Timer

from convonote.conversation.records import SECOND
from convonote.host import host
from convonote.screens.listing import Listing
from convonote.store.errors import NotebookError
from convonote.store.records import Said
from convonote.text.clean import clean
from convonote.widgets.beside import Beside
from convonote.widgets.desk import Desk
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText
from convonote.writing.compose_request import Mode
from convonote.writing.composing import Sketch
from convonote.writing.heeding import Heeded, Occasion, heeded, occasion
from convonote.writing.reviewing import Review, review, review_line
from convonote.writing.warning_words import warning_lines
from convonote.writing.whose import names_of

REST = 0.3
"""Seconds of rest after which the text is looked through."""


class LookingThrough(Listing[Said | None]):
    """Shows what is found in a sketch, and what is to be heeded before it is said."""

    def __init__(self) -> None:
        super().__init__()
        self._rest: Timer | None = None
        self._told = False
        """Whether a message stands where words and promises stand."""
        self._heeded = Heeded()
        self._occasion: Occasion | None = None
        """What that was asked for; None where it is to be asked for anew."""

    @property
    @abstractmethod
    def sketch(self) -> Sketch:
        """What stands here now."""

    def tell(self, message: str) -> None:
        """One line, which stays until something is changed: it must be read before it goes."""
        self._told = True
        host(self).keep(clean(message))
        self.query_one("#told", OneLineText).show((Span(clean(message), "message"),))

    def look_soon(self) -> None:
        """Look through it once the keys rest."""
        self._told = False
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self.look_through)

    @work(group="look", exclusive=True)
    async def look_through(self) -> None:
        """Count, list the promises, lay out the preview, and show what is to be heeded."""
        self._rest = None
        notebook, sketch = host(self).notebook, self.sketch
        today = datetime.fromtimestamp(notebook.now() / SECOND, notebook.zone).date()
        note = sketch.mode is Mode.NOTE

        def read() -> Review:
            return review(sketch.text, today, note=note, names=names_of(notebook, sketch))

        try:
            found = await asyncio.to_thread(read)
        except NotebookError as error:
            self.tell(str(error))
            return
        if not self._is_whole:
            return  # It was left meanwhile.
        if not self._told:
            line = review_line(found, today)
            self.query_one("#told", OneLineText).show((Span(line, "aside"),))
        self.query_one(Desk).lay_out()
        here = occasion(notebook, sketch)
        if here == self._occasion:
            return  # Other words change nothing of what is to be heeded.
        try:
            heed = await asyncio.to_thread(heeded, notebook, sketch)
        except NotebookError as error:
            self.tell(str(error))
        else:
            if self._is_whole:
                self._occasion = here
                self._show_heeded(heed)

    @property
    def _is_whole(self) -> bool:
        return self.is_here and bool(self.query("#told"))

    def _show_heeded(self, heeded: Heeded) -> None:
        if heeded.before != self._heeded.before:
            self.query_one(Beside).show(heeded.before)
        self._heeded = heeded
        warned = self.query_one("#warned", OneLineText)
        warned.display = bool(heeded.warnings)
        line = warning_lines(heeded.warnings, host(self).notebook.now())
        warned.show((Span(f"! {line}", "overdue"),))

    def action_before_writing(self) -> None:
        """Show all that matters before writing, and use up what is for next time."""
        from convonote.screens.writing.beforehand import Beforehand

        sketch = self.sketch

        def left(_: None) -> None:
            self._occasion = None
            self.look_through()

        before = self._heeded.before
        self.app.push_screen(Beforehand(sketch.people, sketch.conversation, before), left)
