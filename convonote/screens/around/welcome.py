"""`Welcome`: what a notebook without conversations opens with; it asks for nothing."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from convonote.commands import Where
from convonote.host import key
from convonote.screens.bindings import bindings
from convonote.screens.room import RELOAD, Room
from convonote.store.errors import NotebookError
from convonote.store.records import Said
from convonote.text.clean import clean
from convonote.widgets.spans import Line, Span
from convonote.widgets.text import ManyLines
from convonote.widgets.wrapping import wrapped

ABOUT = "Whose turn is it, since when, what was said, and what did I promise?"

IMPORTED = "mail, cards, chats, an export"
SAFE = "Nothing leaves this machine."


class Welcome(Room):
    """Offers to add a person, to import, and to look around in a sample."""

    WHERE = Where.WELCOME
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.WELCOME)

    _said: Said | None = None
    """What was written down here first, for the home screen to tell of."""

    def compose_body(self) -> ComposeResult:
        """The offers."""
        yield ManyLines(id="lines")

    def on_mount(self) -> None:
        """Fill the first frame."""
        self._fill()

    def on_resize(self) -> None:
        """Lay out in the width there is now."""
        self._fill()

    def _fill(self) -> None:
        cells = max(1, self.app.size.width)
        offers = (
            (key(self, "add-person"), "add a person", "a name, and how to reach them"),
            (key(self, "new-conversation"), "new conversation", "write down what was said first"),
            (key(self, "import-first"), "import", IMPORTED),
            (key(self, "demo"), "demo", "look around in a sample notebook"),
            (key(self, "tour"), "tour", "be led through the first five steps"),
            (key(self, "keys"), "keys", "everything that can be done"),
        )
        people = self._people()
        lines: list[Line] = [
            (),
            (Span(" convonote", "title"),),
            *wrapped(ABOUT, cells),
            (),
            *wrapped(f"There is no conversation here yet{people}. {SAFE}", cells),
            (),
            *(
                (Span(f"   {one}", "key"), Span(f"  {name:<18}"), Span(what, "aside"))
                for one, name, what in offers
            ),
        ]
        self.query_one(ManyLines).show(lines)

    def _people(self) -> str:
        """The first few people there are."""
        try:
            others = [person for person in self.notebook.people(limit=4) if not person.me]
        except NotebookError as error:
            self.host.tell(clean(str(error)))
            return ""
        names = ", ".join(clean(person.name) for person in others[:3])
        more = ", …" if len(others) > 3 else ""
        return f", only people: {names}{more}" if names else ""

    def reload(self) -> None:
        """Make room for the home screen as soon as there is something to show."""
        self.load(lambda: any(self.notebook.counts().values()), self._look, group=RELOAD)

    def _look(self, any_there: bool) -> None:
        if not any_there:
            self._fill()
            return
        from convonote.screens.turns.home import Home

        # Only when it is seen: the composer may stand above it.
        if self.is_current:
            home, said = Home(), self._said
            self._said = None
            self.app.push_screen(home)
            home.call_after_refresh(home.written, said)

    def written(self, said: Said | None) -> None:
        """The first thing was written down."""
        self._said = said
        self.reload()

    def action_import_first(self, words: str = "") -> None:
        """Import, by its own key."""
        self.action_import(words)

    def action_demo(self) -> None:
        """Leave for the sample notebook; the app's caller opens it."""
        self.host.leave("demo")
