"""The palette: every command of a screen by its name, with its key."""

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.events import Key
from textual.widgets import Input

from convonote.commands import Command, commands
from convonote.screens.early_keys import type_early
from convonote.screens.room import Room

MOVES = frozenset({"down", "up", "page-down", "page-up", "first", "last", "open", "to-queue"})
"""Commands that nobody looks for by name; they come last."""


class PaletteScreen(CommandPalette):
    """Textual's palette, which loses no letter that comes before it is ready."""

    def on_mount(self) -> None:
        """Nothing blinks: each time would be sent over the line."""
        self.query_one(Input).cursor_blink = False

    def on_key(self, event: Key) -> None:
        """A letter belongs into the field."""
        type_early(self.query_one(Input), event)


class Palette(Provider):
    """Gives Textual's palette the commands of the registry that can be done just now."""

    def _listed(self) -> list[Command]:
        screen = self.screen
        if not isinstance(screen, Room):
            return []
        listed = [
            command
            for command in commands(screen.WHERE)
            if command.id != "palette" and screen.check_action(command.action, ())
        ]
        return sorted(listed, key=lambda command: command.id in MOVES)

    async def _run(self, command: Command) -> None:
        await self.screen.run_action(command.action)

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._listed():
            yield DiscoveryHit(
                _named(command), lambda command=command: self._run(command), help=command.help
            )

    async def search(self, query: str) -> Hits:
        """Those that what is typed fits; where there are none, those its first words fit."""
        words = query.split()
        for count in range(len(words), 0, -1):
            hits = self._hits(" ".join(words[:count]))
            for hit in hits:
                yield hit
            if hits:
                break

    def _hits(self, query: str) -> list[Hit]:
        matcher = self.matcher(query)
        return [
            Hit(
                score,
                matcher.highlight(name),
                lambda command=command: self._run(command),
                help=command.help,
            )
            for command in self._listed()
            if (score := matcher.match(name := _named(command))) > 0
        ]


def _named(command: Command) -> str:
    key = f"  ({command.shown_key})" if command.keys else ""
    return f"{command.title}{key}"
