"""Commands about the program itself: its colours, what it told, where things are, the tour."""

from convonote.commands.command import LETTERS, TALKS, Command, Where

ABOUT_THE_SCREEN: tuple[Command, ...] = (
    Command(
        "theme",
        (),
        "Theme",
        "Choose the colours: the terminal's own, light, dark, or high contrast.",
        LETTERS,
        takes="name",
    ),
    Command("messages", (), "Messages", "Everything that was told since the start.", LETTERS),
    Command("info", (), "Info", "Where things are, how much there is, and versions.", LETTERS),
    Command("tour", (), "Tour", "Five steps on a sample notebook; yours is left alone.", LETTERS),
    Command(
        "tour-next",
        ("space",),
        "Next step",
        "Go on with the tour without doing what it says.",
        (*TALKS, Where.READER),
    ),
)
