"""The tour: five steps on a sample notebook, each of which goes on when it was done."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.screen import ModalScreen, Screen

from convonote.commands import Where
from convonote.commands.command import LETTERS
from convonote.commands.keymap import Keymap
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from convonote.widgets.words import Words


@dataclass(slots=True)
class Seen:
    """What happened since a step began."""

    later_before: int
    """How many conversations were put off when it began."""
    later: int = 0
    actions: Counter[str] = field(default_factory=Counter)
    writing: bool = False
    """Whether the composer is open."""


class Step(NamedTuple):
    """One thing to try."""

    words: str
    """What to do; ids of commands in braces stand for their keys."""
    done: Callable[[Seen], bool]


STEPS = (
    Step(
        "YOUR TURN lists who waits for you. {down} and {up} move through it:"
        " press {down} a few times.",
        lambda seen: seen.actions["down"] + seen.actions["up"] > 1,
    ),
    Step(
        "{open} opens a conversation, on what was not answered yet. {back} comes back here.",
        lambda seen: seen.actions["open"] > 0 and seen.actions["back"] > 0,
    ),
    Step(
        "{answer} answers. Write a line, save it with {save}, and say with s that you sent it:"
        " then it is their turn.",
        lambda seen: seen.actions["save"] > 0 and not seen.writing,
    ),
    Step(
        "{later} puts a conversation off until a day: type fri, and Enter.",
        lambda seen: seen.later > seen.later_before,
    ),
    Step(
        "{undo} takes back what you did last, step by step; {redo} does it again."
        " {keys} lists all keys, {palette} everything by name.",
        lambda seen: seen.actions["undo"] > 0,
    ),
)
END = "That was the tour. {quit} on the turns leaves it; your own notebook is as you left it."


class Tour:
    """Where somebody is in the steps, shown at the foot of whatever screen they are on."""

    def __init__(self, notebook: Notebook, keymap: Keymap) -> None:
        self._notebook = notebook
        self._keymap = keymap
        self._at = 0
        self._seen = Seen(self._later())

    def next(self) -> None:
        """Go on with the next step."""
        if self._at < len(STEPS):
            self._at += 1
            self._seen = Seen(self._later())

    def did(self, action: str, screen: Screen[object]) -> None:
        """Take notice of an action, or with an empty name of a change, and of where it led."""
        if action:
            self._seen.actions[action] += 1
        self._seen.later = self._later()
        self._seen.writing = getattr(screen, "WHERE", None) is Where.COMPOSER or isinstance(
            screen, ModalScreen
        )
        if self._at < len(STEPS) and STEPS[self._at].done(self._seen):
            self.next()

    def show(self, screen: Screen[object]) -> None:
        """Stand at the foot of a screen; what asks something has no room for it."""
        if isinstance(screen, ModalScreen) or not screen.is_mounted:
            return
        told = self.words(getattr(screen, "WHERE", None))
        for words in screen.query(Words).filter("#tour"):
            words.show(told)
            return
        words = Words(told, id="tour")
        words.styles.dock = "bottom"
        screen.mount(words)

    def words(self, where: Where | None) -> str:
        """What to do now, on a kind of screen."""
        keys = _Keys(self._keymap)
        if self._at == len(STEPS):
            return f"Tour · {END.format_map(keys)}"
        step = STEPS[self._at].words.format_map(keys)
        said = f"Tour {self._at + 1}/{len(STEPS)} · {step}"
        if where not in LETTERS:
            return said
        return f"{said} · {'{tour_next} goes on, {quit} on the turns leaves.'.format_map(keys)}"

    def _later(self) -> int:
        return self._notebook.counts().get(Section.LATER, 0)


class _Keys(dict[str, str]):
    """The key of each command."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    def __missing__(self, id: str) -> str:
        return self._keymap.key(id.replace("_", "-"))
