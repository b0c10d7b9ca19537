"""Commands on the conversation or the exchange that is selected."""

from convonote.commands.command import TALKS, Command, Where

TALKING: tuple[Command, ...] = (
    Command("answer", ("r",), "Answer", "Answer what was said last.", TALKS, "answer"),
    Command("say", ("c",), "I said", "Write down what you said.", TALKS, "say"),
    Command("hear", ("t",), "They said", "Write down what they said.", TALKS, "they said"),
    Command("note", ("i",), "Private note", "Write a note, which never moves the turn.", TALKS),
    Command("set-turn", ("m",), "Whose turn", "Say yourself whose turn it is.", TALKS, "turn"),
    Command(
        "later",
        ("s",),
        "Later",
        "Take the conversation out of the queue until a day.",
        TALKS,
        "later",
    ),
    Command("why", ("w",), "Why", "Why it is whose turn: who, since when, by which rule.", TALKS),
    Command(
        "next-mine",
        ("n",),
        "Next of mine",
        "Go to the next conversation where it is your turn.",
        TALKS,
    ),
    Command(
        "previous-mine",
        ("N",),
        "Previous of mine",
        "Go to the previous conversation where it is your turn.",
        TALKS,
    ),
    Command(
        "keep-promise",
        ("x",),
        "Promise kept",
        "Mark a promise in this conversation as kept.",
        TALKS,
    ),
    Command("close", ("a",), "Close", "Archive the conversation, or take it back.", TALKS),
    Command(
        "delete",
        ("D",),
        "Delete",
        "Delete the conversation, or in a timeline the exchange; u takes it back.",
        TALKS,
    ),
    Command(
        "original",
        ("O",),
        "Original text",
        "Show the exchange as it came in, nothing stripped.",
        TALKS,
    ),
    Command("copy", ("y",), "Copy", "Copy the text of the exchange.", TALKS),
    Command(
        "switch-pane",
        ("tab", "shift+tab"),
        "Other pane",
        "Move between the queue and the timeline.",
        (Where.HOME,),
    ),
)
