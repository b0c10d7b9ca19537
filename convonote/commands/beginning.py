"""Commands that begin something: a person, a conversation, an import."""

from convonote.commands.command import TALKS, Command, Where

IMPORTED = "Read mail, cards, chats, transcripts or an export from a file or folder."

BEGINNING: tuple[Command, ...] = (
    Command("add-person", ("p",), "New person", "Add a person.", (*TALKS, Where.WELCOME)),
    Command(
        "new-conversation",
        ("o",),
        "New conversation",
        "Start a conversation by writing down what was said first.",
        (*TALKS, Where.WELCOME),
    ),
    Command(
        "quick-add",
        ("+",),
        "Quick add",
        "Write down what was said in one line, as log does.",
        (*TALKS, Where.WELCOME, Where.READER),
    ),
    Command(
        "import-first",
        ("i",),
        "Import",
        IMPORTED,
        (Where.WELCOME,),
        "import",
    ),
    Command("demo", ("d",), "Demo", "Look around in a sample notebook.", (Where.WELCOME,), "demo"),
    Command("import", (), "Import", IMPORTED, TALKS),
)
