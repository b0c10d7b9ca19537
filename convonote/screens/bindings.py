"""Commands as Textual's bindings."""

from textual.binding import Binding, BindingType

from convonote.commands import Where, commands


def bindings(screen: Where) -> list[BindingType]:
    """What a screen puts into its `BINDINGS`; each bears the command's id, for rebinding."""
    return [
        Binding(
            ",".join(command.keys),
            command.action,
            command.title,
            tooltip=command.help,
            id=command.id,
        )
        for command in commands(screen)
        if command.keys
    ]
