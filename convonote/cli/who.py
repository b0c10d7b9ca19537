"""`who`: who knows about something, and what was said about it; writing down who does."""

from argparse import Namespace

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options, count
from convonote.cli.printing import iso, say, say_json, tell
from convonote.cli.which import which_person
from convonote.store.notebook import Notebook
from convonote.store.people.records import Knower, Knows
from convonote.telling.particulars import source
from convonote.text.times import said

EXAMPLES = """\
convonote who plumber                            who knows about it, and what was said of it
convonote who plumber --add Marek --by Ana       write down that Ana recommended Marek
convonote who plumber --add Marek --level expert write down that Marek knows about it
convonote export --recommendations plumber       a page to pass on"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print who knows, or write down who does."""
    options = Options("who", examples=EXAMPLES, codes={stop.NOT_ALL: "nobody and nothing found"})
    options.add_argument("topic", metavar="TOPIC", nargs="+", help="all words count")
    options.add_argument("--add", metavar="NAME", help="write down that NAME knows about it")
    options.add_argument("--by", metavar="NAME", help="with --add: who recommended them")
    options.add_argument("--level", default="", metavar="LEVEL", help="with --add: how well")
    options.add_argument(
        "--limit", type=count(0), default=10, metavar="N", help="exchanges at most (10)"
    )
    options.add_argument("--json", action="store_true", help="one JSON object")
    given = options.parse_args(arguments)
    topic = " ".join(given.topic)
    if given.add is None and (given.by or given.level):
        options.error("--by and --level go with --add NAME")
    if given.by and given.level:
        options.error("--by and --level say two things; give one after the other")
    with opened(notebook) as book:
        if given.add is not None:
            return _add(book, topic, given)
        return _print(book, topic, given.limit, as_json=given.json)


def _add(book: Notebook, topic: str, given: Namespace) -> int:
    person = which_person(book, given.add)
    if given.by is None:
        book.add_detail(person.id, "expertise", topic, given.level)
        done = f"{person.name} knows about {topic}"
    else:
        other = which_person(book, given.by)
        book.recommend(person.id, topic, by=other.id)
        done = f"{other.name} recommended {person.name} for {topic}"
    if given.json:
        (known,) = (one for one in book.who_knows(topic) if one.person.id == person.id)
        say_json(_record(known))
    else:
        say(f"{done}; convonote undo takes it back")
    return stop.DONE


def _print(book: Notebook, topic: str, limit: int, *, as_json: bool) -> int:
    knowers = book.who_knows(topic)
    hits = book.search(topic, limit=limit, kindred=True).hits if limit else ()
    if as_json:
        exchanges = [records.hit(hit) for hit in hits]
        say_json({"people": [_record(one) for one in knowers], "exchanges": exchanges})
    else:
        for one in knowers:
            say(one.person.with_address)
            for each in one.knows:
                say(f"  {source(each, book.now(), book.zone)}")
        for hit in hits:
            when = said(hit.at, hit.offset, book.now())
            say(f"{when}  {hit.author} · {hit.topic or '(no topic)'} · {hit.channel}")
            say(f"  {hit.snippet}")
    if not knowers and not hits:
        unsaid = ", and nothing was said of it" if limit else ""
        tell(f"nobody is known to know about {topic!r}{unsaid}")
        return stop.NOT_ALL
    return stop.DONE


def _record(one: Knower) -> dict[str, object]:
    return {**records.person(one.person), "knows": [_knows(each) for each in one.knows]}


def _knows(one: Knows) -> dict[str, object]:
    told = one.recommendation
    return {
        "topic": one.topic,
        "kind": one.kind,
        "level": one.level,
        "imported": one.imported,
        "by": None if told is None or told.by is None else records.person(told.by),
        "at": None if told is None else iso(told.at),
        "exchange": None if told is None else told.exchange,
    }
