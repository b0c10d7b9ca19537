"""`log`: write down what was said, in one line; it echoes what it understood."""

from bisect import bisect_left
from dataclasses import replace
from datetime import timedelta

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import iso, say, say_json
from convonote.cli.row import HEADINGS, due_words, reasons
from convonote.cli.stop import Stop
from convonote.cli.which import which_person
from convonote.conversation.dates import Moment, day_begins, day_of
from convonote.conversation.records import SECOND
from convonote.conversation.zones import offset_at
from convonote.intake.line import Direction, LineError, LoggedLine, Named, parse_line
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation, Person, Said
from convonote.text.times import said as said_when

EXAMPLES = """\
convonote log "Ana > phone yesterday: asked about the fence"     I said
convonote log "Ana, Bob < mail 3 nov 14:00: Which week? #Kyoto"   Ana said, to me and Bob
convonote log "Ana = lunch: talked about the roof"               we talked
convonote log "+Eva > phone: - [ ] @Eva sends the quote by fri"   Eva is new; she promised"""
EXPLAINED = "who, then > (I said), < (they said) or = (we talked), how, when: what #topic"


def run(arguments: list[str], notebook: str | None) -> int:
    """Write one line into the notebook."""
    options = Options("log", examples=EXAMPLES, codes={stop.NOT_ALL: "a name is not known"})
    options.add_argument("line", metavar="LINE", nargs="+", help=EXPLAINED)
    options.add_argument("--json", action="store_true", help="what was understood, as JSON")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        line, people, before, done = write_down(book, " ".join(given.line))
        conversation = book.conversation(done.conversation)
        if conversation is None:
            raise LookupError("what was just written down is not there")
        if given.json:
            say_json(_as_json(book, done, conversation))
        else:
            _echo(book, line, people, done, conversation, new=before is None)
    return stop.DONE


def write_down(
    book: Notebook, words: str
) -> tuple[LoggedLine, list[Person], Conversation | None, Said]:
    """Say what the words say: the line understood, its people, where it went on, what it did.

    Raises Stop where the line or a name in it is not understood; nothing is written then.
    """
    try:
        line = parse_line(words, book.now(), book.zone)
    except LineError as error:
        raise Stop(stop.USAGE, str(error)) from None
    people = _people(book, line)
    before = _conversation(book, line, people)
    if before is not None and not line.moment.timed:
        line = replace(line, moment=_after_that_day(book, line.moment, before))
    return line, people, before, _say(book, line, people, before)


def _people(book: Notebook, line: LoggedLine) -> list[Person]:
    """Everybody named, new ones made; nobody is made where another name is not known."""
    known = {named: _known(book, named) for named in line.people}
    return [
        person or book.add_person(named.name, [("email", named.address)] if named.address else [])
        for named, person in known.items()
    ]


def _known(book: Notebook, named: Named) -> Person | None:
    """Who is meant; None for somebody new."""
    if named.new:
        called = [match.person for match in book.match(named.name) if match.person is not None]
        whole = [one for one in called if one.name.casefold() == named.name.casefold()]
        return whole[0] if len(whole) == 1 else None
    if named.address and (at := [one.person for one in book.match(named.address) if one.person]):
        return at[0]
    return which_person(book, named.name, hint=f"; +{named.name} makes somebody new")


def _conversation(book: Notebook, line: LoggedLine, people: list[Person]) -> Conversation | None:
    """The conversation that goes on with this; None for a new one."""
    ids = {person.id for person in people}
    same = book.with_people(ids)
    if line.topic is None:
        return same[0] if same else None
    topic = line.topic.casefold()
    for one in same:
        if one.topic.casefold() == topic:
            return one
    called = [match.conversation for match in book.match(line.topic)]
    shared = {
        one.id: len(ids & {person.id for person in one.people})
        for one in called
        if one is not None and one.topic.casefold() == topic
    }
    best = max(shared, key=lambda id: shared[id], default=None)
    if best is not None and shared[best]:
        return book.conversation(best)
    return next((one for one in same if topic in one.topic.casefold()), None)


def _after_that_day(book: Notebook, given: Moment, into: Conversation) -> Moment:
    """When a day alone was given: after what that day has already, as an answer to it would be."""
    day = day_of(given.at, book.zone)
    begins, ends = day_begins(day, book.zone), day_begins(day + timedelta(1), book.zone)

    def at(place: int) -> int:
        return book.timeline(into.id, start=place, limit=1).entries[0].at

    total = book.timeline(into.id, start=0, limit=1).total
    following = bisect_left(range(total), ends, key=at)
    last = at(following - 1) if following else begins - 1
    if last < begins:
        return given
    # What is said to lie ahead stays there; nothing else is moved past the present.
    later = max(given.at, min(last + SECOND, ends - 1, book.now()))
    return Moment(later, offset_at(later, book.zone), False)


def _say(book: Notebook, line: LoggedLine, people: list[Person], into: Conversation | None) -> Said:
    me = book.me.id
    ids = [person.id for person in people]
    author = ids[0] if line.direction is Direction.THEY_SAID else None
    to = {Direction.I_SAID: ids, Direction.THEY_SAID: [me, *ids[1:]]}.get(line.direction, [])
    return book.say(
        f"{line.text}\n\n{line.web}" if line.web else line.text,
        conversation=None if into is None else into.id,
        topic=line.topic or "",
        kind=line.kind,
        channel=line.channel.value,
        author=author,
        to=to,
        speakers=[me, *ids] if line.direction is Direction.WE_TALKED else [],
        at=line.moment.at,
        offset=line.moment.offset,
    )


def _echo(
    book: Notebook,
    line: LoggedLine,
    people: list[Person],
    done: Said,
    conversation: Conversation,
    *,
    new: bool,
) -> None:
    """Print what was understood, and where the conversation stands now."""
    names = ", ".join(person.name for person in people)
    first, _, others = names.partition(", ")
    who = {
        Direction.I_SAID: f"I said to {names}",
        Direction.THEY_SAID: f"{first} said to {'me, ' if others else 'me'}{others}",
        Direction.WE_TALKED: f"I talked with {names}",
    }[line.direction]
    when = said_when(line.moment.at, line.moment.offset, book.now())
    say(f"{who}, {line.channel}, {when}:")
    for text in line.text.splitlines():
        say(f"  {text}")
    for promise in done.promises:
        by = f", {due_words(promise.due, book.now(), book.zone)}" if promise.due else ""
        say(f"promise of {'mine' if promise.owner.me else promise.owner.name}: {promise.what}{by}")
    where = "new conversation" if new else "in"
    why = reasons(conversation)
    standing = HEADINGS[conversation.section].lower()
    say(f'{where} "{conversation.topic or "(no topic)"}": {standing}{why and f"; {why}"}')


def _as_json(book: Notebook, done: Said, conversation: Conversation) -> dict[str, object]:
    entry = book.entry(done.exchange)
    if entry is None:
        raise LookupError("what was just written down is not there")
    return {
        "exchange": entry.uid,
        "conversation": conversation.uid,
        "topic": conversation.topic,
        "at": iso(entry.at),
        "channel": entry.channel,
        "turn": conversation.turn.value,
        "section": conversation.section.value,
        "promises": [records.promise(one) for one in done.promises],
    }
