"""Every command of the screens, defined once.

Bindings, the footer, the palette and the list under `?` are all made from `COMMANDS`. A command's
action is its id with underscores: `set-turn` runs `action_set_turn` of the screen it is pressed on,
and `check_action` of that screen says whether it can be done just now.
"""

from collections.abc import Iterator

from convonote.commands.beginning import BEGINNING
from convonote.commands.command import TITLES, Command, Where
from convonote.commands.composing import COMPOSING
from convonote.commands.everywhere import EVERYWHERE
from convonote.commands.finding import FINDING
from convonote.commands.going import GOING
from convonote.commands.key_names import shown
from convonote.commands.leaving import LEAVING
from convonote.commands.linking import LINKING
from convonote.commands.moving import MOVING
from convonote.commands.people import PERSONS
from convonote.commands.promises import PROMISING
from convonote.commands.rewriting import REWRITING
from convonote.commands.rhythm import RHYTHMIC
from convonote.commands.screen import ABOUT_THE_SCREEN
from convonote.commands.talking import TALKING

__all__ = ["COMMANDS", "TITLES", "Command", "Where", "commands", "shown"]

COMMANDS: tuple[Command, ...] = (
    *MOVING,
    *TALKING,
    *REWRITING,
    *LINKING,
    *PERSONS,
    *PROMISING,
    *RHYTHMIC,
    *BEGINNING,
    *EVERYWHERE,
    *FINDING,
    *GOING,
    *ABOUT_THE_SCREEN,
    *COMPOSING,
    *LEAVING,
)
"""In the order of the footer, of the palette and of the list of keys."""


def commands(screen: Where) -> Iterator[Command]:
    """The commands of a kind of screen."""
    return (command for command in COMMANDS if screen in command.screens)
