"""Commands of the composer."""

from convonote.commands.command import Command, Where

COMPOSING: tuple[Command, ...] = (
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
)
