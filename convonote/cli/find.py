"""`find`: everything said, newest first."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import say, say_json_list, tell
from convonote.text.times import said

EXAMPLES = """\
convonote find kyoto april        what holds both words
convonote find --limit 5 fence    only the five newest
convonote find --json fence       for another program"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print what was found."""
    options = Options("find", examples=EXAMPLES, codes={stop.NOT_ALL: "nothing found"})
    options.add_argument("words", metavar="WORDS", nargs="+", help="what was said; all words count")
    options.add_argument("--limit", type=int, default=50, metavar="N", help="at most N (50)")
    options.add_argument("--json", action="store_true", help="a JSON list, newest first")
    given = options.parse_args(arguments)
    if given.limit < 1:
        options.error("--limit needs a number from 1")
    words = " ".join(given.words)
    with opened(notebook) as book:
        hits = book.find(words, limit=given.limit + 1)
        more, hits = len(hits) > given.limit, hits[: given.limit]
        if given.json:
            say_json_list(records.hit(one) for one in hits)
        else:
            for one in hits:
                when = said(one.at, one.offset, book.now())
                say(f"{when}  {one.author} · {one.topic or '(no topic)'} · {one.channel}")
                say(f"  {one.snippet}")
    if not hits:
        tell(f"nothing was said with {words!r}")
        return stop.NOT_ALL
    if more:
        tell(f"these are the newest {given.limit}; --limit N shows more")
    return stop.DONE
