"""`Command`: something that the user can do, and the kinds of screens on which it can be done."""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """A kind of screen on which commands work."""

    HOME = "home"
    TIMELINE = "timeline"
    FIND = "find"
    WELCOME = "welcome"
    READER = "reader"
    """A text to read: the original of an exchange, why it is whose turn."""
    KEYS = "keys"
    COMPOSER = "composer"
    PICKER = "picker"
    """A short list to choose from: who holds the turn, how it was sent."""
    PEOPLE = "people"
    """The contact list, with the card of who is selected."""
    PROMISES = "promises"
    """What is owed, in both directions."""
    RHYTHM = "rhythm"
    """Whom to reach out to, and pictures of who spoke when."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the user can do."""

    id: str
    """Its name for settings and for the action that does it; it lasts."""
    keys: tuple[str, ...]
    """As Textual names them, single characters as they are; the likeliest first."""
    title: str
    """What the palette and the list of keys call it."""
    help: str
    """One sentence on what it does."""
    screens: tuple[Where, ...]
    hint: str = ""
    """Its word in the footer; without one it does not stand there."""
    hint_key: str = ""
    """The key in the footer, where it is another than the first."""
    by_app: bool = False
    """Whether the app does it, whatever is on the screen."""

    @property
    def action(self) -> str:
        """The name of the action that does it."""
        name = self.id.replace("-", "_")
        return f"app.{name}" if self.by_app else name

    @property
    def shown_key(self) -> str:
        """The likeliest key as a person reads it."""
        return shown(self.keys[0]) if self.keys else ""


_SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "home": "Home",
    "end": "End",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "comma": ",",
    "f1": "F1",
}


def shown(key: str) -> str:
    """A key as a person reads it, such as `Ctrl+d` or `↓`."""
    if key in _SHOWN:
        return _SHOWN[key]
    return key.replace("ctrl+", "Ctrl+")


LISTS = (Where.HOME, Where.TIMELINE, Where.READER, Where.PICKER)
"""Where something is moved in by letters."""
TYPED = (Where.FIND, Where.KEYS)
"""Where letters are typed, so that they cannot be commands."""
TALKS = (Where.HOME, Where.TIMELINE)
"""Where a conversation is selected."""
ROOMS = (Where.HOME, Where.TIMELINE, Where.FIND, Where.WELCOME)
"""The full screens that one goes to."""
