"""`Find`: everything ever said, as one types."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key, Paste
from textual.getters import query_one
from textual.widgets import Input
from textual.worker import Worker

from convonote.commands import Where
from convonote.conversation.filters import read
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import paste_early, type_early
from convonote.screens.finding.completing import Completing, complete
from convonote.screens.room import Room
from convonote.store.errors import NotebookError
from convonote.store.search.records import Found
from convonote.telling.on_cards import on_cards
from convonote.text.clean import clean
from convonote.widgets.hits import HitList
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import OneLineText

FROM = 3
"""Letters from which it looks while one types; Enter looks for fewer."""
PAGE = 50
FILTERS = "from: to: with: on: in: after: before: turn: has:"
PLACEHOLDER = f"words, or {FILTERS}"


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
        self._looking: Worker[None] | None = None
        self._sought = ""
        """What was looked for last."""
        self._opening = False
        """Enter was pressed before that was found."""
        self._completing: Completing | None = None
        """What Tab filled in last."""

    def compose_body(self) -> ComposeResult:
        """The words, how many hits, and the hits."""
        yield OneLineText((Span(" Find", "title"), Span("  everything ever said", "aside")))
        yield OneLine(placeholder=PLACEHOLDER, id="words")
        yield OneLineText(id="found")
        yield HitList(self.notebook.now)

    def on_mount(self) -> None:
        """Take the keys."""
        self.field.focus()

    async def on_key(self, event: Key) -> None:
        """A letter typed before the field had the focus belongs into it."""
        type_early(self.field, event)

    def on_paste(self, event: Paste) -> None:
        """The same for what is pasted."""
        paste_early(self.field, event)

    def on_screen_resume(self) -> None:
        """Hits stay as they were while one reads."""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        line = event.value.strip()
        asked = read(line)
        if asked.filters or len(asked.words) >= FROM:
            self._look(line)
        elif self._words or self._is_looking:
            self._opening = False
            self.workers.cancel_group(self, "find")
            self._show("", Found())

    @on(Input.Submitted)
    def _taken(self) -> None:
        words = self.field.value.strip()
        if not words or words == self._words:
            self.action_open_found()
        elif self._is_looking and words == self._sought:
            self._opening = True
        else:
            self._look(words)

    @property
    def _is_looking(self) -> bool:
        return self._looking is not None and not self._looking.is_finished

    def _look(self, words: str) -> None:
        self._sought, self._opening = words, False

        def looked() -> tuple[Found, str]:
            found = self.notebook.search(words, limit=PAGE)
            return found, "" if found.hits else on_cards(self.notebook, words)

        self._looking = self.load(looked, lambda made: self._show(words, *made), group="find")

    def _show(self, words: str, found: Found, cards: str = "") -> None:
        self._words, self._sought = words, words
        # More of the hits before would stand among these.
        self.workers.cancel_group(self, "more hits")
        hits = found.hits
        self.hits.show(hits, complete=len(hits) < PAGE)
        more = "+" if len(hits) == PAGE else ""
        count = f"{len(hits)}{more} found" if hits else "Nothing has these words"
        spans = [Span(f" {clean(trouble)}  ", "message") for trouble in found.troubles]
        if self._words:
            told = " · ".join(filter(None, (count, *map(clean, (*found.understood, cards)))))
            spans.append(Span(f" {told}", "aside"))
        self._tell(tuple(spans))
        opening, self._opening = self._opening, False
        if opening and self.is_current:
            self.action_open_found()

    def _tell(self, line: Line) -> None:
        self.query_one("#found", OneLineText).show(line)

    @on(HitList.More)
    def _more(self, event: HitList.More) -> None:
        words = self._words
        self.load(
            lambda: self.notebook.find(words, limit=PAGE, offset=event.have),
            lambda hits: self.hits.add(hits, complete=len(hits) < PAGE),
            group="more hits",
        )

    @on(HitList.Opened)
    def action_open_found(self) -> None:
        """Open the conversation at the hit."""
        from convonote.screens.timelines.hit_trail import HitTrail
        from convonote.screens.timelines.timeline import Timeline

        hit = self.hits.selected
        if hit is None:
            return
        passed = [one.conversation for one in self.hits.above()]
        trail = HitTrail(self.notebook, self._words, hit.conversation, hit.exchange, passed)
        self.app.push_screen(Timeline(hit.conversation, at=hit.exchange, trail=trail))

    def action_complete(self) -> None:
        """Fill in what the filter at the cursor takes; again, the next that fits."""
        field, last = self.field, self._completing
        if last is not None and last.values and last.line == field.value:
            completing: Completing | None = last.next()
        else:
            try:
                completing = complete(self.notebook, field.value, field.cursor_position)
            except NotebookError as error:
                self.host.tell(clean(str(error)))
                return
        self._completing = completing
        if completing is None:
            self._tell((Span(f" {FILTERS}", "aside"),))
            return
        field.value = completing.line
        field.cursor_position = completing.cursor
        # The field takes only what can be shown.
        self._completing = completing.standing_as(field.value)

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
