"""Commands on the person that is selected."""

from convonote.commands.command import Command, Where

_HERE = (Where.PEOPLE,)

PERSONS: tuple[Command, ...] = (
    Command(
        "briefing",
        ("b",),
        "Briefing",
        "All that is worth a look before you speak with them, on one screen.",
        (Where.HOME, Where.TIMELINE, Where.PEOPLE, Where.RHYTHM),
        "briefing",
    ),
    Command("edit-card", ("e",), "Edit the card", "Change what is known of them.", _HERE, "edit"),
    Command(
        "merge-person",
        ("L",),
        "Merge",
        "Say which other person they are; undo takes it back.",
        _HERE,
        "merge",
    ),
    Command(
        "recommend",
        (),
        "Recommended for",
        "Write down what they are good for, and who said so.",
        _HERE,
        takes="a topic",
    ),
    Command(
        "who",
        (),
        "Who knows about",
        "Who knows about something, who recommended them, and what was said of it.",
        (Where.HOME, Where.TIMELINE, Where.PEOPLE),
        takes="a topic",
    ),
    Command(
        "delete-person",
        ("D",),
        "Delete",
        "Take them out of the contact list; what was said stays, undo takes it back.",
        _HERE,
    ),
)
