"""Doing a command that was chosen from a list, on the screen above which the list stood."""

from typing import TYPE_CHECKING, Any, cast

from convonote.commands import TITLES, Command, Where
from convonote.commands.command import LETTERS
from convonote.host import host
from convonote.screens.rooms import ROOMS, go

if TYPE_CHECKING:
    from textual.app import App

    from convonote.screens.listing import Listing


NOT_NOW = "not just now"


def can(screen: "Listing[Any]", command: Command) -> bool:
    """Whether a screen can do it just now."""
    return screen.WHERE in command.screens and bool(screen.check_action(command.action, ()))


async def do(screen: "Listing[Any]", command: Command, words: str = "") -> None:
    """Do it there; what works in another room leads to that room, and does nothing unseen."""
    if can(screen, command):
        target, _, name = command.action.rpartition(".")
        given = (words,) if words and command.takes else ()
        await screen.app.run_action((target, name, given), screen)
    elif screen.WHERE in command.screens:
        screen.say(f"{command.title}: {screen.lacks(command.action) or NOT_NOW}")
    else:
        _lead_to(screen, command)


def _lead_to(screen: "Listing[Any]", command: Command) -> None:
    """Go to a room where a command works and name its key, or say where that is."""
    key = host(screen).keymap.shown(command)
    rooms = [where for where in (Where.HOME, *ROOMS) if where in command.screens]
    if rooms and (screen.WHERE in LETTERS or screen.WHERE is Where.FIND):
        go(cast("App[str]", screen.app), rooms[0])
        if getattr(screen.app.screen, "WHERE", None) is rooms[0]:
            host(screen).tell(f"{key}  {command.title}: {command.help}")
            return
    places = ", ".join(TITLES[where] for where in TITLES if where in command.screens)
    screen.say(f"{command.title} ({key}) works elsewhere: {places}")
