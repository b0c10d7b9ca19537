"""`show`: a conversation's timeline, or a person with their conversations."""

from collections.abc import Iterator

from convonote.cli import particulars, records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import columns, say, say_json
from convonote.cli.row import HEADINGS, reasons, row, you_owe
from convonote.cli.which import which
from convonote.store.notebook import Notebook
from convonote.store.records import Contact, Conversation, Entry
from convonote.text.lines import lines
from convonote.text.times import said

WINDOW = 100
"""Entries read at a time."""
EXAMPLES = """\
convonote show Kyoto               the conversation whose topic holds "Kyoto"
convonote show "Ana Lima"          Ana's addresses and conversations
convonote show Kyoto --original    the texts as they came in, with what they quote"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print what is meant."""
    options = Options("show", examples=EXAMPLES, codes={stop.NOT_ALL: "nothing is called so"})
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument("--original", action="store_true", help="the texts as they came in")
    options.add_argument("--json", action="store_true", help="one JSON object")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        found = which(book, given.what)
        if found.conversation is not None:
            _conversation(book, found.conversation, original=given.original, as_json=given.json)
        elif found.person is not None:
            contact = book.contact(found.person.id)
            assert contact is not None
            _person(book, contact, as_json=given.json)
    return stop.DONE


def _conversation(book: Notebook, one: Conversation, *, original: bool, as_json: bool) -> None:
    entries = _entries(book, one)
    if as_json:
        exchanges = [records.entry(entry, _text(book, entry, original)) for entry in entries]
        say_json({**records.conversation(one), "exchanges": exchanges})
        return
    cells = columns()
    say(one.topic or "(no topic)")
    say(", ".join(person.name for person in one.people))
    say(_standing(one))
    for line in you_owe(one, cells, book.now(), book.zone):
        say(line.strip())
    for entry in entries:
        say()
        say(_head(book, entry))
        text = _text(book, entry, original)
        if original:
            for line in text.splitlines():
                say(f"  {line}")
            continue
        for spans in lines(text, cells - 2):
            say(f"  {''.join(span.text for span in spans)}".rstrip())


def _entries(book: Notebook, one: Conversation) -> Iterator[Entry]:
    """The whole timeline, oldest first, a window at a time."""
    start = 0
    while True:
        window = book.timeline(one.id, start=start, limit=WINDOW)
        yield from window.entries
        start += len(window.entries)
        if not window.entries or start >= window.total:
            return


def _text(book: Notebook, entry: Entry, original: bool) -> str:
    whole = book.original(entry.id) if original and entry.has_original else None
    return entry.text if whole is None else whole


def _standing(one: Conversation) -> str:
    """Whose turn it is and why."""
    heading = HEADINGS[one.section].capitalize()
    why = reasons(one)
    return f"{heading}: {why}" if why else heading


def _head(book: Notebook, entry: Entry) -> str:
    """When, who to whom, and how."""
    when = said(entry.at, entry.offset, book.now()) if entry.dated else "(no date)"
    if entry.kind == "note":
        return f"{when}  private note"
    if entry.kind == "talk":
        who = ", ".join(person.name for person in entry.speakers)
    else:
        author = entry.author.name if entry.author else "somebody"
        to = ", ".join(person.name for person in entry.to)
        who = f"{author} to {to}" if to else author
    marks = "".join(
        f"  {mark}"
        for mark, shown in (
            ("queued", entry.queued),
            ("unanswered", entry.waiting),
            ("automatic", entry.origin != "person"),
        )
        if shown
    )
    return f"{when}  {who}  {entry.channel}{marks}"


def _person(book: Notebook, contact: Contact, *, as_json: bool) -> None:
    person = contact.person
    with_them = book.with_person(person.id)
    if as_json:
        conversations = [records.conversation(one) for one in with_them]
        say_json({**records.contact(contact), "conversations": conversations})
        return
    cells, now = columns(), book.now()
    say(person.name + (" (you)" if person.me else ""))
    for channel, value in person.addresses:
        say(f"  {channel}  {value}")
    for line in particulars.lines(contact.details):
        say(line)
    for one in with_them:
        say(row(one, cells, now, book.zone))
        for line in you_owe(one, cells, now, book.zone):
            say(line)
