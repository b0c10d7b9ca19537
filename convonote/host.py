"""What screens expect of the app they are shown by, so that no screen needs to import it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from textual.message_pump import MessagePump

from convonote.commands.keymap import Keymap
from convonote.config import Config
from convonote.store.notebook import Notebook

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Told:
    """One line that was shown."""

    at: int
    text: str


class Host(Protocol):
    """The app, as the screens see it."""

    @property
    def notebook(self) -> Notebook:
        """The one notebook that is open."""

    @property
    def config(self) -> Config:
        """The user's settings."""

    @property
    def keymap(self) -> Keymap:
        """Which key does what."""

    @property
    def message(self) -> str:
        """The line that is shown just now, or nothing."""

    @property
    def messages(self) -> Collection[Told]:
        """What was told since the start, the latest last."""

    @property
    def worn(self) -> str:
        """The theme that is worn."""

    @property
    def keep_theme(self) -> Callable[[str], None] | None:
        """Keeps a theme for the next start; raises OSError. None where nothing is kept."""

    @property
    def touring(self) -> bool:
        """Whether a tour is taken."""

    def tour_next(self) -> None:
        """Go on with the tour."""

    def wear(self, theme: str) -> None:
        """Show everything in a theme."""

    def tell(self, message: str) -> None:
        """Show one line, already cleaned."""

    def keep(self, message: str) -> None:
        """Keep a line, already cleaned, that a screen shows in a place of its own."""

    def change(
        self, work: Callable[[], Value], then: Callable[[Value], object] | None = None
    ) -> None:
        """Run what writes the notebook in a thread, then hand its value to `then` on the screen."""

    def leave(self, wish: str | None = None) -> None:
        """End the program, with what its caller is to do then, once all is done that was asked."""

    def reload(self) -> None:
        """Have the screen that is seen show what is stored now."""


def key(node: MessagePump, command: str) -> str:
    """The key of a command by its id, for texts that name it."""
    return host(node).keymap.key(command)


def takes_back(node: MessagePump) -> str:
    """How to undo what was just done, to be said behind it."""
    return f"{key(node, 'undo')} takes it back"


def host(node: MessagePump) -> Host:
    """The app that shows a screen or widget."""
    return cast(Host, node.app)
