"""`later`: take a conversation out of the queue until a day, or back into it."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json
from convonote.cli.row import standing
from convonote.cli.which import which_conversation
from convonote.conversation.dates import DateError, ahead, day_begins, day_of
from convonote.text.times import in_days

EXAMPLES = """\
convonote later Kyoto fri              until Friday; a person who speaks brings it back at once
convonote later Roof in two weeks      dates in words, as one says them
convonote later Roof 2026-12-01        or as a calendar writes them
convonote later Roof --back            back into the queue now"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Put a conversation off and say until when."""
    options = Options("later", examples=EXAMPLES, codes={stop.NOT_ALL: "nothing is called so"})
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument("date", metavar="DATE", nargs="*", help="until which day")
    options.add_argument("--back", action="store_true", help="back into the queue now")
    options.add_argument("--json", action="store_true", help="where it stands now, as JSON")
    given = options.parse_args(arguments)
    words = " ".join(given.date)
    if given.back == bool(words):
        options.error("name a day, or --back")
    with opened(notebook) as book:
        today = day_of(book.now(), book.zone)
        try:
            until = None if given.back else ahead(words, today)
        except DateError as error:
            options.error(str(error))
        one = which_conversation(book, given.what)
        moment = None if until is None else day_begins(until, book.zone)
        now = book.set_later(one.id, moment)
        if given.json:
            say_json(records.conversation(now))
        elif until is None:
            say(standing(now))
        else:
            say(f"{now.topic or '(no topic)'}: back on {in_days(until, today)}")
    return stop.DONE
