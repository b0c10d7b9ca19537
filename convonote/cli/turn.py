"""`turn`: say whose turn it is, over whatever the rules say."""

from argparse import Namespace

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.row import standing
from convonote.cli.stop import Stop
from convonote.cli.which import which_conversation, which_person
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation
from convonote.writing.moments import BadMoment, reminder_of

EXAMPLES = """\
convonote turn Kyoto me                              I shall speak next
convonote turn Kyoto them --reason "told her so"     everybody else in it
convonote turn Kyoto nobody                          nobody waits
convonote turn Roof "José" Ana                       each of them
convonote turn Roof "José" Ana --any                 whoever of them answers first
convonote turn Roof --left "José"                    he is in it no longer; others stay
convonote turn Roof --remind 4d                      a nudge then, if no answer has come
convonote turn Roof "José" --remind fri              he shall speak next, by Friday
convonote turn Roof --remind never                   no reminder"""


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
    options.add_argument(
        "--remind", metavar="DAY", help="nudge from that day if no answer has come, or never"
    )
    options.add_argument("--reason", default="", metavar="TEXT", help="why, to be remembered")
    options.add_argument("--json", action="store_true", help="where it stands now, as JSON")
    given = options.parse_args(arguments)
    if given.left and (given.who or given.remind):
        raise Stop(stop.USAGE, "--left stands alone: say who has left, then whose turn it is")
    if not (given.who or given.left or given.remind):
        raise Stop(
            stop.USAGE,
            "say whose turn it is (me, them, nobody or names), --left NAME, or --remind DAY",
        )
    with opened(notebook) as book:
        now = _set(book, which_conversation(book, given.what), given)
        if given.json:
            say_json(records.conversation(now))
        else:
            say(standing(now))
    return stop.DONE


def _set(book: Notebook, conversation: Conversation, given: Namespace) -> Conversation:
    """Do what was asked for; how the conversation stands then."""
    if given.left:
        gone = [which_person(book, name, conversation.people).id for name in given.left]
        return book.set_left(conversation.id, gone)
    remind = _reminder(book, given.remind)
    if not given.who:
        return book.set_reminder(conversation.id, remind)
    holders = _holders(book, conversation, given.who)
    return book.set_turn(
        conversation.id, holders, everyone=not given.any, reason=given.reason, remind=remind
    )


def _reminder(book: Notebook, words: str | None) -> int | None:
    """The moment that the words name; None for never."""
    try:
        return None if words in (None, "never") else reminder_of(book, words or "")
    except BadMoment as error:
        raise Stop(stop.USAGE, str(error)) from None


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
