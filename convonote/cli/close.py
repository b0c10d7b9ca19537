"""`close`: put a conversation away, or open it again."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.row import standing
from convonote.cli.which import which_conversation

EXAMPLES = """\
convonote close Kyoto           it is over; should a person speak in it again, it is open again
convonote close Kyoto --open    it is not over"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Close or open a conversation and say where it stands now."""
    options = Options("close", examples=EXAMPLES, codes={stop.NOT_ALL: "nothing is called so"})
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument("--open", action="store_true", help="open it again")
    options.add_argument("--json", action="store_true", help="where it stands now, as JSON")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        one = which_conversation(book, given.what)
        now = book.set_closed(one.id, not given.open)
        if given.json:
            say_json(records.conversation(now))
        else:
            say(standing(now))
    return stop.DONE
