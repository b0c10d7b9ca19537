"""Commands on promises."""

from convonote.commands.command import TALKS, Command, Where

_OWED = (*TALKS, Where.PROMISES)
_ROOM = (Where.PROMISES,)

PROMISING: tuple[Command, ...] = (
    Command(
        "keep-promise",
        ("x",),
        "Promise kept",
        "Mark a promise as kept, or as open again.",
        _OWED,
    ),
    Command(
        "let-go",
        ("X",),
        "Let go",
        "Say that a promise is not expected any more, or is open again.",
        _OWED,
    ),
    Command(
        "take-suggestion",
        (".",),
        "Take the suggestion",
        "A suggested promise becomes a promise; one that seems kept or let go is that.",
        _OWED,
    ),
    Command(
        "dismiss-suggestion",
        ("comma",),
        "Dismiss the suggestion",
        "It was no promise, or it is still open.",
        _OWED,
    ),
    Command(
        "add-promise",
        ("P",),
        "Add a promise",
        "Write down what you or somebody else will do, in one line.",
        _OWED,
        takes="a promise",
    ),
    Command(
        "change-due",
        ("d",),
        "Due date",
        "Say until when a promise is due, or take its date away.",
        _ROOM,
        "due",
        takes="a day",
    ),
    Command(
        "whose-promises",
        ("tab",),
        "Mine, theirs, all",
        "Show only what you owe, only what others owe, or both.",
        _ROOM,
        "whose",
    ),
    Command(
        "settled-promises",
        ("z",),
        "Kept and let go",
        "Show or hide what was kept and let go.",
        _ROOM,
    ),
    Command(
        "filter-promises",
        ("f",),
        "Filter",
        "Show only promises with what you type in them, in a name or in the topic.",
        _ROOM,
        "filter",
    ),
)
