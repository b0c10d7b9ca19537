"""Keys that come before a field has the focus: one who knows the keys types on at once."""

import asyncio
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.widgets import Input, TextArea

from convonote.screens.listing import Listing

Result = TypeVar("Result")

AT_ONCE: tuple[BindingType, ...] = (
    Binding("tab", "app.focus_next", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", show=False, priority=True),
)
"""Where there are several fields, the next letter belongs into the one gone to."""


class Awaited(Listing[Result]):
    """A screen that asks for something: keys wait until it is there to take them."""

    READS: ClassVar[bool] = False
    """Whether it has something to read first, and says itself when it is ready."""

    def __init__(
        self, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.ready = asyncio.Event()
        """Set once a field has the focus, and when it is left."""

    def on_mount(self) -> None:
        """What it is made of is there."""
        if not self.READS:
            self.ready.set()

    def on_unmount(self) -> None:
        """Nothing waits for what is gone."""
        self.ready.set()


def type_early(field: Input | TextArea, event: Key) -> None:
    """Put a letter into a screen's field when the screen got it in the field's place.

    What the field had taken itself would not have reached the screen.
    """
    screen = field.screen
    if screen.focused not in (None, field):
        return
    if screen.focused is None:
        screen.set_focus(field)
    if event.is_printable and event.character:
        event.stop()
        if isinstance(field, Input):
            field.insert_text_at_cursor(event.character)
        else:
            field.insert(event.character)
    elif event.key == "enter" and isinstance(field, TextArea):
        event.stop()
        field.insert("\n")


def paste_early(field: Input | TextArea, event: Paste) -> None:
    """Put a paste into a screen's field when the screen got it in the field's place."""
    if field.screen.focused is None:
        event.stop()
        field.focus()
        field.post_message(Paste(event.text))
