"""Commands on rhythm and pictures."""

from convonote.commands.command import Command, Where

RHYTHMIC: tuple[Command, ...] = (
    Command(
        "pictures",
        ("v",),
        "Pictures",
        "Who spoke when, week by week, and over which channels.",
        (Where.HOME, Where.TIMELINE, Where.PEOPLE, Where.RHYTHM),
    ),
    Command(
        "edit-rhythm",
        ("e",),
        "Rhythm",
        "Say how often you want to be in touch with them, or with all who have a tag.",
        (Where.RHYTHM,),
        "rhythm",
        takes="how often",
    ),
    Command(
        "set-rhythm",
        ("R",),
        "Rhythm",
        "Say how often you want to be in touch with them, or with all who have a tag.",
        (Where.PEOPLE,),
        takes="how often",
    ),
    Command(
        "set-quiet",
        ("s",),
        "Leave alone until",
        "Nobody is reminded of them before a day, such as the end of a leave.",
        (Where.PEOPLE, Where.RHYTHM),
        "leave alone",
        takes="a day",
    ),
)
