"""Commands that find, filter and mark, and that jump from one exchange to another."""

from convonote.commands.command import TALKS, Command, Where

_TIMELINE = (Where.TIMELINE,)

FINDING: tuple[Command, ...] = (
    Command(
        "filter",
        ("f",),
        "Filter",
        "Show only what has the words you type; back takes the filter away.",
        (*TALKS, Where.PEOPLE),
        takes="words",
    ),
    Command(
        "mark-row",
        ("*",),
        "Mark",
        "Mark or unmark a conversation: turn, later, close, delete, link then act on all marked.",
        (Where.HOME,),
    ),
    Command(
        "go-to-date",
        ("d",),
        "Go to a day",
        "Go to what was said on a day or first after it.",
        _TIMELINE,
        "day",
        takes="a day",
    ),
    Command(
        "next-by-same",
        ("J",),
        "Next by the same",
        "Go to the next exchange by the same person.",
        _TIMELINE,
    ),
    Command(
        "previous-by-same",
        ("K",),
        "Previous by the same",
        "Go to the previous exchange by the same person.",
        _TIMELINE,
    ),
    Command(
        "related",
        ("enter", "l", "right"),
        "What it answers",
        "Go to what the exchange answers, or to what answers it.",
        _TIMELINE,
    ),
    Command(
        "complete",
        ("tab",),
        "Complete",
        "Fill in the name behind from:, to: or with:, and what other filters take.",
        (Where.FIND,),
        "fill in",
    ),
)
