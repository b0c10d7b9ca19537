"""How often one wants to be in touch with somebody, and from which day that is overdue: T12."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from convonote.conversation.hearing import addressed
from convonote.conversation.quiet_times import QuietTime, next_clear
from convonote.conversation.records import Exchange, Kind, Origin, Settings

LONGEST = 3650
"""Days beyond which there is no rhythm."""
AHEAD = 7
"""Days before a birthday from which it is mentioned."""
LENGTHS = "3w, 10d, 2 months, weekly"

_UNITS = {"d": 1, "w": 7, "m": 30, "q": 90, "y": 365}
_NAMED = {"daily": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "quarterly": 90, "yearly": 365}
_LENGTH = re.compile(
    r"(?:every )?(?P<count>[0-9]{1,4}|other|)"
    r" ?(?P<unit>d|days?|w|wks?|weeks?|mo|months?|quarters?|y|yrs?|years?)"
)
_EVERY = ((365, "year"), (30, "month"), (7, "week"), (1, "day"))


class NoLength(ValueError):
    """These words are no length of time; the message is one line that says what may be written."""


def in_touch(exchange: Exchange, settings: Settings) -> Collection[int]:
    """Those with whom the user was in touch by an exchange: who said it, or to whom I said it.

    Machines, private notes, what lists pass on, what is not sent yet and talks of others count
    for nobody.
    """
    me = settings.me
    if exchange.kind is Kind.NOTE or exchange.origin is not Origin.PERSON or exchange.queued:
        return ()
    author = exchange.author
    if exchange.kind is Kind.TALK:
        present = {*exchange.speakers} if author is None else {*exchange.speakers, author}
        return present - {me} if me in present else ()
    if author is None or (author != me and exchange.via_list and me not in exchange.to):
        return ()
    if author != me:
        return (author,)
    return {*addressed(exchange, me, None, settings)} - settings.lists - {me}


def due_day(
    last: date | None, since: date, days: int, today: date, quiet: Collection[QuietTime] = ()
) -> date:
    """The day from which somebody stands under *Reach out*.

    `last` is the day one was last in touch, `since` when the rhythm was set: with nobody on record
    it is due at once. No day of a quiet time is due, and none before one that holds today.
    """
    try:
        due = since if last is None else last + timedelta(days)
    except OverflowError:
        due = date.max
    if any(one.holds(today) for one in quiet):
        due = max(due, today)
    return next_clear(due, quiet)


def next_birthday(value: str, today: date) -> date | None:
    """The next day, today too, on which `1980-03-21` or `--03-21` comes round; None for no day.

    Who was born on 29 February has it on the 28th in other years.
    """
    try:
        month, day = int(value[-5:-3]), int(value[-2:])
        for year in (today.year, today.year + 1):
            leap = (month, day) == (2, 29) and not _is_leap(year)
            there = date(year, month, 28 if leap else day)
            if there >= today:
                return there
    except ValueError:
        return None
    return None


def near_birthday(value: str, today: date) -> date | None:
    """The next birthday where it is near enough to be mentioned."""
    there = next_birthday(value, today)
    return there if there is not None and (there - today).days <= AHEAD else None


def length(words: str) -> int:
    """The days in `3w`, `every 2 months` or `weekly`; NoLength if that is none."""
    plain = " ".join(words.casefold().split())
    found = _LENGTH.fullmatch(plain)
    if found:
        count = found["count"]
        days = _UNITS[found["unit"][0]] * (2 if count == "other" else int(count or 1))
    else:
        days = _NAMED.get(plain, 0)
    if not 0 < days <= LONGEST:
        shown = "".join(mark if mark.isprintable() else "·" for mark in words[:40])
        raise NoLength(f'"{shown}" is no rhythm; write {LENGTHS} or off')
    return days


def every(days: int) -> str:
    """A rhythm in words, such as `every 3 weeks`."""
    size, name = next((size, name) for size, name in _EVERY if days % size == 0)
    count = days // size
    return f"every {name}" if count == 1 else f"every {count} {name}s"


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
