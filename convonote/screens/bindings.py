"""Commands as Textual's bindings."""

from textual.binding import Binding, BindingType

from convonote.commands import COMMANDS, Command, Where, commands

WITHOUT_FIELDS = frozenset({Where.HOME, Where.TIMELINE, Where.WELCOME, Where.READER})
"""Screens with nothing to type into: their keys act before the next key is looked at."""


def bindings(screen: Where) -> list[BindingType]:
    """What a screen puts into its `BINDINGS`; each bears the command's id, for rebinding."""
    return [
        _binding(command, priority=screen in WITHOUT_FIELDS)
        for command in commands(screen)
        if command.keys and not command.by_app
    ]


def app_bindings() -> list[BindingType]:
    """What the app puts into its `BINDINGS`, for every screen and whatever has the focus."""
    return [_binding(command, priority=True) for command in COMMANDS if command.by_app]


def _binding(command: Command, *, priority: bool) -> Binding:
    return Binding(
        ",".join(command.keys),
        command.action,
        command.title,
        tooltip=command.help,
        id=command.id,
        priority=priority,
    )
