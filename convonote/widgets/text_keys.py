"""The editing keys of text fields, without those that terminals and tmux keep for themselves."""

from collections.abc import Iterable
from dataclasses import replace

from textual.binding import Binding, BindingType

_KEPT_AWAY = frozenset(f"ctrl+{key}" for key in ("a", "b", "h", "i", "j", "m", "space", "z", "y"))
"""Never taken over: what a terminal or tmux keeps, and undo and redo, which are bound by name."""


def text_keys(inherited: Iterable[BindingType]) -> list[BindingType]:
    """The bindings of a Textual text field with the keys that are free here."""
    kept: list[BindingType] = []
    for binding in inherited:
        if not isinstance(binding, Binding):
            kept.append(binding)
            continue
        keys = [
            key
            for key in binding.key.split(",")
            if key not in _KEPT_AWAY and not key.startswith(("alt+", "super+"))
        ]
        if keys:
            kept.append(replace(binding, key=",".join(keys)))
    return kept
