"""Commands that move, open and go back."""

from convonote.commands.command import LISTS, TYPED, Command, Where

MOVING: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Down", "Move to the next one.", LISTS, "move", hint_key="j/k"),
    Command("up", ("k", "up"), "Up", "Move to the one before.", LISTS),
    Command("page-down", ("ctrl+d", "pagedown"), "Page down", "Move down by half a page.", LISTS),
    Command("page-up", ("ctrl+u", "pageup"), "Page up", "Move up by half a page.", LISTS),
    Command("first", ("g", "home"), "First", "Move to the first one.", LISTS),
    Command("last", ("G", "end"), "Last", "Move to the last one.", LISTS),
    Command("next-line", ("down",), "Down", "Move to the next one.", TYPED, "move", hint_key="↓/↑"),
    Command("previous-line", ("up",), "Up", "Move to the one before.", TYPED),
    Command("next-page", ("pagedown",), "Page down", "Move down by half a page.", TYPED),
    Command("previous-page", ("pageup",), "Page up", "Move up by half a page.", TYPED),
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
)
