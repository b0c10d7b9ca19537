"""What is asked in one line about promises: a new one, and until when one is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from convonote.conversation.dates import DateError, day, day_of, split_due
from convonote.host import takes_back
from convonote.screens.prompt import Echo, Prompt, ask
from convonote.screens.room import Room
from convonote.store.people.person_records import Person
from convonote.store.promises.records import PromiseRow
from convonote.store.records import Conversation
from convonote.text.clean import clean
from convonote.text.times import in_days, long_day

NO_DAY = "none"
"""What takes a due date away."""


@dataclass(frozen=True, slots=True)
class Promised:
    """What a line promises."""

    owner: Person | None
    """None where it is the user's own."""
    what: str
    due: date | None


def ask_promise(screen: Room, conversation: Conversation, words: str = "") -> None:
    """Ask what is promised in a conversation, by whom and until when, and write it down."""
    today = day_of(screen.notebook.now(), screen.notebook.zone)

    def asked(words: str | None) -> None:
        if words is None:
            return
        it = promised(words, conversation.people, today)
        owner = None if it.owner is None else it.owner.id
        screen.host.change(
            lambda: screen.notebook.add_promise(conversation.id, it.what, owner=owner, due=it.due),
            added,
        )

    def added(promise: PromiseRow) -> None:
        screen.host.tell(f"“{clean(promise.what)}” written down; {takes_back(screen)}")
        screen.host.reload()

    prompt = Prompt(
        f"{clean(conversation.topic) or 'Here'}: what is promised? For others, their name first",
        placeholder="send the list by fri   Ana: sends the quote by 2026-12-03",
        echo=lambda words: _echo(words, conversation.people, today),
    )
    ask(screen, prompt, asked, words)


def promised(words: str, people: Sequence[Person], today: date) -> Promised:
    """What a line promises: `NAME: what by when`, without a name the user's own."""
    name, colon, rest = words.partition(":")
    owner = _called(name, people) if colon else None
    me = bool(colon) and name.strip().casefold() in ("me", "i")
    what, due = split_due((rest if owner or me else words).strip(), today)
    return Promised(owner, what, due)


def _called(name: str, people: Sequence[Person]) -> Person | None:
    """The one of some people who is called so, in full or by the first name."""
    sought = name.strip().removeprefix("@").casefold()
    if not sought:
        return None
    full = [one for one in people if one.name.casefold() == sought]
    first = [one for one in people if one.name.casefold().split()[:1] == [sought]]
    for found in (full, first):
        if len(found) == 1:
            return found[0]
    return None


def _echo(words: str, people: Sequence[Person], today: date) -> Echo:
    it = promised(words, people, today)
    if not it.what:
        return Echo("Say what is promised", good=False)
    owes = "you owe" if it.owner is None else f"{it.owner.name} owes"
    due = f", due {_day(it.due, today)}" if it.due else ", no due date"
    return Echo(f"= {owes}: {it.what}{due}")


def ask_due(screen: Room, promise: PromiseRow, words: str = "") -> None:
    """Ask until when a promise is due."""
    today = day_of(screen.notebook.now(), screen.notebook.zone)

    def asked(words: str | None) -> None:
        if words is None:
            return
        due = None if words.casefold() == NO_DAY else day(words, today)

        def done(_: object) -> None:
            told = "no due date" if due is None else f"due {long_day(due, today)}"
            screen.host.tell(f"“{clean(promise.what)}” {told}; {takes_back(screen)}")
            screen.host.reload()

        screen.host.change(lambda: screen.notebook.set_due(promise.id, due), done)

    prompt = Prompt(
        f"“{clean(promise.what)}”: due when?",
        value="" if promise.due is None else promise.due.isoformat(),
        placeholder=f"fri   3d   next week   2026-12-01   {NO_DAY}",
        echo=lambda words: _echo_due(words, today),
    )
    ask(screen, prompt, asked, words)


def _echo_due(words: str, today: date) -> Echo:
    if words.casefold() == NO_DAY:
        return Echo("= no due date")
    try:
        return Echo(f"= {_day(day(words, today), today)}")
    except DateError as error:
        return Echo(str(error), good=False)


def _day(due: date, today: date) -> str:
    """A day with how far it is, if it lies ahead."""
    return in_days(due, today) if due > today else long_day(due, today)
