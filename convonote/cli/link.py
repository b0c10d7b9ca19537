"""`link`: conversations that have to do with each other, and those that may be one."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.stop import Stop
from convonote.cli.which import which_conversation
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation

EXAMPLES = """\
convonote link Kyoto                     what is linked to it, and what may be one with it
convonote link Kyoto "New camera"        they have to do with each other, and yet are two
convonote link Kyoto "New camera" --off  take the link away
convonote merge Kyoto Flights            make one of two"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Link two conversations, or list what one has to do with."""
    options = Options(
        "link",
        examples=EXAMPLES,
        codes={stop.NOT_ALL: "nothing is called so, or it cannot be done"},
    )
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument("other", metavar="OTHER", nargs="?", help="another conversation")
    options.add_argument("--off", action="store_true", help="take the link away")
    options.add_argument("--json", action="store_true", help="as JSON")
    given = options.parse_args(arguments)
    if given.off and not given.other:
        raise Stop(stop.USAGE, "--off needs both conversations: convonote link WHAT OTHER --off")
    with opened(notebook) as book:
        one = which_conversation(book, given.what)
        if given.other:
            other = which_conversation(book, given.other)
            if given.off:
                _unlink(book, one, other)
            else:
                book.link(one.id, other.id)
        _tell(book, one, as_json=given.json)
    return stop.DONE


def _unlink(book: Notebook, one: Conversation, other: Conversation) -> None:
    found = [each for each in book.linked(one.id) if each.conversation.id == other.id]
    if not found:
        raise Stop(stop.NOT_ALL, f"{one.topic!r} and {other.topic!r} are not linked")
    book.unlink(found[0].id)


def _tell(book: Notebook, one: Conversation, *, as_json: bool) -> None:
    linked, likely = book.linked(one.id), book.likely(one.id)
    if as_json:
        say_json(
            {
                "conversation": one.uid,
                "linked": [records.conversation(each.conversation) for each in linked],
                "likely": [
                    {"reason": each.reason, **records.conversation(each.conversation)}
                    for each in likely
                ],
            }
        )
        return
    if not linked and not likely:
        say(f"{one.topic}: nothing is linked to it, and nothing looks like part of it")
    for each in linked:
        say(f"linked     {_named(each.conversation)}")
    for maybe in likely:
        say(f"maybe one  {_named(maybe.conversation)}: {maybe.reason}")


def _named(one: Conversation) -> str:
    people = ", ".join(person.name for person in one.people)
    return f"{one.topic or '(no topic)'} ({people})"
