"""Commands that go from one room to another."""

from convonote.commands.command import LETTERS, Command

GOING: tuple[Command, ...] = (
    Command("go-turns", ("1",), "To the turns", "Go to the queue.", LETTERS),
    Command("go-people", ("2",), "To people", "Go to the contact list.", LETTERS),
    Command("go-promises", ("3",), "To promises", "Go to what is owed, both ways.", LETTERS),
    Command("go-find", ("4",), "To find", "Go to the search over all that was said.", LETTERS),
    Command("go-rhythm", ("5",), "To rhythm", "Go to whom to reach out to, in pictures.", LETTERS),
)
