"""`merge`: make one conversation of two or more."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.row import standing
from convonote.cli.which import which_conversation

EXAMPLES = """\
convonote merge "Kyoto trip" Flights          the call about flights was part of the trip
convonote merge "Kyoto trip" Flights Hotel    and so was that about the hotel
convonote link "Kyoto trip"                   lists what may be one with it"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Merge conversations, as one change, and say where the one stands now."""
    options = Options(
        "merge",
        examples=EXAMPLES,
        codes={stop.NOT_ALL: "nothing is called so, or it cannot be done"},
    )
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument(
        "others", metavar="OTHER", nargs="+", help="what becomes part of it; WHAT keeps its name"
    )
    options.add_argument("--json", action="store_true", help="where it stands now, as JSON")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        kept = which_conversation(book, given.what)
        others = [which_conversation(book, other) for other in given.others]
        with book.together():
            now = [book.merge(kept.id, other.id) for other in others][-1]
        if given.json:
            say_json(records.conversation(now))
        else:
            say(standing(now))
    return stop.DONE
