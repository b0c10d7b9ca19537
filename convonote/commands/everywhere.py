"""Find, undo and redo."""

from convonote.commands.command import TALKS, Command, Where

EVERYWHERE: tuple[Command, ...] = (
    Command("find", ("/",), "Find", "Find anything ever said.", TALKS, "find"),
    Command(
        "undo", ("u",), "Undo", "Take back what you did last.", (*TALKS, Where.WELCOME), "undo"
    ),
    Command("redo", ("U",), "Redo", "Do again what was undone.", (*TALKS, Where.WELCOME)),
)
