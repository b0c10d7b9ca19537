"""`Touring`: the app, as far as it is about the tour."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import App
from textual.dom import DOMNode

from convonote.commands.keymap import Keymap
from convonote.store.notebook import Notebook

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from convonote.screens.around.tour import Tour


class Touring(App[str]):
    """Lets the tour take notice of what is done, and shows what it says."""

    notebook: Notebook
    keymap: Keymap
    tour: "Tour | None" = None
    """The tour, where one is taken."""

    def begin_tour(self) -> None:
        """Lead through the first steps."""
        from convonote.screens.around.tour import Tour

        self.tour = Tour(self.notebook, self.keymap)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do it; the tour takes notice."""
        done = await super().run_action(action, default_namespace, namespaces)
        if done:
            name = action if isinstance(action, str) else action[1]
            self.look_at_tour(name.partition("(")[0].rpartition(".")[2])
        return done

    def look_at_tour(self, action: str = "") -> None:
        """See whether what was done, or what came of it, ends a step."""
        if self.tour is not None:
            self.tour.did(action, self.screen)
            self.follow_tour()

    @property
    def touring(self) -> bool:
        """Whether a tour is taken."""
        return self.tour is not None

    def tour_next(self) -> None:
        """Go on with it."""
        if self.tour is not None:
            self.tour.next()

    def follow_tour(self) -> None:
        """Show on the screen that is seen what the tour says."""
        if (tour := self.tour) is not None:
            self.call_after_refresh(lambda: tour.show(self.screen))
