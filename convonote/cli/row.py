"""A conversation in one plain line, as `turns` and `show` print it."""

from collections.abc import Iterator
from datetime import date, tzinfo

from convonote.conversation.turn_records import Section, Turn
from convonote.conversation.zones import day_of
from convonote.store.records import Conversation
from convonote.telling.sections import TITLES
from convonote.telling.whose import others_awaited, people_in_turn
from convonote.text.clean import clean
from convonote.text.times import ago, due
from convonote.text.width import cut, pad, width

MARKS = {Section.MINE: ">", Section.NUDGE: "<", Section.THEIRS: "<"}
"""What stands before a row; the other sections need none."""
TIME = 10
"""The cells for since or until."""


def row(one: Conversation, cells: int, now: int, zone: tzinfo) -> str:
    """Mark, people, topic and since when, in as many cells."""
    people = max(12, (cells - TIME) * 3 // 10)
    topic = cells - people - TIME - 6
    who = cut(clean(", ".join(person.name for person in people_in_turn(one)) or "only me"), people)
    what = cut(clean(one.topic or "(no topic)"), topic)
    when = _when(one, now, zone)
    mark = MARKS.get(one.section, " ")
    space = " " * max(0, TIME - width(when))
    return f" {mark} {pad(who, people)}  {pad(what, topic)} {space}{when}"


def you_owe(one: Conversation, cells: int, now: int, zone: tzinfo) -> Iterator[str]:
    """A line for each open promise of mine."""
    for promise in one.promises:
        if promise.owner.me:
            by = f" ({due_words(promise.due, now, zone)})" if promise.due else ""
            late = ", overdue" if promise.overdue else ""
            room = cells - 14 - width(by) - width(late)
            yield f'     you owe: "{cut(clean(promise.what), room)}"{by}{late}'


def reasons(one: Conversation) -> str:
    """Why it is whose turn, each reason once."""
    return "; ".join(dict.fromkeys(holder.why for holder in one.holders or one.lapsed))


def standing(one: Conversation) -> str:
    """Topic, whose turn it is now, and why."""
    return f"{one.topic or '(no topic)'}: {whose_turn(one)}"


def whose_turn(one: Conversation) -> str:
    """Whose turn it is, by name where several are in it, and why."""
    title = TITLES[one.section].lower()
    if one.section is Section.CLOSED:
        return title
    others, why = others_awaited(one), reasons(one)
    if others:
        title += f" (and {others})" if one.turn is Turn.ME else f" ({others})"
    return f"{title}; {why}" if why else title


def due_words(day: date, now: int, zone: tzinfo) -> str:
    """A day on which something is due, in words."""
    return due(day, day_of(now, zone))


def _when(one: Conversation, now: int, zone: tzinfo) -> str:
    """Until when it is put off, else since when somebody waits, else when it was last spoken."""
    if one.section is Section.LATER and one.until is not None:
        return due_words(day_of(one.until, zone), now, zone)
    since = one.since if one.since is not None else one.last_at
    return "" if since is None or not one.dated else ago(since, now)
