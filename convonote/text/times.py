"""Moments and days as screens show them, short and the same in every locale.

Moments are UTC microseconds since 1970, offsets minutes east of UTC.
"""

from datetime import date, datetime, timedelta

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_START = datetime(1970, 1, 1)
_EARLIEST = (datetime.min - _START) // timedelta(microseconds=1)
_LATEST = (datetime.max - _START) // timedelta(microseconds=1)


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
    then, today = _local(at, offset), _local(now, offset).date()
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
        return _DAYS[day.weekday()].lower()
    return short_day(day) if day.year == today.year else f"{short_day(day)} {day.year}"


def from_day(day: date | None, today: date) -> str:
    """The day from which something is to be brought up, behind it: ` (from Sun 3 Jan)`."""
    return "" if day is None else f" (from {long_day(day, today)})"


def long_day(day: date, today: date | None = None) -> str:
    """Return a day with its weekday, `Tue 3 Nov`; with its year where `today` is in another."""
    year = "" if today is None or day.year == today.year else f" {day.year}"
    return f"{_DAYS[day.weekday()]} {short_day(day)}{year}"


def in_days(day: date, today: date) -> str:
    """Return a day to come with its weekday and how far it is: `Fri 27 Nov, in 5 days`."""
    days = (day - today).days
    return f"{long_day(day, today)}, in {days} day{'' if days == 1 else 's'}"


def short_day(day: date) -> str:
    """Return a day of any year, `3 Nov`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _local(at: int, offset: int) -> datetime:
    """Return the clock's reading; a moment beyond the calendar becomes its first or last one."""
    moved = min(max(at + offset * MINUTE, _EARLIEST), _LATEST)
    return _START + timedelta(microseconds=moved)
