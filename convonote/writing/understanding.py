"""What a line of `log` means in this notebook, and writing it down: for the verb and for `+`.

Knows neither the command line nor the screens. `understand` only reads, so that what is typed can
be echoed letter by letter; `write_down` does it, as one change that `undo` takes back.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from convonote.conversation.called import folded_name
from convonote.conversation.dates import Moment, day_begins, day_of
from convonote.conversation.records import DAY, SECOND, Kind
from convonote.conversation.zones import offset_at
from convonote.intake.expected_answers import Answers
from convonote.intake.line import Direction, LineError, LoggedLine, Named, parse_line
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation, Said
from convonote.store.search.letters import folded
from convonote.store.search.starting import starts_a_word
from convonote.text.times import long_day, said
from convonote.writing.warning_words import warning_line

LATELY = 90 * DAY
"""How far back a first name looks for whom it means."""
_NUMBER = re.compile(r"[\d ()./-]{5,}")
_EXPECTED = {
    Answers.ANY_ONE: "",
    Answers.EVERYONE: "; each of them is to answer",
    Answers.NONE: "; no answer needed",
}
"""What is echoed of whose answer is waited for."""
_ONESELF = "a line says what was said between you and others; name somebody else"
_NEAREST = 3
"""Names that are offered in place of one that nobody has."""
_NAMED_OTHERS = 3
"""Others of the same name that are shown beside the one who is meant."""


class NotUnderstood(Exception):
    """The line, or a name in it, cannot be understood; the message says what to do."""

    def __init__(self, message: str, choices: tuple[str, ...] = (), *, unknown: bool = False):
        super().__init__(message)
        self.choices = choices
        """Who could have been meant, one a line."""
        self.unknown = unknown
        """It is a name that nobody has."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody named in the line, and who that is."""

    named: Named
    person: Person | None
    """None for somebody new, who is made when the line is written down."""
    others: tuple[Person, ...] = ()
    """Who else is called so: spoken with less lately, or known beside somebody new."""

    @property
    def name(self) -> str:
        """What they are called."""
        return self.named.name if self.person is None else self.person.name


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line says, in terms of the notebook."""

    line: LoggedLine
    people: tuple[Meant, ...]
    """In the order of the line."""
    into: Conversation | None
    """The conversation that goes on with it; None for a new one."""


def understand(book: Notebook, words: str) -> Understood:
    """What a line means; nothing is written. Raises NotUnderstood, and NotebookError."""
    try:
        line = parse_line(words, book.now(), book.zone, lambda topic: _is_topic(book, topic))
    except LineError as error:
        raise NotUnderstood(str(error)) from None
    today, named = (day_of(at, book.zone) for at in (book.now(), line.moment.at))
    if named > today:
        raise NotUnderstood(
            f"{long_day(named, today)} lies ahead, so nothing was said then;"
            " write what is to come as - [ ] … at the end of the line"
        )
    people = tuple(_meant(book, named) for named in line.people)
    into = _conversation(book, line, people)
    if line.note and into is None:
        raise NotUnderstood(
            f"a note stands in a conversation, and there is none with {people[0].name} like this"
            " yet; log first what was said"
        )
    if into is not None and not line.moment.timed:
        line = replace(line, moment=_after_that_day(book, line.moment, into))
    return Understood(line, people, into)


def write_down(book: Notebook, understood: Understood) -> Said:
    """Write down what was understood, new people included, as one change."""
    line = understood.line
    with book.together():
        me = book.me.id
        ids = [
            _made(book, one.named).id if one.person is None else one.person.id
            for one in understood.people
        ]
        author = ids[0] if line.direction is Direction.THEY_SAID else None
        to = {Direction.I_SAID: ids, Direction.THEY_SAID: [me, *ids[1:]]}.get(line.direction, [])
        return book.say(
            f"{line.text}\n\n{line.web}" if line.web else line.text,
            conversation=None if understood.into is None else understood.into.id,
            topic=line.topic or "",
            kind=line.kind,
            channel=line.channel.value,
            author=author,
            to=[] if line.note else to,
            speakers=[me, *ids] if line.kind is Kind.TALK else [],
            at=line.moment.at,
            offset=line.moment.offset,
            everyone=line.answers is Answers.EVERYONE,
            no_answer=line.answers is Answers.NONE,
            remind=None if line.remind is None else day_begins(line.remind, book.zone),
        )


def warned(book: Notebook, understood: Understood) -> tuple[str, ...]:
    """What it goes against, a line each: what those it is said to asked for, and when."""
    line = understood.line
    if line.direction is Direction.THEY_SAID or line.note:
        return ()
    people = [one.person.id for one in understood.people if one.person is not None]
    warnings = book.warnings(people, line.channel.value, line.moment.at, line.moment.offset)
    return tuple(warning_line(one, book.now()) for one in warnings)


def in_words(understood: Understood, now: int) -> Iterator[str]:
    """What was understood, a line for each part: who, how and when; the text; what is promised.

    Names and texts are as they were written: clean them where they are shown.
    """
    line, people = understood.line, understood.people
    names = [_with_others(one) for one in people]
    who = {
        Direction.I_SAID: f"I said to {', '.join(names)}",
        Direction.THEY_SAID: f"{names[0]} said to {', '.join(['me', *names[1:]])}",
        Direction.WE_TALKED: f"I talked with {', '.join(names)}",
    }[line.direction]
    when = said(line.moment.at, line.moment.offset, now)
    if line.note:
        yield f"private note on {', '.join(names)}, {when}:"
    else:
        yield f"{who}, {line.channel}, {when}{_EXPECTED[line.answers]}:"
    for text in line.text.splitlines():
        yield f"  {text}"


def left_in(understood: Understood) -> str | None:
    """What looks like a topic and stayed in the text, and how it becomes one; else None."""
    tagged = understood.line.tagged
    if not tagged:
        return None
    return f'{tagged} is part of the text; a topic of several words needs quotes: #"Roof repair"'


def reminder_line(day: date, book: Notebook) -> str:
    """When one is reminded if no answer has come."""
    return f"reminder on {long_day(day, day_of(book.now(), book.zone))}, if no answer"


def _with_others(one: Meant) -> str:
    notes = ["new"] if one.person is None else []
    if one.others:
        others = [_told_apart(other, one.name) for other in one.others[:_NAMED_OTHERS]]
        if len(one.others) > _NAMED_OTHERS:
            others.append("…")
        notes.append(f"not {', '.join(others)}")
    return f"{one.name} ({'; '.join(notes)})" if notes else one.name


def _told_apart(other: Person, name: str) -> str:
    """A name, with an address where the name alone says nothing."""
    if other.name != name:
        return other.name
    return next((value for _, value in other.addresses), "one without an address")


def _meant(book: Notebook, named: Named) -> Meant:
    """Who a name means: of several with that name, with whom one spoke most lately."""
    if (address := _address(named)) and (at := _called(book, address[1])):
        return Meant(named, at[0])
    if folded_name(named.name) == "me" and not named.address:
        raise NotUnderstood(_ONESELF)
    called = [one for one in _called(book, named.name) if not one.me]
    if named.new:
        whole = [one for one in called if one.name.casefold() == named.name.casefold()]
        if len(whole) == 1:
            return Meant(named, whole[0])
        return Meant(named, None, tuple(called))
    if not called and _called(book, named.name):
        raise NotUnderstood(_ONESELF)
    if not called:
        near = [name for name in book.nearest(named.name, 10) if _called(book, name)]
        nearest = f"; nearest: {', '.join(near[:_NEAREST])}" if near else ""
        raise NotUnderstood(
            f"nobody is called {named.name!r}{nearest}; +{named.name} makes somebody new",
            unknown=True,
        )
    if len(called) == 1:
        return Meant(named, called[0])
    spoken = book.spoken_with((one.id for one in called), since=book.now() - LATELY)
    called.sort(key=lambda one: -spoken.get(one.id, 0))
    first, second = (spoken.get(one.id, 0) for one in called[:2])
    if first == second:
        raise NotUnderstood(
            f"{named.name!r} fits several; name one in full, or by the id at its end:",
            tuple(f"{one.with_address}  {one.uid}" for one in called),
        )
    return Meant(named, called[0], tuple(called[1:]))


def _called(book: Notebook, name: str) -> list[Person]:
    found = book.match(name, people_only=True)
    return [match.person for match in found if match.person is not None]


def _address(named: Named) -> tuple[str, str] | None:
    """The (channel, value) that somebody is named by or with."""
    if named.address or "@" in named.name:
        return "email", named.address or named.name
    # The + of a number was taken for that of somebody new.
    return ("phone", f"+{named.name}") if named.new and _NUMBER.fullmatch(named.name) else None


def _made(book: Notebook, named: Named) -> Person:
    address = _address(named)
    name = address[1] if address and address[0] == "phone" else named.name
    return book.add_person(name, [address] if address else [])


def _conversation(
    book: Notebook, line: LoggedLine, people: tuple[Meant, ...]
) -> Conversation | None:
    """The conversation that goes on with this; None for a new one."""
    ids = {one.person.id for one in people if one.person is not None}
    everybody_known = all(one.person is not None for one in people)
    same = book.with_people(ids) if everybody_known else []
    if line.topic is None:
        return same[0] if same else None
    topic = folded(line.topic)
    for one in same:
        if folded(one.topic) == topic:
            return one
    shared = {
        one.id: len(ids & {person.id for person in one.people})
        for one in (match.conversation for match in book.match(line.topic))
        if one is not None and folded(one.topic) == topic
    }
    best = max(shared, key=lambda id: shared[id], default=None)
    if best is not None and shared[best]:
        return book.conversation(best)
    return next((one for one in same if starts_a_word(topic, folded(one.topic))), None)


def _is_topic(book: Notebook, words: str) -> bool:
    """Whether some topic is these words, or begins with them."""
    begins = re.compile(rf"{re.escape(folded(words))}(?!\w)")
    found = (match.conversation for match in book.match(words))
    return any(one is not None and begins.match(folded(one.topic)) is not None for one in found)


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
