"""`CardForm`: somebody's card, every field of it to be typed over."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from convonote.commands import Where
from convonote.screens.bindings import bindings
from convonote.screens.early_keys import AT_ONCE, Awaited
from convonote.screens.room import Room
from convonote.store.errors import NotebookError
from convonote.store.people.person_records import Contact, Person
from convonote.telling.contact_fields import Field, Unfit, fields, form
from convonote.text.clean import clean
from convonote.widgets.form import Form
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText


class CardForm(Room, Awaited[None]):
    """Edits one card."""

    WHERE = Where.FORM
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.FORM), *AT_ONCE]
    READS = True

    form = query_one(Form)

    def __init__(self, person: int, saved: Callable[[Person], object]) -> None:
        """`saved` is called with whose card it is, once what was typed is stored."""
        super().__init__()
        self._then = saved
        self._person = person
        self._contact: Contact | None = None
        self._before: list[Field] = []
        self._leave_anyway = False
        self._saving = False

    def compose_body(self) -> ComposeResult:
        """Whose card it is, and the fields."""
        yield OneLineText(id="title")
        yield Form()

    def on_mount(self) -> None:
        """Fill the fields."""
        try:
            self._contact = self.notebook.contact(self._person)
        except NotebookError as error:
            self.host.tell(clean(str(error)))
        if self._contact is None:
            self.dismiss()
            return
        self._before = fields(self._contact)
        self.form.fill(self._before)
        name = clean(self._contact.person.name)
        title = (Span(f" Card of {name}", "title"), Span("   Tab next field", "aside"))
        self.query_one("#title", OneLineText).show(title)

    def on_descendant_focus(self) -> None:
        """A field takes the keys."""
        self.ready.set()

    def action_save(self) -> None:
        """Save what stands there; what is wrong is said, and its field gets the keys."""
        if self._contact is None or self._saving:
            return
        try:
            wanted = form(self._contact, self._before, self.form.fields)
        except Unfit as wrong:
            self.host.tell(clean(str(wrong)))
            self.form.point_to(wrong.place)
            return
        before, self._saving = self._contact, True

        def work() -> Contact:
            try:
                return self.notebook.edit_contact(before, wanted)
            finally:
                # What was refused may be mended and saved again.
                self._saving = False

        self.host.change(work, self._saved)

    def _saved(self, contact: Contact) -> None:
        if self.is_current:
            self.dismiss()
            self._then(contact.person)

    def action_leave(self) -> None:
        """Leave; what was typed and not saved needs a second word."""
        texts = [field.text.strip() for field in self._before if field.text.strip()]
        now = [field.text.strip() for field in self.form.fields if field.text.strip()]
        if now == texts or self._leave_anyway:
            self.dismiss()
        else:
            self._leave_anyway = True
            keymap = self.host.keymap
            save, leave = keymap.key("save", self.WHERE), keymap.key("leave", self.WHERE)
            self.host.tell(f"Not saved: {save} saves it; {leave} once more leaves it as it was")

    def action_next_line(self) -> None:
        """The next field."""
        self.focus_next()

    def action_previous_line(self) -> None:
        """The field before."""
        self.focus_previous()
