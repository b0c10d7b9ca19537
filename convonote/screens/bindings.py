"""Commands as Textual's bindings."""

from textual.binding import Binding, BindingType

from convonote.commands import Where, commands

WITHOUT_FIELDS = frozenset({Where.HOME, Where.TIMELINE, Where.WELCOME, Where.READER})
"""Screens with nothing to type into: their keys act before the next key is looked at."""


def bindings(screen: Where) -> list[BindingType]:
    """What a screen puts into its `BINDINGS`; each bears the command's id, for rebinding."""
    return [
        Binding(
            ",".join(command.keys),
            command.action,
            command.title,
            tooltip=command.help,
            id=command.id,
            priority=screen in WITHOUT_FIELDS,
        )
        for command in commands(screen)
        if command.keys
    ]
