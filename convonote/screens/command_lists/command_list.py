"""`CommandList`: commands to choose from, filtered as one types; Enter does the selected one."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key, Paste
from textual.getters import query_one
from textual.widgets import Input

from convonote.commands import Command, Where
from convonote.commands.key_names import shown
from convonote.commands.keymap import Keymap
from convonote.commands.matching import Match
from convonote.screens.bindings import bindings
from convonote.screens.command_lists.doing import can, do
from convonote.screens.early_keys import paste_early, type_early
from convonote.screens.listing import Listing
from convonote.screens.room import Room
from convonote.widgets.command_rows import CommandRows, Row
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Span
from convonote.widgets.text import ManyLines, OneLineText
from convonote.widgets.wrapping import wrapped

Can = Callable[[Command], bool]


class CommandList(Room):
    """A field above the commands, and what the selected one does below them."""

    WHERE = Where.KEYS
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.KEYS)
    NAME: ClassVar[str]
    PLACEHOLDER: ClassVar[str]

    field = query_one(OneLine)
    listed = query_one(CommandRows)

    def __init__(self, beneath: Listing[Any], of: Where) -> None:
        """`beneath` is the screen above which it stands, which does the commands."""
        super().__init__()
        self._beneath = beneath
        self._of = of

    @abstractmethod
    def rows(self, words: str, can_do: Can, keymap: Keymap) -> Sequence[Row]:
        """What is listed for what is typed."""

    def compose_body(self) -> ComposeResult:
        """What to look for, the commands, and what the selected one does."""
        yield OneLineText((Span(f" {self.NAME}", "title"), Span("  type to filter", "aside")))
        yield OneLine(placeholder=self.PLACEHOLDER, id="filter")
        yield CommandRows()
        yield ManyLines(id="what-it-does")

    def on_mount(self) -> None:
        """Show all of them."""
        self.query_one("#what-it-does", ManyLines).can_focus = False
        self.field.focus()
        self._filter("")

    async def on_key(self, event: Key) -> None:
        """A letter typed before the field had the focus belongs into it."""
        type_early(self.field, event)

    def on_paste(self, event: Paste) -> None:
        """The same for what is pasted."""
        paste_early(self.field, event)

    def on_resize(self) -> None:
        """Lay out in the width there is now."""
        self._explain()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._filter(event.value)

    def _filter(self, words: str) -> None:
        rows = self.rows(words, lambda command: can(self._beneath, command), self.host.keymap)
        self.listed.show(rows)

    @on(CommandRows.Moved)
    def _explain(self) -> None:
        """Say in full what the selected command does."""
        match, cells = self.listed.selected, max(1, self.app.size.width)
        words = "No command has these words"
        if match is not None:
            takes = f" ({match.command.takes} may follow)" if match.command.takes else ""
            words = f"{match.command.title}{takes}: {match.command.help}"
        self.query_one("#what-it-does", ManyLines).show(wrapped(words, cells, style="aside"))

    @on(Input.Submitted)
    @on(CommandRows.Taken)
    def action_run(self) -> None:
        """Do the selected one."""
        match = self.listed.selected
        if match is not None and self.is_current:
            self.app.pop_screen()
            # What is asked then is answered to the app: this screen will be gone.
            self.app.call_later(do, self._beneath, match.command, match.words)

    def action_next_line(self) -> None:
        """The next command."""
        self.listed.move(1)

    def action_previous_line(self) -> None:
        """The one before."""
        self.listed.move(-1)

    def action_next_page(self) -> None:
        """Half a page down."""
        self.listed.page(1)

    def action_previous_page(self) -> None:
        """Half a page up."""
        self.listed.page(-1)


def row(match: Match, where: Where, keymap: Keymap, words: str = "") -> Row:
    """A command with its keys on a kind of screen; without `words`, with what it does."""
    keys = " ".join(shown(key) for key in keymap.keys(match.command, where))
    return Row(words or match.command.help, match, keys or keymap.shown(match.command, where))
