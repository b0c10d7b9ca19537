"""`show`: a conversation's timeline, or a person with their conversations."""

from convonote.cli import records, stop
from convonote.cli.brief import brief
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import columns, say, say_json
from convonote.cli.row import reasons, row, you_owe
from convonote.cli.stop import Stop
from convonote.cli.which import which, which_conversation, which_person
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Contact, Person
from convonote.store.records import Conversation, Entry
from convonote.telling import particulars
from convonote.telling.sections import TITLES
from convonote.text.lines import lines
from convonote.text.times import said

EXAMPLES = """\
convonote show Kyoto               the conversation whose topic holds "Kyoto"
convonote show "Ana Lima"          Ana's addresses and conversations
convonote show Ana --brief         whose turn, what is owed, what to bring up
convonote show Kyoto --picture     who spoke when, over which channels
convonote show Kyoto --original    the texts as they came in, with what they quote"""


def run(arguments: list[str], notebook: str | None) -> int:
    """Print what is meant."""
    options = Options("show", examples=EXAMPLES, codes={stop.NOT_ALL: "nothing is called so"})
    options.add_argument("what", metavar="WHAT", help="a topic, a name, a part of one, or an id")
    options.add_argument("--original", action="store_true", help="the texts as they came in")
    options.add_argument("--picture", action="store_true", help="who spoke when, as a picture")
    options.add_argument(
        "--brief", action="store_true", help="of a person: one screen before you speak with them"
    )
    options.add_argument("--json", action="store_true", help="one JSON object")
    given = options.parse_args(arguments)
    if given.picture and given.json:
        options.error("--picture is to be looked at; leave out --json")
    if given.picture + given.brief + given.original > 1:
        options.error("--picture, --brief and --original show different things; give one of them")
    with opened(notebook) as book:
        if given.brief:
            brief(book, _briefed(book, given.what).id, as_json=given.json)
            return stop.DONE
        found = which(book, given.what)
        if given.picture:
            from convonote.cli import picture

            picture.show(
                book,
                conversation=None if found.conversation is None else found.conversation.id,
                person=None if found.person is None else found.person.id,
            )
        elif found.conversation is not None:
            _conversation(book, found.conversation, original=given.original, as_json=given.json)
        elif found.person is not None:
            contact = book.contact(found.person.id)
            assert contact is not None
            _person(book, contact, as_json=given.json)
    return stop.DONE


def _briefed(book: Notebook, what: str) -> Person:
    """The person to be told about; where only conversations are called so, who is in it."""
    found = book.match(what)
    if found and not any(one.person for one in found):
        conversation = which_conversation(book, what)
        raise Stop(
            stop.USAGE,
            f"--brief is for people, and {conversation.topic!r} is a conversation; with:",
            tuple(person.with_address for person in conversation.people),
        )
    return which_person(book, what)


def _conversation(book: Notebook, one: Conversation, *, original: bool, as_json: bool) -> None:
    entries = book.entries(one.id)
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
        if original:
            for line in _text(book, entry, original).splitlines():
                say(f"  {line}")
            continue
        for spans in lines(entry.drawn, cells - 2):
            say(f"  {''.join(span.text for span in spans)}".rstrip())


def _text(book: Notebook, entry: Entry, original: bool) -> str:
    whole = book.original(entry.id) if original and entry.has_original else None
    return entry.text if whole is None else whole


def _standing(one: Conversation) -> str:
    """Whose turn it is and why."""
    heading = TITLES[one.section].capitalize()
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
    for known in book.recommendations(person.id):
        say(f"  {particulars.source(known, now, book.zone)}")
    for one in with_them:
        say(row(one, cells, now, book.zone))
        for line in you_owe(one, cells, now, book.zone):
            say(line)
