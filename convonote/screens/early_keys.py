"""Keys that come before a field has the focus: one who knows the keys types on at once."""

from textual.events import Key, Paste
from textual.widgets import Input, TextArea


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
