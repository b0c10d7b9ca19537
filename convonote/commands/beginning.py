"""Commands that begin something: a person, a conversation, an import."""

from convonote.commands.command import LETTERS, Command, Where

IMPORTED = "Read mail, cards, chats, transcripts or an export from a file or folder."

BEGINNING: tuple[Command, ...] = (
    Command("add-person", ("p",), "New person", "Add a person.", LETTERS, takes="a name"),
    Command(
        "new-conversation",
        ("o",),
        "New conversation",
        "Start a conversation by writing down what was said first.",
        LETTERS,
    ),
    Command(
        "quick-add",
        ("+",),
        "Quick add",
        "Write down what was said in one line, as log does.",
        LETTERS,
        takes="a line",
    ),
    Command(
        "import-first",
        ("i",),
        "Import",
        IMPORTED,
        (Where.WELCOME,),
        "import",
        takes="a path",
    ),
    Command("demo", ("d",), "Demo", "Look around in a sample notebook.", (Where.WELCOME,), "demo"),
    Command("import", (), "Import", IMPORTED, LETTERS[:-1], takes="a path"),
)
