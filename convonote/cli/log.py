"""`log`: write down what was said, in one line; it echoes what it understood."""

from convonote.cli import records, stop
from convonote.cli.opening import opened
from convonote.cli.options import Options
from convonote.cli.printing import iso, iso_day, say, say_json, tell
from convonote.cli.row import whose_turn
from convonote.cli.stop import Stop
from convonote.conversation.records import PromiseState
from convonote.conversation.zones import day_of
from convonote.store.notebook import Notebook
from convonote.store.records import Conversation, Said
from convonote.telling.reported import says
from convonote.text.times import long_day
from convonote.writing.owing import unowned_line
from convonote.writing.remarking import filed_lines
from convonote.writing.understanding import (
    NotUnderstood,
    Understood,
    in_words,
    left_in,
    reminder_line,
    understand,
    warned,
    write_down,
)

EXAMPLES = """\
convonote log "Ana > phone yesterday: asked about the fence"     I said
convonote log "Ana, Bob < mail 3 nov 14:00: Which week? #Kyoto"   Ana said, to me and Bob
convonote log 'Ana < chat: Which week? #"Kyoto trip"'             a topic of several words
convonote log "Ana > mail remind 4d: Which week?"                 and a reminder if no answer
convonote log "Ana, Bob > mail everyone: Which week?"             each of them is to answer
convonote log "Ana = lunch: talked about the roof"               we talked
convonote log "+Eva > phone: - [ ] @Eva sends the quote by fri"   Eva is new; she promised
convonote log "Ana > note: ! no calls until 1 Dec; ? the knee"    a private note, two remarks"""
CODES = {stop.NOT_ALL: "a name is not known, or it goes against what they asked for"}
EXPLAINED = "who, then > (I said), < (they said) or = (we talked), how, when: what #topic"


def run(arguments: list[str], notebook: str | None) -> int:
    """Write one line into the notebook."""
    options = Options("log", examples=EXAMPLES, codes=CODES)
    options.add_argument("line", metavar="LINE", nargs="+", help=EXPLAINED)
    options.add_argument("--anyway", action="store_true", help="whatever they asked for")
    options.add_argument("--json", action="store_true", help="what was understood, as JSON")
    given = options.parse_args(arguments)
    with opened(notebook) as book:
        understood = _understood(book, " ".join(given.line))
        if not given.anyway and (warnings := warned(book, understood)):
            told = "; ".join(warnings)
            raise Stop(stop.NOT_ALL, f"{told}; --anyway writes it down all the same")
        done = write_down(book, understood)
        conversation = book.conversation(done.conversation)
        if conversation is None:
            raise LookupError("what was just written down is not there")
        if given.json:
            say_json(_as_json(book, done, conversation))
        else:
            _echo(book, understood, done, conversation)
    return stop.DONE


def _understood(book: Notebook, words: str) -> Understood:
    try:
        return understand(book, words)
    except NotUnderstood as error:
        code = stop.NOT_ALL if error.unknown else stop.USAGE
        raise Stop(code, str(error), error.choices) from None


def _echo(book: Notebook, understood: Understood, done: Said, conversation: Conversation) -> None:
    """Print what was understood, and where the conversation stands now."""
    for line in in_words(understood, book.now()):
        say(line)
    for promise in done.promises:
        by = f", {long_day(promise.due, day_of(book.now(), book.zone))}" if promise.due else ""
        if promise.unowned:
            say(unowned_line(promise.what, by))
            continue
        suggested = "suggested: " if promise.state is PromiseState.SUGGESTED else ""
        whose = "mine" if promise.owner.me else promise.owner.name
        say(f"{suggested}promise of {whose}: {promise.what}{by}")
    for report in book.reports(exchange=done.exchange):
        say(f"suggested: {says(report)}: {report.what}")
    for line in filed_lines(book, done.exchange):
        say(line)
    if (remind := understood.line.remind) is not None:
        say(reminder_line(remind, book))
    into = understood.into
    # Its name may follow from what was said first in it, and so be another one now.
    topic = conversation.topic if into is None else into.topic
    where = "new conversation" if into is None else "in"
    say(f'{where} "{topic or "(no topic)"}": {whose_turn(conversation)}')
    if (left := left_in(understood)) is not None:
        tell(left)


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
        "remind": None if entry.remind_at is None else iso(entry.remind_at),
        "promises": [
            records.promise(one) for one in done.promises if one.state is not PromiseState.SUGGESTED
        ],
        "suggested": [
            records.promise(one) for one in done.promises if one.state is PromiseState.SUGGESTED
        ],
        "reported": [
            records.owed(one)
            for report in book.reports(exchange=done.exchange)
            if (one := book.promise(report.promise)) is not None
        ],
        "remarks": [
            {
                "uid": one.uid,
                "kind": one.kind.value,
                "person": None if one.person is None else one.person.name,
                "text": one.text,
                "due": iso_day(one.due),
            }
            for one in book.remarks_in(done.exchange)
        ],
        "recommended": [
            {
                "topic": one.topic,
                "name": one.name,
                "person": None if one.person is None else one.person.name,
                "by": None if one.by is None else one.by.name,
            }
            for one in book.recommended_in(done.exchange)
        ],
    }
