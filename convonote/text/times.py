"""Moments and days as screens show them, short and the same in every locale.

Moments are UTC microseconds since 1970, offsets minutes east of UTC.
"""

from datetime import date

from convonote.conversation.day_words import WEEKDAYS, long_day, short_day
from convonote.conversation.zones import clock_at

__all__ = ["ago", "due", "from_day", "in_days", "long_day", "said", "short_day"]

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def ago(at: int, now: int) -> str:
    """Return how long ago it was: `now`, `5m`, `3h`, `4d`, `3w`, `5mo` or `2y`, at most four cells.

    Days go up to 13 and weeks to 8, since "13d" tells more than "1w". What is yet to come is `now`.
    """
    past = now - at
    if past < MINUTE:
        return "now"
    if past < HOUR:
        return f"{past // MINUTE}m"
    if past < DAY:
        return f"{past // HOUR}h"
    days = past // DAY
    if days < 14:
        return f"{days}d"
    if days < 61:
        return f"{days // 7}w"
    if days < 365:
        return f"{days * 12 // 365}mo"
    return f"{min(max(days * 4 // 1461, 1), 999)}y"


def said(at: int, offset: int, now: int) -> str:
    """Return when something was said, by the clock where it was said.

    `20:40` today, `12 Nov 20:40` this year, `12 Nov 2024` in another.
    """
    then, today = clock_at(at, offset), clock_at(now, offset).date()
    clock = f"{then.hour:02}:{then.minute:02}"
    if then.date() == today:
        return clock
    if then.year == today.year:
        return f"{short_day(then.date())} {clock}"
    return f"{short_day(then.date())} {then.year}"


def due(day: date, today: date) -> str:
    """Return when something falls due: `today`, `fri`, `3 Dec`, `3 Dec 2027`, or `3d over`."""
    days = (day - today).days
    if days < 0:
        return f"{-days}d over"
    if days == 0:
        return "today"
    if days < 7:
        return WEEKDAYS[day.weekday()].lower()
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def from_day(day: date | None, today: date) -> str:
    """The day from which something is to be brought up, behind it: ` (from Sun 3 Jan)`."""
    return "" if day is None else f" (from {long_day(day, today)})"


def in_days(day: date, today: date) -> str:
    """Return a day to come with its weekday and how far it is: `Fri 27 Nov, in 5 days`."""
    days = (day - today).days
    return f"{long_day(day, today)}, in {days} day{'' if days == 1 else 's'}"
