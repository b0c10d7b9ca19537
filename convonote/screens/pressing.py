"""What a pressed key means: the user's own keys, and letters of other keyboard layouts."""

from functools import cache
from typing import Any

from textual.binding import Binding
from textual.events import Key
from textual.screen import Screen

from convonote.commands import Where
from convonote.commands.command import TYPING
from convonote.commands.key_names import character, pressed
from convonote.commands.keymap import Keymap


def as_meant(screen: Screen[Any], keymap: Keymap, event: Key) -> Key | None:
    """The key or slot of the registry that a pressed key means; None where it means nothing.

    What a field that has the focus takes as a letter stays one.
    """
    where = getattr(screen, "WHERE", None)
    if not isinstance(where, Where) or _typed(screen, where, event):
        return event
    key = pressed(event.key, event.character)
    meant = keymap.meant(where, key)
    if meant == key:
        return event
    return None if meant is None else Key(_name(meant), character(meant))


def _typed(screen: Screen[Any], where: Where, event: Key) -> bool:
    """Whether it is a letter for a field, or for one that is about to get the focus."""
    if not event.is_printable or event.character is None:
        return False
    focused = screen.focused
    if focused is None:
        return where in TYPING
    return focused.check_consume_key(event.key, event.character)


@cache
def _name(key: str) -> str:
    """How Textual names a key of a Latin layout, such as `semicolon` for `;`."""
    (binding,) = Binding.make_bindings([Binding(key, "", "")])
    return binding.key
