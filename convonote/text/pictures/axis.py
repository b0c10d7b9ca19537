"""The dates below a time line: hours, days, months or years, as they fit its length."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo

from convonote.conversation.day_words import MONTHS, short_day
from convonote.conversation.zones import instant, wall_clock
from convonote.text.pictures.strips import Tick

_DAY = 86_400_000_000
_MOST = 400
"""Dates that are looked at, of which a line has room for few."""


def ticks(start: int, end: int, cells: int, zone: tzinfo) -> list[Tick]:
    """The dates between two moments, each at its cell; the first one at the beginning."""
    first = wall_clock(start, zone)
    span = end - start
    found = [Tick(0, _day(first.date(), span))]
    for number, there in enumerate(_dates(first, span)):
        at = instant(there, zone)
        if at >= end or number >= _MOST:
            break
        cell = (at - start) * cells // span
        if cell:
            found.append(Tick(cell, _words(there, span)))
    return found


def _dates(first: datetime, span: int) -> Iterator[datetime]:
    """The beginnings of hours, weeks, months or years after a time."""
    day = datetime.combine(first.date(), time())
    while True:
        if span <= 3 * _DAY:
            day += timedelta(hours=6)
        elif span <= 92 * _DAY:
            day += timedelta(days=7 - day.weekday())
        elif day.year == date.max.year:
            return
        elif span <= 1200 * _DAY:
            day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1, day=1)
        else:
            day = day.replace(year=day.year + 1, month=1, day=1)
        if day > first:
            yield day


def _words(there: datetime, span: int) -> str:
    if span <= 3 * _DAY:
        return _day(there.date(), span) if there.hour == 0 else f"{there.hour:02}:00"
    if span <= 92 * _DAY:
        return _day(there.date(), span)
    if span <= 1200 * _DAY and there.month > 1:
        return MONTHS[there.month - 1]
    return str(there.year)


def _day(day: date, span: int) -> str:
    if span <= 92 * _DAY:
        return short_day(day)
    return f"{MONTHS[day.month - 1]} {day.year}" if span <= 1200 * _DAY else str(day.year)
