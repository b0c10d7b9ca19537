"""`turn`: say whose turn it is, over whatever the rules say."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.row import standing
from convonote.cli.stop import Stop
from convonote.cli.which import which_conversation, which_person
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation

EXAMPLES = """\
convonote turn Kyoto me                              I shall speak next
convonote turn Kyoto them --reason "told her so"     everybody else in it
convonote turn Kyoto nobody                          nobody waits
convonote turn Roof "José" Ana                       each of them
convonote turn Roof "José" Ana --any                 whoever of them answers first
convonote turn Roof --left "José"                    he is in it no longer; others stay"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Set the turn and say where the conversation stands now."""
    options = Options(
        "turn",
        examples=EXAMPLES,
        codes={stop.NOT_ALL: "nothing is called so, or it cannot be done"},
    )
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument("who", metavar="HOLDER", nargs="*", help="me, them, nobody, or names")
    options.add_argument("--any", action="store_true", help="the first answer of them will do")
    options.add_argument(
        "--left", metavar="NAME", action="append", help="who is in it no longer; the others stay"
    )
    options.add_argument("--reason", default="", metavar="TEXT", help="why, to be remembered")
    options.add_argument("--json", action="store_true", help="where it stands now, as JSON")
    given = options.parse_args(arguments)
    if bool(given.who) == bool(given.left):
        raise Stop(stop.USAGE, "say whose turn it is (me, them, nobody or names), or --left NAME")
    with opened(notebook) as book:
        conversation = which_conversation(book, given.what)
        if given.left:
            gone = [which_person(book, name, conversation.people).id for name in given.left]
            now = book.set_left(conversation.id, gone)
        else:
            holders = _holders(book, conversation, given.who)
            now = book.set_turn(
                conversation.id, holders, everyone=not given.any, reason=given.reason
            )
        if given.json:
            say_json(records.conversation(now))
        else:
            say(standing(now))
    return stop.DONE


def _holders(book: Notebook, conversation: Conversation, who: list[str]) -> list[int]:
    """The people named; `nobody` only stands alone."""
    if [word.casefold() for word in who] == ["nobody"]:
        return []
    holders: list[int] = []
    for word in who:
        if word.casefold() == "me":
            holders.append(book.me.id)
        elif word.casefold() == "them":
            holders += [person.id for person in conversation.people]
        else:
            holders.append(which_person(book, word, conversation.people).id)
    return list(dict.fromkeys(holders))
