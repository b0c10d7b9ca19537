"""The exchanges of one conversation, read a window at a time and laid out when seen.

Knows no Textual: the timeline on the screen asks this for lines.
"""

from collections import OrderedDict
from collections.abc import Callable
from datetime import tzinfo

from convonote.store.records import Conversation, Entry, Window
from convonote.widgets.entry_lines import entry_lines
from convonote.widgets.found import FOUND, Marker, marked
from convonote.widgets.spans import Line

PAGE = 40
"""Exchanges read at once."""
KEPT_PAGES = 12
KEPT_LAYOUTS = 200
"""Exchanges whose lines are kept."""

WindowReader = Callable[[int, int, int], Window]
"""(conversation, start, limit) to that window of its timeline."""


class Entries:
    """What a timeline shows, by place from 0."""

    def __init__(self, read: WindowReader, now: Callable[[], int], zone: tzinfo) -> None:
        """`read` gives windows of a timeline, `now` the present moment."""
        self._read = read
        self._now = now
        self._zone = zone
        self.conversation: Conversation | None = None
        self.total = 0
        self.keys = (".", ",")
        """The keys that take and dismiss a suggestion."""
        self._cells = 80
        self._marker: Marker | None = None
        self._known: OrderedDict[int, Entry] = OrderedDict()
        self._layouts: OrderedDict[int, list[Line]] = OrderedDict()

    def show(self, conversation: Conversation | None, window: Window | None) -> bool:
        """Take in a conversation and a first window of it; False where all of it was here."""
        entries = window.entries if window else ()
        first = window.first if window else 0
        total = window.total if window else 0
        same = (
            conversation == self.conversation
            and total == self.total
            and all(self._known.get(first + place) == entry for place, entry in enumerate(entries))
        )
        if same:
            return False
        self.conversation, self.total = conversation, total
        self._known.clear()
        self._layouts.clear()
        self._remember(first, entries)
        return True

    def set_width(self, cells: int) -> None:
        """Lay everything out anew in another width."""
        if cells != self._cells:
            self._cells = cells
            self._layouts.clear()

    def set_marker(self, marker: Marker | None) -> None:
        """Let words that are looked for stand out; None for none."""
        self._marker = marker
        self._layouts.clear()

    def found_line(self, place: int) -> int | None:
        """The first line of an exchange in which something stands out."""
        for number, line in enumerate(self.lines(place)):
            if any(span.style == FOUND for span in line):
                return number
        return None

    def entry(self, place: int) -> Entry | None:
        """The exchange at a place; the window around it is read if it is not here yet."""
        if self.conversation is None or not 0 <= place < self.total:
            return None
        if place not in self._known:
            start = place // PAGE * PAGE
            window = self._read(self.conversation.id, start, PAGE)
            self._remember(window.first, window.entries)
        return self._known.get(place)

    def place_of(self, exchange: int) -> int | None:
        """The place of an exchange among those that are here."""
        return next((place for place, entry in self._known.items() if entry.id == exchange), None)

    def lines(self, place: int) -> list[Line]:
        """The lines of the exchange at a place, at least one."""
        layout = self._layouts.get(place)
        if layout is not None:
            self._layouts.move_to_end(place)
            return layout
        entry, conversation = self.entry(place), self.conversation
        if entry is None or conversation is None:
            return [()]
        layout = entry_lines(
            entry,
            self._cells,
            self._now(),
            self._zone,
            topic=conversation.topic,
            group=len(conversation.people) > 1,
            keys=self.keys,
        )
        if place == self.total - 1 and len(layout) > 1:
            layout.pop()
        if self._marker is not None:
            # Not in the head: names and channels are no words that were said.
            layout[1:] = [marked(line, self._marker) for line in layout[1:]]
        self._layouts[place] = layout
        while len(self._layouts) > KEPT_LAYOUTS:
            self._layouts.popitem(last=False)
        return layout

    def _remember(self, first: int, entries: tuple[Entry, ...]) -> None:
        for place, entry in enumerate(entries, start=first):
            self._known[place] = entry
            self._known.move_to_end(place)
        while len(self._known) > KEPT_PAGES * PAGE:
            self._known.popitem(last=False)
