"""Commands on the conversation or the exchange that is selected."""

from convonote.commands.command import TALKS, Command, Where

SAID = (*TALKS, Where.PEOPLE, Where.RHYTHM)
"""Where something can be written down of what was said."""

TALKING: tuple[Command, ...] = (
    Command("answer", ("r",), "Answer", "Answer what was said last.", SAID, "answer"),
    Command("say", ("c",), "I said", "Write down what you said.", SAID, "say"),
    Command("hear", ("t",), "They said", "Write down what they said.", SAID, "they said"),
    Command("note", ("i",), "Private note", "Write a note, which never moves the turn.", SAID),
    Command(
        "set-turn",
        ("m",),
        "Whose turn",
        "Say yourself whose turn it is; again, go on to the next of me, them, nobody.",
        (*TALKS, Where.TURN),
        "turn",
    ),
    Command(
        "later",
        ("s",),
        "Later",
        "Take the conversation out of the queue until a day.",
        TALKS,
        "later",
        takes="a day",
    ),
    Command(
        "why",
        ("w",),
        "Why",
        "Why it is whose turn: who, since when, by which rule; or why to reach out to somebody.",
        (*TALKS, Where.PEOPLE, Where.PROMISES, Where.RHYTHM),
    ),
    Command(
        "next-mine",
        ("n",),
        "Next of mine",
        "Go to the next conversation where it is your turn; from find, to the next hit.",
        TALKS,
    ),
    Command(
        "previous-mine",
        ("N",),
        "Previous of mine",
        "Go to the previous conversation where it is your turn; from find, to the hit before.",
        TALKS,
    ),
    Command("close", ("a",), "Close", "Archive the conversation, or take it back.", TALKS),
    Command(
        "delete",
        ("D",),
        "Delete",
        "Delete the conversation, or in a timeline the exchange; undo takes it back.",
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
        "Move to the pane beside.",
        (Where.HOME, Where.PEOPLE, Where.RHYTHM),
    ),
)
