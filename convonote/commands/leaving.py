"""Commands that every screen has: to leave, and to learn what there is."""

from convonote.commands.command import LETTERS, ROOMS, Command, Where

LEAVING: tuple[Command, ...] = (
    Command("quit", ("q",), "Quit", "Leave the program.", (Where.HOME, Where.WELCOME)),
    Command("suspend", ("ctrl+z",), "Suspend", "Back to the shell; fg comes back.", ROOMS),
    Command(
        "repaint",
        ("ctrl+l",),
        "Repaint",
        "Paint the screen again, where something else has written on it.",
        tuple(Where),
        by_app=True,
    ),
    Command(
        "palette",
        (":", "ctrl+p"),
        "Palette",
        "Every action by its name.",
        (*LETTERS, Where.FIND, Where.COMPOSER, Where.PICKER, Where.TURN),
    ),
    Command(
        "keys",
        ("?", "f1"),
        "Keys",
        "The keys of this screen.",
        (*LETTERS, Where.FIND, Where.COMPOSER, Where.PICKER, Where.TURN, Where.PROMPT, Where.FORM),
        "keys",
    ),
)
