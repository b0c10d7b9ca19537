"""`Command`: something that the user can do, and the kinds of screens on which it can be done."""

from collections.abc import Mapping
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
    """A list of commands: the keys, the palette."""
    COMPOSER = "composer"
    PICKER = "picker"
    """A short list to choose from: which promise, how it was sent."""
    TURN = "turn"
    """Who shall speak next."""
    PROMPT = "prompt"
    """A question that is answered in one line."""
    SENDING = "sending"
    """What became of something that was said on a channel that leaves the machine."""
    PEOPLE = "people"
    """The contact list, with the card of who is selected."""
    PROMISES = "promises"
    """What is owed, in both directions."""
    RHYTHM = "rhythm"
    """Whom to reach out to, and pictures of who spoke when."""
    FORM = "form"
    """Fields to be typed over: somebody's card."""


TITLES: Mapping[Where, str] = {
    Where.HOME: "Turns",
    Where.TIMELINE: "Timeline",
    Where.PEOPLE: "People",
    Where.PROMISES: "Promises",
    Where.FIND: "Find",
    Where.RHYTHM: "Rhythm",
    Where.COMPOSER: "Composer",
    Where.FORM: "A card",
    Where.SENDING: "What became of it",
    Where.READER: "A text to read",
    Where.PICKER: "A choice",
    Where.TURN: "Whose turn",
    Where.PROMPT: "A question",
    Where.KEYS: "Keys and palette",
    Where.WELCOME: "Welcome",
}
"""What the kinds of screens are called, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the user can do."""

    id: str
    """Its name for settings and for the action that does it; it lasts."""
    keys: tuple[str, ...]
    """As in `key_names`, the likeliest first; `Keymap` knows those that the user bound instead."""
    title: str
    """What the palette and the list of keys call it."""
    help: str
    """One sentence on what it does."""
    screens: tuple[Where, ...]
    hint: str = ""
    """Its word in the footer; without one it does not stand there."""
    pair: str = ""
    """The id of a command whose key stands beside its own in the footer, as in `j/k`."""
    takes: str = ""
    """What may be written behind its name in the palette, such as `day`; the action gets it."""
    by_app: bool = False
    """Whether the app does it, whatever is on the screen."""

    @property
    def action(self) -> str:
        """The name of the action that does it."""
        name = self.id.replace("-", "_")
        return f"app.{name}" if self.by_app else name


LISTS = (
    Where.HOME,
    Where.TIMELINE,
    Where.READER,
    Where.PICKER,
    Where.TURN,
    Where.PEOPLE,
    Where.PROMISES,
    Where.RHYTHM,
)
"""Where something is moved in by letters."""
TYPED = (Where.FIND, Where.KEYS)
"""Lists below a field that has the keys, so that letters cannot be commands."""
TYPING = (*TYPED, Where.COMPOSER, Where.PROMPT, Where.FORM)
"""Where letters are typed."""
TALKS = (Where.HOME, Where.TIMELINE)
"""Where a conversation is selected."""
OWN_ROOMS = (Where.PEOPLE, Where.PROMISES, Where.RHYTHM)
"""Rooms beside the turns in which letters are commands."""
ROOMS = (Where.HOME, Where.TIMELINE, Where.FIND, Where.WELCOME, *OWN_ROOMS)
"""The full screens that one goes to."""
LETTERS = (Where.HOME, Where.TIMELINE, *OWN_ROOMS, Where.READER, Where.WELCOME)
"""Full screens on which letters are commands."""
