"""Commands that every screen has: to leave, and to learn what there is."""

from convonote.commands.command import ROOMS, TALKS, Command, Where

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
    Command("palette", (":",), "Palette", "Every action by its name.", (*TALKS, Where.WELCOME)),
    Command(
        "keys", ("?", "f1"), "Keys", "The keys of this screen.", (*TALKS, Where.WELCOME), "keys"
    ),
)
