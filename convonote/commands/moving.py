"""Commands that move, open and go back."""

from convonote.commands.command import LISTS, OWN_ROOMS, TYPED, Command, Where

_BY_ARROWS = (*TYPED, Where.SENDING)

MOVING: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Down", "Move to the next one.", LISTS, "move", pair="up"),
    Command("up", ("k", "up"), "Up", "Move to the one before.", LISTS),
    Command("page-down", ("ctrl+d", "pagedown"), "Page down", "Move down by half a page.", LISTS),
    Command("page-up", ("ctrl+u", "pageup"), "Page up", "Move up by half a page.", LISTS),
    Command("first", ("g", "home"), "First", "Move to the first one.", LISTS),
    Command("last", ("G", "end"), "Last", "Move to the last one.", LISTS),
    Command(
        "next-line",
        ("down",),
        "Down",
        "Move to the next one.",
        _BY_ARROWS,
        "move",
        pair="previous-line",
    ),
    Command("previous-line", ("up",), "Up", "Move to the one before.", _BY_ARROWS),
    Command("next-page", ("pagedown",), "Page down", "Move down by half a page.", TYPED),
    Command("previous-page", ("pageup",), "Page up", "Move up by half a page.", TYPED),
    Command("run", ("enter",), "Run", "Do what is selected.", (Where.KEYS,), "do it"),
    Command(
        "open-found", ("enter",), "Open", "Open the timeline at the hit.", (Where.FIND,), "open"
    ),
    Command(
        "open",
        ("enter", "l", "right"),
        "Open",
        "Open what is selected; on a folded heading, unfold it.",
        (Where.HOME, Where.PEOPLE, Where.PROMISES, Where.RHYTHM),
    ),
    Command(
        "choose",
        ("enter", "l", "right"),
        "Choose",
        "Take what is selected.",
        (Where.PICKER, Where.TURN, Where.SENDING),
        "take",
    ),
    Command("mark", ("space",), "Mark", "Mark or unmark what is selected.", (Where.TURN,), "mark"),
    Command(
        "leave-out",
        ("-",),
        "Has left",
        "Nobody waits for them any longer until they speak, or you speak to them.",
        (Where.TURN,),
        "has left",
    ),
    Command(
        "take",
        ("enter", "ctrl+s"),
        "Take",
        "Take what is typed.",
        (Where.PROMPT,),
        "take",
    ),
    Command(
        "back",
        ("q", "h", "ctrl+g", "left", "escape"),
        "Back",
        "Leave this screen.",
        (Where.TIMELINE, *OWN_ROOMS, Where.READER, Where.PICKER, Where.TURN),
        "back",
    ),
    Command(
        "to-queue",
        ("h", "left", "escape", "ctrl+g"),
        "Back to the queue",
        "From the timeline back to the queue; there, take marks away, then the filter.",
        (Where.HOME,),
    ),
    Command(
        "leave",
        ("ctrl+g", "escape"),
        "Back",
        "Leave this screen.",
        (*TYPED, Where.PROMPT, Where.FORM, Where.SENDING),
        "back",
    ),
)
