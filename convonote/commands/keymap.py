"""`Keymap`: which key does what, by the registry and by what the user bound otherwise."""

from collections.abc import Mapping

from convonote.commands import COMMANDS, Command, Where, commands
from convonote.commands.command import TYPING
from convonote.commands.key_names import printable, shown
from convonote.commands.layouts import on_latin


def works(key: str, where: Where) -> bool:
    """Whether a key can be a command on a kind of screen: letters cannot where they are typed."""
    return where not in TYPING or not printable(key)


def slot(command: Command) -> str:
    """The name by which a command is bound beside its keys, for keys that the user gave it."""
    return f"command:{command.id}"


class Keymap:
    """The keys of all commands."""

    def __init__(self, rebound: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """`rebound` has the keys of commands by id, as `rebinding` lets them through."""
        self.rebound = rebound or {}
        self._meanings: dict[Where, dict[str, str | None]] = {}

    def keys(self, command: Command, where: Where | None = None) -> tuple[str, ...]:
        """The keys of a command, the likeliest first: all, or those that work on a screen."""
        keys = self.rebound.get(command.id, command.keys)
        return keys if where is None else tuple(key for key in keys if works(key, where))

    def shown(self, command: Command, where: Where | None = None) -> str:
        """The likeliest key as a person reads it; the palette's where it has none."""
        keys = self.keys(command, where)
        return shown(keys[0]) if keys else self.key("palette", where)

    def key(self, id: str, where: Where | None = None) -> str:
        """The key of the command of that id, as texts name it."""
        return self.shown(_BY_ID[id], where)

    def meant(self, where: Where, key: str) -> str | None:
        """The key or slot that is meant by a key that was pressed; None where it is free now.

        A letter of another layout means the key at its place, unless it is bound itself.
        """
        meanings = self._meanings_on(where)
        if key in meanings:
            return meanings[key]
        there = on_latin(key)
        return key if there is None else meanings.get(there, there)

    def _meanings_on(self, where: Where) -> dict[str, str | None]:
        """What the keys mean that the user bound, and those that they thereby freed."""
        if where not in self._meanings:
            meanings: dict[str, str | None] = {}
            changed = [command for command in commands(where) if command.id in self.rebound]
            for command in changed:
                meanings.update(dict.fromkeys(command.keys))
            for command in changed:
                meanings.update(dict.fromkeys(self.rebound[command.id], slot(command)))
            self._meanings[where] = meanings
        return self._meanings[where]


_BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
