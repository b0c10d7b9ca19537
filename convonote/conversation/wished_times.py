"""The times that a line in somebody's own words asks for, or asks to leave free."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from .wished_channels import NEGATIVE, is_about_channels, named_in, without_channels

_MIDNIGHT = 24 * 60
_PARTS: dict[str, tuple[int, int]] = {
    "morning": (5 * 60, 12 * 60),
    "forenoon": (5 * 60, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "evening": (17 * 60, 23 * 60),
    "night": (21 * 60, 6 * 60),
    "daytime": (8 * 60, 18 * 60),
    "lunchtime": (12 * 60, 14 * 60),
}
_WORKDAYS, _WEEKEND = frozenset(range(5)), frozenset({5, 6})
_OFFICE = (9 * 60, 17 * 60)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?s?"
_HOUR = (
    r"(?:(?P<{0}h>[01]?[0-9]|2[0-4])(?::(?P<{0}m>[0-5][0-9]))?"
    r"(?: ?(?P<{0}half>am|pm|o'clock|h))?|(?P<{0}noon>noon|midday))"
)
_PHRASE = re.compile(
    r"\b(?:"
    rf"(?P<between>(?:between|from) )?{_HOUR.format('a')}(?: ?[-\u2013] ?| (?:and|to|till|until) )"
    rf"{_HOUR.format('b')}"
    rf"|(?P<side>after|from|before|until|till|by) {_HOUR.format('c')}"
    r"|(?P<office>(?:office|working|work|business) hours)"
    r"|(?P<workdays>week ?days|work(?:ing)? ?days)"
    r"|(?P<weekend>week-?ends?)"
    rf"|(?P<first>{_DAY}) ?(?:[-\u2013]|to|till|through) ?(?P<last>{_DAY})"
    rf"|(?P<day>{_DAY})"
    rf"|(?P<part>{'|'.join(_PARTS)})s?"
    r")(?![\w:])"
)
_CLAUSE = re.compile(r"[,;.!()]| but ")
_NEGATIVE = re.compile(rf"\b{NEGATIVE}\b")
_STRONG = re.compile(r"\b(?:reach|contact|disturb|available)\w*\b")
_CUE = re.compile(r"\b(?:only|please|best|better|rather|prefers?|preferably)\b")
_FILLING = re.compile(
    rf"\b(?:{NEGATIVE}|only|please|best|better|ideally|preferably|prefers?|in|the|on|at|or|and|of"
    r"|from|to|any|me|her|him|them|by|via|during|early|late|usually|just)\b|[^\w]"
)


@dataclass(frozen=True, slots=True)
class Times:
    """Some days and hours, on the clock."""

    days: frozenset[int] = frozenset()
    """From 0 for Monday; any where empty."""
    spans: tuple[tuple[int, int], ...] = ()
    """(first minute of the day, the minute after the last); one may reach over midnight."""
    refuse: bool = False
    """These times are not wanted; else no other is."""
    channels: frozenset[str] = frozenset()
    """The channels to which this is limited; all where empty."""

    def unwelcome(self, local: datetime) -> bool:
        """Whether a moment is one that is not wanted."""
        minute = local.hour * 60 + local.minute
        on_day = not self.days or local.weekday() in self.days
        in_span = not self.spans or any(_within(minute, span) for span in self.spans)
        return (on_day and in_span) == self.refuse


def times_in(line: str) -> tuple[Times, ...]:
    """The times that a line in small letters asks for or refuses, one for each clause."""
    return tuple(found for clause in _CLAUSE.split(line) if (found := _times(clause)))


def _times(clause: str) -> Times | None:
    days: set[int] = set()
    spans: list[tuple[int, int]] = []
    for found in _PHRASE.finditer(clause):
        days |= set(_days(found))
        spans += _spans(found)
    if not days and not spans:
        return None
    rest = _FILLING.sub("", without_channels(_PHRASE.sub(" ", clause)))
    asks = is_about_channels(clause) and (_NEGATIVE.search(clause) or _CUE.search(clause))
    if rest.strip() and not asks and not _STRONG.search(clause):
        return None  # "Works evenings" says nothing of when to write.
    return Times(frozenset(days), tuple(spans), bool(_NEGATIVE.search(clause)), named_in(clause))


def _days(found: re.Match[str]) -> Iterator[int]:
    if found["office"] or found["workdays"]:
        yield from _WORKDAYS
    elif found["weekend"]:
        yield from _WEEKEND
    elif found["first"]:
        first, last = _number(found["first"]), _number(found["last"])
        yield from ((first + step) % 7 for step in range((last - first) % 7 + 1))
    elif found["day"]:
        yield _number(found["day"])


def _spans(found: re.Match[str]) -> Iterator[tuple[int, int]]:
    if found["office"]:
        yield _OFFICE
    elif part := found["part"]:
        yield _PARTS[part]
    elif found["side"]:
        minute = _minute(found, "c")
        yield (minute, _MIDNIGHT) if found["side"] in ("after", "from") else (0, minute)
    elif _named(found, "b"):
        begins, ends = _minute(found, "a"), _minute(found, "b")
        if not found["ahalf"] and found["bhalf"] == "pm" and begins + 12 * 60 < ends:
            begins += 12 * 60  # "2-5 pm"
        if found["between"] or found["bhalf"] or found["bm"] or ends > 12 * 60:
            yield begins, ends


def _named(found: re.Match[str], which: str) -> bool:
    return bool(found[f"{which}h"] or found[f"{which}noon"])


def _minute(found: re.Match[str], which: str) -> int:
    if found[f"{which}noon"]:
        return 12 * 60
    hour, half = int(found[f"{which}h"]), found[f"{which}half"]
    if half in ("am", "pm") and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + int(found[f"{which}m"] or 0)


def _number(name: str) -> int:
    return _NAMES.index(name[:3])


def _within(minute: int, span: tuple[int, int]) -> bool:
    begins, ends = span
    return begins <= minute < ends if begins <= ends else not ends <= minute < begins
