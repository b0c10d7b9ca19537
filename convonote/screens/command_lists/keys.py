"""`Keys`: what can be done, this screen's keys first, filtered as one types."""

from collections.abc import Sequence

from convonote.commands import COMMANDS, TITLES, Command, Where
from convonote.commands.key_names import shown
from convonote.commands.keymap import Keymap
from convonote.commands.matching import Match
from convonote.screens.command_lists.command_list import Can, CommandList, row
from convonote.widgets.command_rows import Row


class Keys(CommandList):
    """The list of keys."""

    NAME = "Keys"
    PLACEHOLDER = "name, key or what it does"

    def rows(self, words: str, can_do: Can, keymap: Keymap) -> Sequence[Row]:
        """All commands, by the screens on which they work."""
        return key_rows(self._of, words, keymap)


def key_rows(of: Where, words: str, keymap: Keymap) -> Sequence[Row]:
    """The commands that contain all of the words, or have the key; those of a screen first."""
    wanted = words.split()
    found: list[Row] = []
    for where in (of, *(other for other in TITLES if other is not of)):
        fitting = [
            row(Match(command), where, keymap)
            for command in COMMANDS
            if where in command.screens and _fits(command, where, wanted, keymap)
        ]
        if fitting:
            found += [*([Row("")] if found else []), Row(TITLES[where]), *fitting]
    return found


def _fits(command: Command, where: Where, wanted: Sequence[str], keymap: Keymap) -> bool:
    keys = [shown(key) for key in keymap.keys(command, where)]
    text = f"{command.title} {command.help} {command.id}".casefold()
    return all(
        word in keys
        or word.casefold() in [key.casefold() for key in keys if len(key) > 1]
        or word.casefold() in text
        for word in wanted
    )
