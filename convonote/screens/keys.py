"""`Keys`: what can be done, this screen's keys first, filtered as one types."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.widgets import Input

from convonote.commands import COMMANDS, Command, Where, shown
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import type_early
from convonote.screens.room import Room
from convonote.text.width import pad
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import ManyLines, OneLineText
from convonote.widgets.wrapping import wrapped

TITLES = {
    Where.HOME: "Turns",
    Where.TIMELINE: "Timeline",
    Where.FIND: "Find",
    Where.WELCOME: "Welcome",
    Where.READER: "A text to read",
    Where.KEYS: "Keys",
    Where.COMPOSER: "Composer",
    Where.PICKER: "A choice",
    Where.PEOPLE: "People",
    Where.PROMISES: "Promises",
    Where.RHYTHM: "Rhythm",
}


class Keys(Room):
    """The list of keys."""

    WHERE = Where.KEYS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.KEYS)

    def __init__(self, of: Where) -> None:
        """`of` is the screen from which it was opened."""
        super().__init__()
        self._of = of

    def compose_body(self) -> ComposeResult:
        """What to filter by, above the list."""
        yield OneLineText((Span(" Keys", "title"), Span("  type to filter", "aside")), id="title")
        yield OneLine(placeholder="name, key or what it does", id="filter")
        yield ManyLines(id="lines")

    def on_mount(self) -> None:
        """Show all of them."""
        self._lines.can_focus = False
        self.query_one(OneLine).focus()
        self._filter("")

    async def on_key(self, event: Key) -> None:
        """A letter typed before the field had the focus belongs into it."""
        type_early(self.query_one(OneLine), event)

    def on_resize(self) -> None:
        """Lay out in the width there is now."""
        self._filter(self.query_one(OneLine).value)

    @property
    def _lines(self) -> ManyLines:
        return self.query_one("#lines", ManyLines)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._filter(event.value)

    @on(Input.Submitted)
    def _taken(self) -> None:
        self.dismiss()

    def _filter(self, words: str) -> None:
        self._lines.show(key_lines(self._of, words, self.app.size.width))
        self._lines.first()

    def action_next_line(self) -> None:
        """A line down."""
        self._lines.move(1)

    def action_previous_line(self) -> None:
        """A line up."""
        self._lines.move(-1)

    def action_next_page(self) -> None:
        """Half a page down."""
        self._lines.page(1)

    def action_previous_page(self) -> None:
        """Half a page up."""
        self._lines.page(-1)


def key_lines(of: Where, words: str, cells: int) -> list[Line]:
    """The commands that contain all of the words, this screen's first."""
    wanted = words.casefold().split()
    found: list[Line] = []
    for where in (of, *(other for other in TITLES if other is not of)):
        fitting = [
            command
            for command in COMMANDS
            if where in command.screens
            and all(word in _text(command) or word in command.keys for word in wanted)
        ]
        if fitting:
            found.append((Span(f" {TITLES[where]}", "heading"),))
            for command in fitting:
                found += _lines_of(command, cells)
            found.append(())
    return found or [(Span(" No command has these words", "aside"),)]


def _keys(command: Command) -> str:
    return " ".join(shown(key) for key in command.keys) or ":"


def _text(command: Command) -> str:
    words = f"{_keys(command)} {command.title} {command.help} {command.id}"
    return words.casefold()


def _lines_of(command: Command, cells: int) -> list[Line]:
    """Key, title and what it does, which goes on below itself where it must."""
    margin = " " * 34
    first, *more = wrapped(command.help, max(cells, 60), margin, "aside")
    said = Span(first[0].text.removeprefix(margin), "aside")
    key = Span(f"  {pad(_keys(command), 12)} ", "key")
    return [(key, Span(pad(command.title, 18)), Span(" "), said), *more]
