"""The days that words name, in the forms that `dates` explains."""

import calendar
import re
from datetime import date, timedelta

FIRST_YEAR = 1900
"""Before it nobody now living said anything; such a year is mistyped."""


class NotADay(Exception):
    """Words that name no day; the message, where there is one, says what is wrong with them."""


_DAY_NAMES = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "weds", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
_MONTH_NAMES = {
    name: number
    for number, full in enumerate(
        (
            *("january", "february", "march", "april", "may", "june", "july"),
            *("august", "september", "october", "november", "december"),
        ),
        start=1,
    )
    for name in (full, full[:3])
} | {"sept": 9}
_COUNTS = {
    name: number
    for number, name in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve"),
        ),
        start=1,
    )
} | {"a": 1, "an": 1, "a couple of": 2}
_TODAY = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "yesterday": -1,
    "day before yesterday": -2,
    "last night": -1,
}

_NAMED_DAY = "|".join(_DAY_NAMES)
_MONTH = "(?P<month>" + "|".join(sorted(_MONTH_NAMES, key=len, reverse=True)) + r")\.?"
_NUMBER = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>[0-9]{4}))?"
_WITH = rf"(?:(?P<weekday>{_NAMED_DAY})\.?,? (?:the )?)?"

WEEKDAY = re.compile(rf"(?P<which>(?:this|next|last|coming) )?(?P<name>{_NAMED_DAY})\.?")
"""A weekday, with what may stand before it."""
_DATES = (
    re.compile(
        rf"{_WITH}(?P<year>[0-9]{{4}})(?P<mark>[-/])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})"
    ),
    re.compile(rf"{_WITH}{_NUMBER}\.? (?:of )?{_MONTH}{_YEAR}"),
    re.compile(rf"{_WITH}{_MONTH} (?:the )?{_NUMBER}{_YEAR}"),
    re.compile(
        rf"{_WITH}(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})(?:\.(?: ?(?P<year>[0-9]{{4}}|"
        rf"[0-9]{{2}}))?)?"
    ),
)
_AMBIGUOUS = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?|[0-9]{1,2}-[0-9]{1,2}-[0-9]{2,4}")
_ORDINAL = re.compile(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)")
_LENGTH = re.compile(
    rf"(?P<ahead>in )?(?P<count>[0-9]{{1,5}}|{'|'.join(_COUNTS)}) ?"
    r"(?:(?P<unit>days?|d|weeks?|wks?|w|months?|mo|years?|yrs?|y))(?P<way> ago| from (?:now|"
    r"today))?"
)
_PERIOD = re.compile(
    r"(?P<which>this|next|last) (?P<unit>weekend|week|month|year)|(?P<bare>weekend)"
)
_END = re.compile(
    r"end of (?:the |this |(?P<next>next ))?(?P<unit>day|week|month|year)|eo(?P<short>[dwmy])|"
    r"close of business|cob"
)


def plain(words: str) -> str:
    """Words as they are compared: small letters, single spaces, no `on` or `the` before."""
    words = " ".join(words.lower().split()).strip(" ,;")
    return words.removeprefix("on ").removeprefix("the ").removeprefix("at the ")


def a_day(words: str, today: date, *, past: bool) -> date:
    """The day that plain words name, seen from today; NotADay if they name none."""
    try:
        found = _read(words, today, past)
    except (OverflowError, ValueError):
        raise NotADay("is not in the calendar") from None
    if found.year < FIRST_YEAR:
        raise NotADay(f"lies before {FIRST_YEAR}")
    if found.year > 9998:
        raise NotADay("is not in the calendar")
    return found


def _read(words: str, today: date, past: bool) -> date:
    if words in _TODAY:
        return today + timedelta(_TODAY[words])
    if _AMBIGUOUS.fullmatch(words):
        raise NotADay("may be two different days")
    if found := WEEKDAY.fullmatch(words):
        return _weekday(found, today, past)
    for form in _DATES:
        if found := form.fullmatch(words):
            return _dated(found, today, past)
    if found := _ORDINAL.fullmatch(words):
        return _ordinal(int(found["day"]), today, past)
    if found := _LENGTH.fullmatch(words):
        return _length(found, today, past)
    if found := _PERIOD.fullmatch(words):
        return _period(found["which"] or "", found["unit"] or found["bare"], today, past)
    if found := _END.fullmatch(words):
        unit = (found["unit"] or found["short"] or "d")[0]
        return _end(unit, _beginning(unit, today) if found["next"] else today, past)
    raise NotADay


def _weekday(found: re.Match[str], today: date, past: bool) -> date:
    """A weekday: the last one, today included, for what was said; the next one for what is due."""
    which = (found["which"] or "").strip()
    number = _DAY_NAMES[found["name"]]
    monday = today - timedelta(today.weekday())
    if which == "this":
        return monday + timedelta(number)
    if which == "next":
        return monday + timedelta(7 + number)
    if which == "last":
        return today - timedelta((today.weekday() - number - 1) % 7 + 1)
    return _coming(found["name"], today, past and which != "coming")


def _coming(name: str, today: date, past: bool) -> date:
    number = _DAY_NAMES[name]
    if past:
        return today - timedelta((today.weekday() - number) % 7)
    return today + timedelta((number - today.weekday() - 1) % 7 + 1)


def _dated(found: re.Match[str], today: date, past: bool) -> date:
    month, number = found["month"], int(found["day"])
    of_month = _MONTH_NAMES.get(month) or int(month)
    if found["year"]:
        year = int(found["year"])
        chosen = date(2000 + year if len(found["year"]) == 2 else year, of_month, number)
    else:
        chosen = _nearest(of_month, number, today, past)
    if (weekday := found["weekday"]) and _DAY_NAMES[weekday] != chosen.weekday():
        raise NotADay(f"is a {calendar.day_name[chosen.weekday()]} ({chosen})")
    return chosen


def _nearest(month: int, number: int, today: date, past: bool) -> date:
    """A day without a year: today, or the nearest before or behind it."""
    # A 29 February is at most eight years away.
    for away in range(9):
        year = today.year - away if past else today.year + away
        if number > calendar.monthrange(year, month)[1]:
            continue
        chosen = date(year, month, number)
        if chosen <= today if past else chosen >= today:
            return chosen
    raise ValueError("no such day in any year")


def _ordinal(number: int, today: date, past: bool) -> date:
    """A day of the month alone: in this month, or in the nearest that has it."""
    for away in range(12):
        first = _months_on(today.replace(day=1), -away if past else away)
        if 1 <= number <= calendar.monthrange(first.year, first.month)[1]:
            chosen = first.replace(day=number)
            if chosen <= today if past else chosen >= today:
                return chosen
    raise ValueError("no such day in any month")


def _length(found: re.Match[str], today: date, past: bool) -> date:
    count = _COUNTS.get(found["count"]) or int(found["count"])
    way = found["way"] or ""
    if found["ahead"] and way:
        raise NotADay
    if way == " ago" or (past and not found["ahead"] and not way):
        count = -count
    unit = found["unit"][0]
    if unit in "dw":
        return today + timedelta(count * (7 if unit == "w" else 1))
    return _months_on(today, count * (12 if unit == "y" else 1))


def _months_on(day: date, count: int) -> date:
    """The same day some months on, or the last of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _period(which: str, unit: str, today: date, past: bool) -> date:
    """A week begins on Monday, a weekend on Saturday; a last one is as far away as it is long."""
    monday = today - timedelta(today.weekday())
    if unit == "weekend":
        if not which:
            return _coming("saturday", today, past)
        return monday + timedelta(5 + {"this": 0, "next": 7, "last": -7}[which])
    if which == "this":
        raise NotADay("has several days")
    if unit == "week":
        return monday + timedelta(7) if which == "next" else today - timedelta(7)
    months = 12 if unit == "year" else 1
    if which == "last":
        return _months_on(today, -months)
    first = today.replace(day=1) if unit == "month" else today.replace(month=1, day=1)
    return _months_on(first, months)


def _beginning(unit: str, today: date) -> date:
    """The first day of the next day, week, month or year."""
    if unit == "d":
        return today + timedelta(1)
    if unit == "w":
        return today + timedelta(7 - today.weekday())
    return _period("next", "month" if unit == "m" else "year", today, past=False)


def _end(unit: str, today: date, past: bool) -> date:
    """The last day of a month or a year, the Friday of a week; today if it is that."""
    if unit == "d":
        return today
    if unit == "w":
        away = (today.weekday() - 4) if past else (4 - today.weekday())
        return today + timedelta(-(away % 7) if past else away % 7)
    first = today.replace(day=1) if unit == "m" else today.replace(month=1, day=1)
    months = 1 if unit == "m" else 12
    last = _months_on(first, months) - timedelta(1)
    return first - timedelta(1) if past and last != today else last
