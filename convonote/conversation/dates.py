"""Dates and times in words, as one types them: `fri`, `3d`, `next week`, `yesterday 20:40`.

What was said lies behind (`past=True`) and what is due lies ahead: words that name no year, week
or day mean the nearest one in that direction.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from .calendar_words import WEEKDAY, NotADay, a_day, plain
from .clock_words import CLOCK, clock
from .due import split_due
from .zones import day_begins, day_of, instant, offset_at

__all__ = ["DateError", "Moment", "ahead", "day", "day_begins", "day_of", "moment", "split_due"]

DAYS = "today, tomorrow, fri, next fri, 3d, 2w, in 3 days, next week, 1 Dec or 2026-12-01"
TIMES = (
    "14:30, 2pm, fri 14:30, yesterday 20:40, 3h, 2026-12-01 14:30 or a day such as fri, 3d, 1 Dec"
)
LONGEST = 80
"""Characters beyond which no words are a date."""
SHOWN = 40
"""Characters of what was written that an error repeats."""


class DateError(ValueError):
    """These words are no date; the message is one line that says what may be written."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment that was given in words."""

    at: int
    """UTC microseconds."""
    offset: int
    """Minutes east of UTC in the user's zone then."""
    timed: bool
    """Whether a time of day was given; without one `at` is noon for what was said (now for today),
    and the beginning of the day for what is due."""


def day(words: str, today: date, *, past: bool = False) -> date:
    """The day that words name, seen from today; DateError if they name none.

    A weekday is the last one where `past` (today counts), else the next one (today does not);
    `next fri` is the Friday of next week.
    """
    try:
        return a_day(_short(words), today, past=past)
    except NotADay as reason:
        raise _refused(words, str(reason), DAYS) from None


def ahead(words: str, today: date) -> date:
    """The day after today that words name; DateError if they name none, or one gone by."""
    named = day(words, today)
    if named <= today:
        raise DateError(f"{named} is not after today")
    return named


def moment(words: str, now: int, zone: tzinfo, *, past: bool = False) -> Moment:
    """The moment that words name, seen from now in a zone; DateError if they name none."""
    try:
        return _moment(_short(words), now, zone, past=past)
    except NotADay as reason:
        raise _refused(words, str(reason), TIMES) from None
    except OverflowError:
        raise _refused(words, "is not in the calendar", TIMES) from None


def _short(words: str) -> str:
    if len(words) > LONGEST:
        raise NotADay
    return plain(words)


def _refused(words: str, reason: str, may: str) -> DateError:
    if not words.strip():
        return DateError(f"there is no date; write {may}")
    shown = "".join(letter if letter.isprintable() else "·" for letter in words[:SHOWN])
    shown += "…" if len(words) > SHOWN else ""
    return DateError(f'"{shown}" {reason or "is no date"}; write {may}')


_ZONE = r"(?: ?(?P<zone>z|utc|gmt|[+-](?:0[0-9]|1[0-4]):?[0-5][0-9]))?"
_TIME_LAST = re.compile(rf"(?:(?:at )?|(?P<day>.+?)(?:,? (?:at )?|(?<=[0-9])t)){CLOCK}{_ZONE}\Z")
_TIME_FIRST = re.compile(rf"(?:at )?{CLOCK}{_ZONE},? (?:on )?(?P<day>.+)\Z")
_ELAPSED = re.compile(
    r"(?P<ahead>in )?(?P<count>[0-9]{1,6}|an?|half an) ?(?P<unit>h|hrs?|hours?|min|mins|minutes?)"
    r"(?P<way> ago| from now)?\Z"
)
_NOW = ("now", "just now", "right now")


def _moment(words: str, now: int, zone: tzinfo, *, past: bool) -> Moment:
    if words in _NOW:
        return _timed(now, zone)
    if found := _ELAPSED.match(words):
        return _timed(now + _elapsed(found, past), zone)
    if not (found := _TIME_LAST.match(words) or _TIME_FIRST.match(words)):
        return _untimed(a_day(words, day_of(now, zone), past=past), now, zone, past=past)
    # A time with its own offset from UTC is read on the calendar of that offset.
    there = _away(found["zone"]) if found["zone"] else zone
    at_clock, days_on = clock(found)
    named = (found["day"] or _day_of_part(found["named"] or "")).strip(" ,")
    at = _at(named, at_clock, timedelta(days_on), now, there, past)
    if past and found["named"] and day_of(at, zone) == day_of(now, zone):
        # Who writes down before eight what was said `tonight` means a time gone by.
        at = min(at, now)
    return _timed(at, zone)


def _day_of_part(part: str) -> str:
    """The day that a part of the day names by itself."""
    if part == "tonight" or part.startswith("this "):
        return "today"
    return "yesterday" if part == "last night" else ""


def _timed(at: int, zone: tzinfo) -> Moment:
    return Moment(at, offset_at(at, zone), True)


def _untimed(named: date, now: int, zone: tzinfo, *, past: bool) -> Moment:
    at = day_begins(named, zone)
    if past:
        at = now if named == day_of(now, zone) else instant(datetime.combine(named, time(12)), zone)
    return Moment(at, offset_at(at, zone), False)


def _elapsed(found: re.Match[str], past: bool) -> int:
    """The microseconds from now on, backwards for what was said."""
    hours = found["unit"].startswith("h")
    count = found["count"]
    minutes = int(count) * (60 if hours else 1) if count.isdigit() else (60 if hours else 1)
    if count == "half an":
        minutes = 30
    back = found["way"] == " ago" or (past and not found["ahead"] and not found["way"])
    return (-1 if back else 1) * minutes * 60_000_000


def _away(written: str) -> tzinfo:
    if written[0] not in "+-":
        return UTC
    digits = written[1:].replace(":", "")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if written[0] == "-" else away)


def _at(named: str, at_clock: time, on: timedelta, now: int, zone: tzinfo, past: bool) -> int:
    """The moment of a time of day on a named day, or on the nearest day where none is named."""
    today = day_of(now, zone)
    chosen = a_day(plain(named), today, past=past) if named else today
    at = instant(datetime.combine(chosen + on, at_clock), zone)
    if past and at > now and (not named or WEEKDAY.fullmatch(named)):
        # What was said is over: at this time yesterday, on this weekday a week ago.
        return instant(datetime.combine(chosen + on - timedelta(7 if named else 1), at_clock), zone)
    if not past and at <= now and not named:
        return instant(datetime.combine(chosen + on + timedelta(1), at_clock), zone)
    return at
