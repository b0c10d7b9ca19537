"""Commands that join conversations and take them apart."""

from convonote.commands.command import TALKS, Command

LINKING: tuple[Command, ...] = (
    Command(
        "link",
        ("L",),
        "Link, merge, split",
        "Join the conversation with another, link the two, or split an exchange off.",
        TALKS,
    ),
)
