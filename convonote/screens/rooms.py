"""Going from one room to another; each is made when one first goes there, and then kept."""

from collections.abc import Mapping
from importlib import import_module

from textual.app import App

from convonote.commands import Where

ROOMS: Mapping[Where, str] = {
    Where.PEOPLE: "people.people:People",
    Where.PROMISES: "promises.promises:Promises",
    Where.FIND: "finding.find:Find",
    Where.RHYTHM: "rhythm.rhythm:RhythmRoom",
}
"""The module below `convonote.screens` and the screen in it, which takes no arguments."""


def go(app: App[str], where: Where) -> None:
    """Show a room in place of all that stands above the queue; HOME is the queue itself."""
    while not _at_the_bottom(app) and app.screen.name != where:
        # Not awaited: the key that leads here came to the screen that goes.
        app.pop_screen()
    if where is Where.HOME or app.screen.name == where:
        return
    if not app.is_screen_installed(where.value):
        module, screen = ROOMS[where].split(":")
        room = getattr(import_module(f"convonote.screens.{module}"), screen)
        app.install_screen(room(name=where.value), where.value)
    app.push_screen(where.value)


def _at_the_bottom(app: App[str]) -> bool:
    """Whether the queue is shown, or what stands in its place while there is nothing to show."""
    # In a notebook that was empty at the start, the queue stands above the welcome.
    return len(app.screen_stack) == 1 or getattr(app.screen, "WHERE", None) is Where.HOME
