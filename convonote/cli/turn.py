"""`turn`: say whose turn it is, over whatever the rules say."""

from convonote.cli import stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say
from convonote.cli.row import HEADINGS, reasons
from convonote.cli.which import which_conversation, which_person
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation

EXAMPLES = """\
convonote turn Kyoto me                              I shall speak next
convonote turn Kyoto them --reason "told her so"     everybody else in it
convonote turn Kyoto nobody                          nobody waits
convonote turn Roof "José" Ana                       José and Ana"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Set the turn and say where the conversation stands now."""
    options = Options("turn", examples=EXAMPLES, codes={stop.NOT_ALL: "nothing is called so"})
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument("who", metavar="WHO", nargs="+", help="me, them, nobody, or names")
    options.add_argument("--reason", default="", metavar="TEXT", help="why, to be remembered")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        conversation = which_conversation(book, given.what)
        holders = _holders(book, conversation, given.who)
        now = book.set_turn(conversation.id, holders, reason=given.reason)
        why = reasons(now)
        say(f"{now.topic or '(no topic)'}: {HEADINGS[now.section].lower()}{why and f'; {why}'}")
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
