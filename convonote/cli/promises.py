"""`promises`: what is owed, in both directions."""

from collections.abc import Iterator

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import columns, say, say_json_list
from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import PromiseState
from convonote.conversation.zones import day_of
from convonote.store.notebook import Notebook
from convonote.store.promises.records import PromiseRow
from convonote.text.clean import clean
from convonote.text.times import due, long_day
from convonote.text.width import cut, pad, width

EXAMPLES = """\
convonote promises               what is owed, what is overdue first
convonote promises --mine        what I owe
convonote promises --all         what is suggested, kept and let go too
convonote promises --json        for another program"""
OWED = (PromiseSection.OVERDUE, PromiseSection.DUE, PromiseSection.OPEN)
AT_ONCE = 200
"""Promises read at a time."""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print the promises asked for, numbered as `kept` takes them."""
    options = Options("promises", examples=EXAMPLES)
    options.add_argument("--mine", action="store_true", help="what I owe")
    options.add_argument("--theirs", action="store_true", help="what others owe")
    options.add_argument("--all", action="store_true", help="suggested, kept and let go ones too")
    options.add_argument("--json", action="store_true", help="a JSON list, overdue ones first")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        found = (
            (number, one)
            for number, one in numbered(book, every=given.all)
            if given.mine == given.theirs or one.owner.me is given.mine
        )
        if given.json:
            say_json_list(records.owed(one) for _, one in found)
        else:
            _print(book, found)
    return stop.DONE


def numbered(book: Notebook, *, every: bool) -> Iterator[tuple[int, PromiseRow]]:
    """The promises in their order, each with its number; those that are owed come first."""
    number = 0
    for section in PromiseSection if every else OWED:
        before = 0
        while some := book.promises_in(section, offset=before, limit=AT_ONCE):
            before += len(some)
            for one in some:
                number += 1
                yield number, one


def _print(book: Notebook, found: Iterator[tuple[int, PromiseRow]]) -> None:
    cells, none = columns(), True
    for number, one in found:
        none = False
        say(line(book, number, one, cells))
    if none:
        say("Nothing is promised. Write `- [ ] what by when` in what you say, or log it.")


def line(book: Notebook, number: int, one: PromiseRow, cells: int) -> str:
    """One promise: its number, who owes what until when, and in which conversation.

    `kept?` behind it is what somebody seems to say of it.
    """
    owner = clean(_owner(one))
    head = f"{number:>3}  {pad(cut(owner, 12), 12)}  "
    until = _until(book, one)
    room = max(16, cells - width(head) - 12 - 2)
    topic = min(room // 3, width(clean(one.topic)))
    what = room - topic - 2
    told = f"  {one.reported.state}?" if one.reported else ""
    shown = pad(cut(clean(one.what), what - width(told)) + told, what)
    return f"{head}{shown}  {pad(until, 12)}  {cut(clean(one.topic), topic)}".rstrip()


def _owner(one: PromiseRow) -> str:
    if one.unowned:
        return "?"
    return "you" if one.owner.me else one.owner.name


def _until(book: Notebook, one: PromiseRow) -> str:
    """When it is due, or where it stands."""
    today = day_of(book.now(), book.zone)
    if one.state is not PromiseState.OPEN:
        return one.state.value
    return "" if one.due is None else due(one.due, today)


def named(one: PromiseRow) -> str:
    """A promise in full, with the id that tells it from the others."""
    owner = _owner(one)
    until = f", due {long_day(one.due)}" if one.due else ""
    return f"{owner}: {one.what}{until} ({one.topic})  {one.uid}"
