"""Every command of the screens, defined once.

Bindings, the footer, the palette and the list under `?` are all made from `COMMANDS`. A command's
action is its id with underscores: `set-turn` runs `action_set_turn` of the screen it is pressed on,
and `check_action` of that screen says whether it can be done just now.
"""

from collections.abc import Iterator
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


_LISTS = (Where.HOME, Where.TIMELINE, Where.READER, Where.PICKER)
_TYPED = (Where.FIND, Where.KEYS)
"""Where letters are typed, so that they cannot be commands."""
_TALKS = (Where.HOME, Where.TIMELINE)
_ROOMS = (Where.HOME, Where.TIMELINE, Where.FIND, Where.WELCOME)

_IMPORTED = "Read mail, cards, chats, transcripts or an export from a file or folder."

COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Down", "Move to the next one.", _LISTS, "move", hint_key="j/k"),
    Command("up", ("k", "up"), "Up", "Move to the one before.", _LISTS),
    Command("page-down", ("ctrl+d", "pagedown"), "Page down", "Move down by half a page.", _LISTS),
    Command("page-up", ("ctrl+u", "pageup"), "Page up", "Move up by half a page.", _LISTS),
    Command("first", ("g", "home"), "First", "Move to the first one.", _LISTS),
    Command("last", ("G", "end"), "Last", "Move to the last one.", _LISTS),
    Command(
        "next-line", ("down",), "Down", "Move to the next one.", _TYPED, "move", hint_key="↓/↑"
    ),
    Command("previous-line", ("up",), "Up", "Move to the one before.", _TYPED),
    Command("next-page", ("pagedown",), "Page down", "Move down by half a page.", _TYPED),
    Command("previous-page", ("pageup",), "Page up", "Move up by half a page.", _TYPED),
    Command(
        "open-found", ("enter",), "Open", "Open the timeline at the hit.", (Where.FIND,), "open"
    ),
    Command(
        "open",
        ("enter", "l", "right"),
        "Open",
        "Open what is selected; on a folded heading, unfold it.",
        (Where.HOME,),
    ),
    Command(
        "choose",
        ("enter", "l", "right"),
        "Choose",
        "Take what is selected.",
        (Where.PICKER,),
        "take",
    ),
    Command(
        "mark", ("space",), "Mark", "Mark or unmark what is selected.", (Where.PICKER,), "mark"
    ),
    Command(
        "back",
        ("q", "h", "left", "escape"),
        "Back",
        "Leave this screen.",
        (Where.TIMELINE, Where.READER, Where.PICKER),
        "back",
    ),
    Command(
        "to-queue",
        ("h", "left", "escape"),
        "Back to the queue",
        "From the timeline back to the queue.",
        (Where.HOME,),
    ),
    Command(
        "leave",
        ("escape", "ctrl+g"),
        "Back",
        "Leave this screen.",
        (Where.FIND, Where.KEYS),
        "back",
        hint_key="Ctrl+g",
    ),
    Command("answer", ("r",), "Answer", "Answer what was said last.", _TALKS, "answer"),
    Command("say", ("c",), "I said", "Write down what you said.", _TALKS, "say"),
    Command("hear", ("t",), "They said", "Write down what they said.", _TALKS, "they said"),
    Command("note", ("i",), "Private note", "Write a note, which never moves the turn.", _TALKS),
    Command("set-turn", ("m",), "Whose turn", "Say yourself whose turn it is.", _TALKS, "turn"),
    Command(
        "later",
        ("s",),
        "Later",
        "Take the conversation out of the queue until a day.",
        _TALKS,
        "later",
    ),
    Command("why", ("w",), "Why", "Why it is whose turn: who, since when, by which rule.", _TALKS),
    Command(
        "next-mine",
        ("n",),
        "Next of mine",
        "Go to the next conversation where it is your turn.",
        _TALKS,
    ),
    Command(
        "previous-mine",
        ("N",),
        "Previous of mine",
        "Go to the previous conversation where it is your turn.",
        _TALKS,
    ),
    Command(
        "keep-promise",
        ("x",),
        "Promise kept",
        "Mark a promise in this conversation as kept.",
        _TALKS,
    ),
    Command("close", ("a",), "Close", "Archive the conversation, or take it back.", _TALKS),
    Command(
        "delete",
        ("D",),
        "Delete",
        "Delete the conversation, or in a timeline the exchange; u takes it back.",
        _TALKS,
    ),
    Command(
        "original",
        ("O",),
        "Original text",
        "Show the exchange as it came in, nothing stripped.",
        _TALKS,
    ),
    Command("copy", ("y",), "Copy", "Copy the text of the exchange.", _TALKS),
    Command(
        "switch-pane",
        ("tab", "shift+tab"),
        "Other pane",
        "Move between the queue and the timeline.",
        (Where.HOME,),
    ),
    Command("add-person", ("p",), "New person", "Add a person.", (*_TALKS, Where.WELCOME)),
    Command(
        "new-conversation",
        ("o",),
        "New conversation",
        "Start a conversation by writing down what was said first.",
        (*_TALKS, Where.WELCOME),
    ),
    Command(
        "quick-add",
        ("+",),
        "Quick add",
        "Write down what was said in one line, as log does.",
        (*_TALKS, Where.WELCOME, Where.READER),
    ),
    Command(
        "import-first",
        ("i",),
        "Import",
        _IMPORTED,
        (Where.WELCOME,),
        "import",
    ),
    Command("demo", ("d",), "Demo", "Look around in a sample notebook.", (Where.WELCOME,), "demo"),
    Command("import", (), "Import", _IMPORTED, _TALKS),
    Command("find", ("/",), "Find", "Find anything ever said.", _TALKS, "find"),
    Command(
        "undo", ("u",), "Undo", "Take back what you did last.", (*_TALKS, Where.WELCOME), "undo"
    ),
    Command("redo", ("U",), "Redo", "Do again what was undone.", (*_TALKS, Where.WELCOME)),
    Command("save", ("ctrl+s",), "Save", "Save what is written.", (Where.COMPOSER,), "save"),
    Command(
        "cycle-mode",
        ("ctrl+t",),
        "Who speaks",
        "Change who speaks.",
        (Where.COMPOSER,),
        "who speaks",
    ),
    Command(
        "edit-outside",
        ("ctrl+o",),
        "Editor",
        "Write in your own editor.",
        (Where.COMPOSER,),
        "editor",
    ),
    Command("undo-text", ("ctrl+z",), "Undo", "Take back the last edit.", (Where.COMPOSER,)),
    Command("redo-text", ("ctrl+y",), "Redo", "Do the edit again.", (Where.COMPOSER,)),
    Command(
        "leave-draft",
        ("escape", "ctrl+g"),
        "Leave",
        "Leave; the draft stays.",
        (Where.COMPOSER,),
        "leave",
        hint_key="Ctrl+g",
    ),
    Command("quit", ("q",), "Quit", "Leave the program.", (Where.HOME, Where.WELCOME)),
    Command("suspend", ("ctrl+z",), "Suspend", "Back to the shell; fg comes back.", _ROOMS),
    Command(
        "repaint",
        ("ctrl+l",),
        "Repaint",
        "Paint the screen again, where something else has written on it.",
        tuple(Where),
        by_app=True,
    ),
    Command("palette", (":",), "Palette", "Every action by its name.", (*_TALKS, Where.WELCOME)),
    Command(
        "keys", ("?", "f1"), "Keys", "The keys of this screen.", (*_TALKS, Where.WELCOME), "keys"
    ),
)
"""In the order of the footer, of the palette and of the list of keys."""


def commands(screen: Where) -> Iterator[Command]:
    """The commands of a kind of screen."""
    return (command for command in COMMANDS if screen in command.screens)
