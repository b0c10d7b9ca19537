"""The days from which and until which it holds what somebody asked for, read from their words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .calendar_words import NotADay, a_day, plain


@dataclass(frozen=True, slots=True)
class Period:
    """Some days; each end is open where it is None."""

    since: date | None = None
    until: date | None = None
    """The first day that is no longer one of them."""


_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SHORT = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in _MONTHS)
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_NUMBER}\.? (?:of )?(?:{_SHORT}|sept)\b\.?(?:,? [0-9]{{4}})?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    rf"|(?:{_SHORT}|sept)\.? (?:the )?{_NUMBER}(?:,? [0-9]{{4}})?)"
)
_RANGE = re.compile(
    rf"(?:\b(?:from|between) (?:the )?)?(?<![\w:.])(?P<first>{_DATE}|{_NUMBER}\.?|today|tomorrow)"
    rf"(?: ?[-\u2013] ?| (?P<how>to|until|till|through|and) (?:the )?)(?P<last>{_DATE})(?!\w)"
)
_SINCE = re.compile(
    rf"\b(?:from|starting|as of) (?:on )?(?P<day>{_DATE}|tomorrow)(?: on| onwards?)?(?!\w)"
)
_ON = re.compile(
    rf"(?<!\bafter )(?<!\bbefore )(?:\bon (?:the )?)?(?<![\w:.])(?P<day>{_DATE}|today|tomorrow"
    r"|(?:this|next|coming) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?!\w)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ON_WEEKDAY = re.compile(
    rf"\bon (?P<day>{_WEEKDAY})(?![\w-])(?! ?(?:or|and|to|till|until|through|[,/+&\u2013])\b)"
)
"""One day of the week: with a refusal the next one, where no other is named."""
_REFUSES = re.compile(r"\b(?:no|not|don't|dont|can't|cannot)\b")
_ALWAYS = re.compile(rf"\b(?:every|each|always|ever|only|any|never)\b|{_WEEKDAY}.*{_WEEKDAY}")
_MONTH = re.compile(rf"\b(?:in|during|all|this|next) (?P<month>{'|'.join(_MONTHS)})\b(?! [0-9])")
_UNIT = re.compile(r"\b(?P<which>this|next) (?P<unit>weekend|week|month|year)\b")
_THIS = re.compile(r"\b(?:this (?=morning|afternoon|evening)|(?=tonight\b))")
_UNTIL = re.compile(r"\b(?P<how>not before|until|till|before|through)\s+(?P<day>.+)")
_NO_END = re.compile(r"\b(?:until|till) further notice\b")
_MONTH_NAME = re.compile(rf"(?P<end>(?:the )?end of )?(?P<month>{'|'.join(_MONTHS)})")
_WORDS = 6
"""Words behind `until` of which a day may be made."""


def period_in(line: str, said_on: date) -> tuple[str, Period]:
    """A line in small letters without the days it holds for, and these.

    `until 1 Dec` and `before December` mean that it holds until that day begins; the last day of
    `1 to 5 Dec` is one of them. What was said of today or this week is over with these.
    """
    for read in (_range, _until, _since, _named):
        if (found := next(read(line, said_on), None)) is not None:
            return found
    return _NO_END.sub(" ", line), Period()


def _range(line: str, said_on: date) -> Iterator[tuple[str, Period]]:
    for found in _RANGE.finditer(line):
        first, last = found["first"].rstrip("."), found["last"]
        if first.isdigit() or re.fullmatch(_NUMBER, first):
            # The month stands behind the second: "1 to 5 Dec".
            first = re.sub(rf"^{_NUMBER}|(?<= ){_NUMBER}(?=$|,? [0-9]{{4}})", first, last, count=1)
        begins = _running(first, last, said_on)
        ends = None if begins is None else _day(last, begins)
        if begins is not None and ends is not None:
            exclusive = found["how"] in ("until", "till")
            yield (
                _without(line, found, " "),
                Period(begins, ends if exclusive else ends + timedelta(1)),
            )


def _running(first: str, last: str, said_on: date) -> date | None:
    """The first day of some; one that has begun counts before the day on which it was said."""
    begins, ends = _day(first, said_on), _day(last, said_on)
    if begins is not None and ends is not None and begins > ends:
        return said_on  # It has begun: "1 to 25 Nov", said on the 18th.
    return begins


def _until(line: str, said_on: date) -> Iterator[tuple[str, Period]]:
    for found in _UNTIL.finditer(line):
        words = found["day"].split()
        for count in range(min(_WORDS, len(words)), 0, -1):
            day = _day(" ".join(words[:count]).rstrip(".,;:!)"), said_on)
            if day is None:
                continue
            if found["how"] == "through":
                day += timedelta(1)
            # What stood before and behind it are two clauses.
            before, behind = line[: found.start()], " ".join(words[count:])
            named = "not " if found["how"] == "not before" else ""
            rest, more = period_in(f"{before.rstrip()} {named}".strip(), said_on)
            yield f"{rest}, {behind}".strip(" ,;:"), Period(more.since, day)
            break


def _since(line: str, said_on: date) -> Iterator[tuple[str, Period]]:
    for found in _SINCE.finditer(line):
        if (day := _day(found["day"], said_on)) is not None:
            yield _without(line, found, " "), Period(since=day)


def _named(line: str, said_on: date) -> Iterator[tuple[str, Period]]:
    """A day, a week, a month or a year that is named."""
    if found := _THIS.search(line):
        yield _without(line, found, ""), Period(said_on, said_on + timedelta(1))
    if found := _UNIT.search(line):
        yield _without(line, found, " "), _unit(found["which"], found["unit"], said_on)
    if found := _MONTH.search(line):
        month = _MONTHS.index(found["month"]) + 1
        begins = date(said_on.year + (month < said_on.month), month, 1)
        yield _without(line, found, " "), Period(begins, _next_month(begins))
    if (found := _ON.search(line)) and (day := _day(found["day"], said_on)) is not None:
        yield _without(line, found, " "), Period(day, day + timedelta(1))
    refused = _REFUSES.search(line) and not _ALWAYS.search(line)
    if refused and (found := _ON_WEEKDAY.search(line)):
        day = a_day(found["day"], said_on, past=False)
        yield _without(line, found, " "), Period(day, day + timedelta(1))


def _unit(which: str, unit: str, said_on: date) -> Period:
    ahead = which == "next"
    monday = said_on - timedelta(said_on.weekday()) + timedelta(7 * ahead)
    if unit in ("week", "weekend"):
        return Period(monday + timedelta(5 * (unit == "weekend")), monday + timedelta(7))
    if unit == "month":
        first = said_on.replace(day=1)
        first = _next_month(first) if ahead else first
        return Period(first, _next_month(first))
    year = said_on.year + ahead
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _without(line: str, found: re.Match[str], left: str) -> str:
    return f"{line[: found.start()]}{left}{line[found.end() :]}".strip(" ,;:")


def _day(words: str, today: date) -> date | None:
    if found := _MONTH_NAME.fullmatch(words):
        month = _MONTHS.index(found["month"]) + 1
        year = today.year + (month <= today.month if not found["end"] else month < today.month)
        first = date(year, month, 1)
        return _next_month(first) if found["end"] else first
    try:
        day = a_day(plain(words), today, past=False)
    except NotADay:
        return None
    return day + timedelta(1) if "end of" in words else day
