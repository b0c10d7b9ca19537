"""`find`: everything said, newest first."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options, count
from convonote.cli.printing import say, say_json_list, tell
from convonote.conversation.filters import joined
from convonote.telling.on_cards import on_cards
from convonote.text.times import said

EXAMPLES = """\
convonote find kyoto april                  what holds both words
convonote find from:ana on:phone flight     what Ana said by phone
convonote find to:marek after:2026-01       all that was said to Marek since January
convonote find has:promise turn:me          what was promised where it is your turn
convonote find --best --limit 5 fence       the five that the words fit best
convonote find --json fence                 for another program

filters: from:NAME to:NAME with:NAME on:CHANNEL in:TOPIC after:DAY before:DAY
turn:me|them|nobody has:promise|attachment; a name with a space needs quotes ('from:Ana Lima')"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print what was found."""
    options = Options("find", examples=EXAMPLES, codes={stop.NOT_ALL: "nothing found"})
    options.add_argument(
        "words", metavar="WORDS", nargs="+", help="what was said, and filters; all of them count"
    )
    options.add_argument(
        "--best", action="store_true", help="the best of the newest 5,000 first, not the newest"
    )
    options.add_argument("--limit", type=count(1), default=50, metavar="N", help="at most N (50)")
    options.add_argument("--json", action="store_true", help="a JSON list")
    given = options.parse_args(arguments)
    line = joined(given.words)
    with opened(notebook) as book:
        found = book.search(line, limit=given.limit + 1, best=given.best)
        hits = found.hits[: given.limit]
        for trouble in found.troubles:
            tell(trouble)
        if given.json:
            say_json_list(records.hit(one) for one in hits)
        else:
            for one in hits:
                when = said(one.at, one.offset, book.now())
                say(f"{when}  {one.author} · {one.topic or '(no topic)'} · {one.channel}")
                say(f"  {one.snippet}")
        cards = "" if hits and given.json else on_cards(book, line)
    if not hits:
        tell(f"nothing was said with {line!r}{cards and f'; it stands {cards}'}")
        return stop.NOT_ALL
    if cards:
        tell(cards)
    if len(found.hits) > given.limit:
        which = "best" if given.best else "newest"
        tell(f"these are the {which} {given.limit}; --limit N shows more")
    return stop.DONE
