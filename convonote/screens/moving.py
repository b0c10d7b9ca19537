"""`Moving`: the keys that move, for screens on which one thing at a time is moved in."""

from abc import abstractmethod
from typing import Protocol


class Movable(Protocol):
    """Something that can be moved in: a list, a timeline, lines to read."""

    def move(self, step: int) -> None:
        """By one, down where it is positive."""

    def page(self, step: int) -> None:
        """By half of what is in view."""

    def first(self) -> None:
        """To the beginning."""

    def last(self) -> None:
        """To the end."""


class Moving:
    """What the moving commands do to the pane of a screen."""

    @property
    @abstractmethod
    def pane(self) -> Movable:
        """What is moved in just now."""

    def action_down(self) -> None:
        """The next one."""
        self.pane.move(1)

    def action_up(self) -> None:
        """The one before."""
        self.pane.move(-1)

    def action_page_down(self) -> None:
        """Half a page down."""
        self.pane.page(1)

    def action_page_up(self) -> None:
        """Half a page up."""
        self.pane.page(-1)

    def action_first(self) -> None:
        """The first one."""
        self.pane.first()

    def action_last(self) -> None:
        """The last one."""
        self.pane.last()
