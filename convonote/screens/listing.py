"""`Listing`: a screen whose commands can be listed, and done from there."""

from typing import ClassVar, TypeVar

from textual.screen import Screen

from convonote.commands import Where
from convonote.host import host

Result = TypeVar("Result")


class Listing(Screen[Result]):
    """A screen of a kind that the registry knows."""

    WHERE: ClassVar[Where]

    @property
    def is_here(self) -> bool:
        """It is not being left: what was read meanwhile would find its widgets gone."""
        return self.app.is_running and self in self.app.screen_stack

    def lacks(self, action: str) -> str:
        """Why an action cannot be done just now, and what leads to it; nothing where it can."""
        return ""

    def say(self, message: str) -> None:
        """Show one line, already cleaned, where this screen shows such lines."""
        host(self).tell(message)

    def action_keys(self) -> None:
        """List the keys, those of this screen first."""
        from convonote.screens.command_lists.keys import Keys

        self.app.push_screen(Keys(self, self.WHERE))

    def action_palette(self) -> None:
        """Every command by its name."""
        from convonote.screens.command_lists.palette import Palette

        self.app.push_screen(Palette(self, self.WHERE))
