"""What screens expect of the app they are shown by, so that no screen needs to import it."""

from collections.abc import Callable
from typing import Protocol, TypeVar, cast

from textual.message_pump import MessagePump

from convonote.config import Config
from convonote.store.notebook import Notebook

Value = TypeVar("Value")


class Host(Protocol):
    """The app, as the screens see it."""

    @property
    def notebook(self) -> Notebook:
        """The one notebook that is open."""

    @property
    def config(self) -> Config:
        """The user's settings."""

    @property
    def message(self) -> str:
        """The line that is shown just now, or nothing."""

    def tell(self, message: str) -> None:
        """Show one line, already cleaned."""

    def change(
        self, work: Callable[[], Value], then: Callable[[Value], object] | None = None
    ) -> None:
        """Run what writes the notebook in a thread, then hand its value to `then` on the screen."""

    def reload(self) -> None:
        """Have the screen that is seen show what is stored now."""


def host(node: MessagePump) -> Host:
    """The app that shows a screen or widget."""
    return cast(Host, node.app)
