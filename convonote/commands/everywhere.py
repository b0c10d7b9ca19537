"""Find, undo and redo."""

from convonote.commands.command import LETTERS, Command

EVERYWHERE: tuple[Command, ...] = (
    Command(
        "find",
        ("/",),
        "Find",
        "Find anything ever said.",
        LETTERS,
        "find",
        takes="words",
    ),
    Command("undo", ("u",), "Undo", "Take back what you did last.", LETTERS, "undo"),
    Command("redo", ("U",), "Redo", "Do again what was undone.", LETTERS),
)
