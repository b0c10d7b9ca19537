"""Commands as Textual's bindings."""

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from convonote.commands import COMMANDS, Command, Where, commands
from convonote.commands.command import LETTERS
from convonote.commands.keymap import slot, works


def bindings(screen: Where) -> list[BindingType]:
    """What a screen puts into its `BINDINGS`; each bears the command's id.

    Where letters are commands, they act before the next key is looked at.
    """
    return [
        _binding(
            command,
            [key for key in command.keys if works(key, screen)],
            priority=screen in LETTERS,
        )
        for command in commands(screen)
        if not command.by_app
    ]


def app_bindings() -> list[BindingType]:
    """What the app puts into its `BINDINGS`, for every screen and whatever has the focus."""
    return [
        _binding(command, command.keys, priority=True) for command in COMMANDS if command.by_app
    ]


def _binding(command: Command, keys: Iterable[str], *, priority: bool) -> Binding:
    return Binding(
        ",".join([*keys, slot(command)]),
        command.action,
        command.title,
        tooltip=command.help,
        id=command.id,
        priority=priority,
    )
