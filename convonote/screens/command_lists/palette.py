"""`Palette`: every command by its name, those that can be done here and now first."""

from collections.abc import Callable, Sequence

from convonote.commands import COMMANDS, TITLES, Command, Where
from convonote.commands.keymap import Keymap
from convonote.commands.matching import LOOSE, Match, matches
from convonote.screens.command_lists.command_list import Can, CommandList, row
from convonote.screens.command_lists.doing import NOT_NOW
from convonote.widgets.command_rows import Row

MOVES = frozenset(
    {"down", "up", "page-down", "page-up", "first", "last", "open", "to-queue", "back"}
)
"""Commands that nobody looks for by name; they come last."""


class Palette(CommandList):
    """The list of what can be done."""

    NAME = "Palette"
    PLACEHOLDER = "an action, such as: later fri"

    def rows(self, words: str, can_do: Can, keymap: Keymap) -> Sequence[Row]:
        """What fits; a command that works elsewhere says where."""
        return palette_rows(self._of, words, can_do, keymap, self._lacking)

    def _lacking(self, command: Command) -> str:
        return self._beneath.lacks(command.action)


def palette_rows(
    of: Where, words: str, can_do: Can, keymap: Keymap, lacking: Callable[[Command], str]
) -> Sequence[Row]:
    """The commands that are meant, those first that a kind of screen can do just now.

    `lacking` says why one of its own commands cannot be done.
    """
    listed = [command for command in COMMANDS if command.id != "palette"]
    listed.sort(key=lambda command: command.id in MOVES)
    found = _without_doubles(matches(words, listed, can_do), can_do)
    return [
        row(match, of, keymap, "" if can_do(one) else _elsewhere(one, of, lacking(one)))
        for match in found
        for one in (match.command,)
    ]


def _elsewhere(command: Command, of: Where, lacking: str) -> str:
    """Why it cannot be done here and now."""
    if of in command.screens:
        return lacking or NOT_NOW
    places = [TITLES[where] for where in TITLES if where in command.screens]
    return f"in {', '.join(places[:3])}{', …' if len(places) > 3 else ''}"


def _without_doubles(found: Sequence[Match], can_do: Can) -> list[Match]:
    """What works elsewhere is left out where something of the same name can be done here."""
    here = {match.command.title for match in found if can_do(match.command)}
    # A likely match is of no use where there are sure ones.
    sure = any(match.rank < LOOSE for match in found)
    return [
        match
        for match in found
        if (can_do(match.command) or match.command.title not in here)
        and (match.rank < LOOSE or not sure)
    ]
