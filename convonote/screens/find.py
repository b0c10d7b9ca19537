"""`Find`: everything ever said, as one types."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.getters import query_one
from textual.widgets import Input

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import type_early
from convonote.screens.room import Room
from convonote.store.records import Hit
from convonote.widgets.hits import HitList
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText

FROM = 3
"""Letters from which it looks while one types; Enter looks for fewer."""
PAGE = 50


class Find(Room):
    """Words, and what was said with them, newest first."""

    WHERE = Where.FIND
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.FIND)

    field = query_one(OneLine)
    hits = query_one(HitList)

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._words = ""
        """What the hits are for."""

    def compose_body(self) -> ComposeResult:
        """The words, how many hits, and the hits."""
        yield OneLineText((Span(" Find", "title"), Span("  everything ever said", "aside")))
        yield OneLine(placeholder="words, from three letters on", id="words")
        yield OneLineText(id="found")
        yield HitList(self.notebook.now)

    def on_mount(self) -> None:
        """Take the keys."""
        self.field.focus()

    async def on_key(self, event: Key) -> None:
        """A letter typed before the field had the focus belongs into it."""
        type_early(self.field, event)

    def on_screen_resume(self) -> None:
        """Hits stay as they were while one reads."""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        words = event.value.strip()
        if len(words) >= FROM:
            self._look(words)
        elif self._words:
            self._words = ""
            self._show([])

    @on(Input.Submitted)
    def _taken(self) -> None:
        words = self.field.value.strip()
        if words and words != self._words:
            self._look(words)
        else:
            self.action_open_found()

    def _look(self, words: str) -> None:
        self._words = words
        self.load(lambda: self.notebook.find(words, limit=PAGE), self._show, group="find")

    def _show(self, hits: list[Hit]) -> None:
        self.hits.show(hits, complete=len(hits) < PAGE)
        more = "+" if len(hits) == PAGE else ""
        count = f" {len(hits)}{more} found" if hits else " Nothing has these words"
        words = (Span(count if self._words else "", "aside"),)
        self.query_one("#found", OneLineText).show(words)

    @on(HitList.More)
    def _more(self, event: HitList.More) -> None:
        words = self._words
        self.load(
            lambda: self.notebook.find(words, limit=PAGE, offset=event.have),
            lambda hits: self.hits.add(hits, complete=len(hits) < PAGE),
            group="find",
        )

    @on(HitList.Opened)
    def action_open_found(self) -> None:
        """Open the conversation at the hit."""
        from convonote.screens.timeline import Timeline

        hit = self.hits.selected
        if hit is not None:
            self.app.push_screen(Timeline(hit.conversation, at=hit.exchange))

    def action_next_line(self) -> None:
        """The next hit."""
        self.hits.move(1)

    def action_previous_line(self) -> None:
        """The hit before."""
        self.hits.move(-1)

    def action_next_page(self) -> None:
        """Half a page down."""
        self.hits.page(1)

    def action_previous_page(self) -> None:
        """Half a page up."""
        self.hits.page(-1)
