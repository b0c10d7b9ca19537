"""`turns` in full: the queue in its sections, plain or as JSON."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import chain

from convonote.cli import reaching, records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import columns, say, say_json, say_json_list
from convonote.cli.row import row, you_owe
from convonote.conversation.turn_records import Section
from convonote.store.notebook import Notebook
from convonote.telling.sections import TITLES

QUEUE = (Section.MINE, Section.NUDGE, Section.THEIRS, Section.LATER, Section.REACH_OUT)
"""What is shown unless something else is asked for."""
CHOICES = {
    "mine": ((Section.MINE,), "where it is my turn"),
    "theirs": ((Section.NUDGE, Section.THEIRS), "where it is their turn, the overlong ones first"),
    "nobody": ((Section.RESTING,), "where nobody waits for anybody"),
    "nudge": ((Section.NUDGE,), "where they have taken longer than they usually do"),
    "later": ((Section.LATER,), "put off until a day"),
    "reach-out": ((Section.REACH_OUT,), "people whose rhythm is due"),
    "quiet": ((Section.QUIET,), "where a wait has lapsed"),
    "all": (tuple(Section), "everything, resting, quiet and closed too"),
}
EXAMPLES = """\
convonote turns                 the queue
convonote turns --mine          only what waits for me
convonote turns --all --json    everything, for another program
convonote turns --count         how many wait for me, for a prompt
convonote turns --count --json  how many there are in each section"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print the sections asked for."""
    given = _options().parse_args(arguments)
    sections = _sections(given)
    with opened(notebook) as book:
        if given.count and given.json:
            counts = book.counts()
            say_json({section.value: counts[section] for section in sections or Section})
        elif given.count:
            counts = book.counts()
            say(str(sum(counts[section] for section in sections or (Section.MINE,))))
        elif given.json:
            shown = sections or QUEUE
            say_json_list(chain.from_iterable(_rows(book, section) for section in shown))
        else:
            _print(book, sections or QUEUE)
    return stop.DONE


def _options() -> Options:
    options = Options("turns", examples=EXAMPLES)
    for name, (_, says) in CHOICES.items():
        options.add_argument(f"--{name}", action="store_true", help=says)
    options.add_argument(
        "--count", action="store_true", help="only how many there are; alone, how many are mine"
    )
    options.add_argument(
        "--json", action="store_true", help="a JSON list, first in the queue first"
    )
    return options


def _sections(given: Namespace) -> Sequence[Section]:
    """The sections asked for, in the order of the queue."""
    asked = {
        section
        for name, (sections, _) in CHOICES.items()
        if getattr(given, name.replace("-", "_"))
        for section in sections
    }
    return [section for section in Section if section in asked]


def _rows(book: Notebook, section: Section) -> Iterator[dict[str, object]]:
    if section is Section.REACH_OUT:
        yield from map(reaching.row, book.reach_out())
    yield from map(records.conversation, book.turns(section))


def _print(book: Notebook, sections: Sequence[Section]) -> None:
    """Print the sections with their headings, with 0 too."""
    counts = book.counts()
    if not any(counts.values()):
        say(f"Nothing is written down yet in {book.path}.")
        say("convonote import FOLDER takes in mail, convonote log --help says how to log a call.")
        return
    width, now = columns(), book.now()
    for section in sections:
        say(f"{TITLES[section]} {counts[section]}")
        if section is Section.REACH_OUT:
            for person in book.reach_out():
                say(reaching.line(person, width))
        for one in book.turns(section):
            say(row(one, width, now, book.zone))
            for line in you_owe(one, width, now, book.zone):
                say(line)
