"""`Form`: the lines of a card with what they are, each to be typed over."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input

from convonote.conversation.details import DetailKind
from convonote.telling.contact_fields import HINTS, LABELS, SINGLE, Field
from convonote.widgets.editor import Editor
from convonote.widgets.one_line import OneLine
from convonote.widgets.spans import Span
from convonote.widgets.text import OneLineText


class FormRow(Horizontal):
    """One field behind its name."""

    DEFAULT_CSS = """
    FormRow {
        height: auto;
        OneLineText { width: 15; height: 1; }
        OneLine { width: 1fr; }
        Editor { width: 1fr; height: auto; min-height: 1; max-height: 8; }
    }
    """

    def __init__(self, field: Field, *, named: bool) -> None:
        """`named`: what it is stands before it, and not only before one above."""
        super().__init__()
        self._field = field
        label = LABELS[field.kind] if named else ""
        self._label = OneLineText((Span(f" {label}", "aside"),))
        self.input: OneLine | Editor = (
            Editor(field.text)
            if field.kind == DetailKind.NOTE
            else OneLine(field.text, HINTS.get(field.kind, ""))
        )

    def compose(self) -> ComposeResult:
        """The name and the field."""
        yield self._label
        yield self.input

    @property
    def kind(self) -> str:
        """What it is."""
        return self._field.kind

    @property
    def field(self) -> Field:
        """The field as it stands now."""
        text = self.input.text if isinstance(self.input, Editor) else self.input.value
        return Field(self._field.kind, text, self._field.stored)


class Form(VerticalScroll, can_focus=False):
    """All fields; Enter in the last of several of a kind makes room for one more."""

    DEFAULT_CSS = """
    Form { height: 1fr; scrollbar-size-vertical: 1; }
    """

    def fill(self, fields: Sequence[Field]) -> None:
        """Show these fields in place of others."""
        self.remove_children()
        kinds = [field.kind for field in fields]
        rows = [
            FormRow(field, named=place == 0 or kinds[place - 1] != field.kind)
            for place, field in enumerate(fields)
        ]
        self.mount_all(rows)
        if rows:
            self.call_after_refresh(rows[0].input.focus)

    @property
    def rows(self) -> list[FormRow]:
        """The fields in their order."""
        return list(self.query(FormRow))

    @property
    def fields(self) -> list[Field]:
        """What stands in them now."""
        return [row.field for row in self.rows]

    def point_to(self, place: int) -> None:
        """Give the keys to one of the fields."""
        rows = self.rows
        if place < len(rows):
            rows[place].input.focus()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field, which is made where one of several is full."""
        event.stop()
        rows = self.rows
        place = next(place for place, row in enumerate(rows) if row.input is event.input)
        row = rows[place]
        last = place + 1 == len(rows) or rows[place + 1].kind != row.kind
        if last and row.kind not in SINGLE and event.value.strip():
            more = FormRow(Field(row.kind), named=False)
            await self.mount(more, after=row)
            more.input.focus()
        else:
            self.screen.focus_next()
