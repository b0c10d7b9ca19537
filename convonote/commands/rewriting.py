"""Commands that change what is written already."""

from convonote.commands.command import TALKS, Command

REWRITING: tuple[Command, ...] = (
    Command("edit", ("e",), "Edit", "Edit the exchange: its text, how, when, to whom.", TALKS),
    Command(
        "edit-in-editor",
        ("E",),
        "Edit in your editor",
        "Edit the text of the exchange in your own editor.",
        TALKS,
    ),
)
