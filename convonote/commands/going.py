"""Commands that go from one room to another."""

from convonote.commands.command import Command, Where

_ANYWHERE = (Where.HOME, Where.TIMELINE, Where.WELCOME, Where.READER)

GOING: tuple[Command, ...] = (
    Command("go-turns", ("1",), "To the turns", "Go to the queue.", _ANYWHERE),
    Command("go-find", ("4",), "To find", "Go to the search over all that was said.", _ANYWHERE),
)
