"""The times of day and days of the week that are named where somebody says when to reach them.

An hour may be one of two, such as in `after 8`: then it is the one that asks for less, so that
nothing goes against it that may be right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

_NOON, _MIDNIGHT = 12 * 60, 24 * 60
_PARTS: dict[str, tuple[int, int]] = {
    "morning": (5 * 60, 12 * 60),
    "forenoon": (5 * 60, 12 * 60),
    "afternoon": (12 * 60, 18 * 60),
    "evening": (17 * 60, 23 * 60),
    "night": (21 * 60, 6 * 60),
    "tonight": (17 * 60, 24 * 60),
    "daytime": (8 * 60, 18 * 60),
    "lunchtime": (12 * 60, 14 * 60),
}
_WORKDAYS, _WEEKEND = frozenset(range(5)), frozenset({5, 6})
_OFFICE = (9 * 60, 17 * 60)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?s?"
_HOUR = (
    r"(?:(?P<{0}h>[01]?[0-9]|2[0-4])(?::(?P<{0}m>[0-5][0-9]))?(?:"
    r" ?(?P<{0}half>am|pm|h)| ?o'clock)?"
    r"(?: (?:in the|at) (?P<{0}part>morning|afternoon|evening|night))?"
    r"|(?P<{0}noon>noon|midday))"
)
PHRASE = re.compile(
    r"(?:"
    rf"(?P<between>(?:between|from) )?{_HOUR.format('a')}(?: ?[-\u2013] ?| (?:and|to|till|until) )"
    rf"{_HOUR.format('b')}"
    rf"|(?P<side>after|from|before|until|till|by) {_HOUR.format('c')}"
    r"|(?P<office>(?:office|working|work|business) hours)"
    r"|(?P<workdays>week ?days?|work(?:ing)? ?days?)"
    r"|(?P<weekend>week-?ends?)"
    rf"|(?P<first>{_DAY}) ?(?:[-\u2013]|to|till|through) ?(?P<last>{_DAY})"
    rf"|(?P<day>{_DAY})"
    rf"|(?:(?:early|late) (?:in the |at )?)?(?P<part>{'|'.join(_PARTS)})s?"
    r")(?![\w:-])"
)
"""One time: a day or some, or hours of a day."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Some hours on some days."""

    days: frozenset[int] = frozenset()
    """From 0 for Monday; any where empty."""
    spans: tuple[tuple[int, int], ...] = ()
    """(first minute of the day, the minute after the last); one may reach over midnight."""

    def holds(self, local: datetime) -> bool:
        """Whether a moment on the clock lies in it."""
        minute = local.hour * 60 + local.minute
        on_day = not self.days or local.weekday() in self.days
        return on_day and (not self.spans or any(_within(minute, span) for span in self.spans))


@dataclass(frozen=True, slots=True)
class Times:
    """When something is welcome, or is not."""

    slots: tuple[Slot, ...]
    refuse: bool = False
    """These times are not wanted; else no other is."""
    channels: frozenset[str] = frozenset()
    """The channels to which this is limited; all where empty."""

    def unwelcome(self, local: datetime) -> bool:
        """Whether a moment is one that is not wanted."""
        return any(slot.holds(local) for slot in self.slots) == self.refuse


def is_day(phrase: re.Match[str]) -> bool:
    """Whether a phrase names days, and no hours."""
    return any(phrase[name] for name in ("workdays", "weekend", "first", "day"))


def is_plainly_a_time(phrase: re.Match[str]) -> bool:
    """Whether it is a time wherever it stands: `9-5` alone may be anything."""
    told = any(phrase[name] for name in ("between", "ahalf", "bhalf", "bm"))
    return not phrase["bh"] or told or int(phrase["bh"]) > 12


def slots(phrases: Sequence[tuple[re.Match[str], bool]], *, refuse: bool) -> tuple[Slot, ...]:
    """What phrases come to, each with whether `and` or `or` stands before it; none if unsure.

    `weekdays 9-5` is both at once, `weekends or after 6` is either.
    """
    hours = [phrase[name] or "" for phrase, _ in phrases for name in ("ah", "bh", "ch")]
    exact = any(hour.startswith("0") or int(hour or 0) > 12 for hour in hours)
    groups: list[tuple[set[int], list[tuple[int, int]]]] = []
    for phrase, joined in phrases:
        days, spans = set(_days(phrase)), list(_spans(phrase, refuse=refuse, exact=exact))
        if not days and not spans:
            return ()
        if not groups or (joined and (groups[-1][1] if days else not groups[-1][1])):
            groups.append((set(), []))
        groups[-1][0].update(days)
        groups[-1][1].extend(spans)
    return tuple(Slot(frozenset(days), tuple(spans)) for days, spans in groups)


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


def _spans(found: re.Match[str], *, refuse: bool, exact: bool) -> Iterator[tuple[int, int]]:
    if found["office"]:
        yield _OFFICE
    elif part := found["part"]:
        yield _PARTS[part]
    elif side := found["side"]:
        minute, open_to = _minute(found, "c", exact=exact)
        if side in ("after", "from"):
            # Nobody asks for calls from two in the night on, or for none from nine in the morning.
            if open_to and (refuse or minute < 7 * 60):
                minute += _NOON
            yield minute, _MIDNIGHT
        else:
            if open_to and not refuse and minute < _NOON:
                minute += _NOON
            yield 0, minute
    elif found["bh"] or found["bnoon"]:
        yield from _between(found, refuse=refuse, exact=exact)


def _between(found: re.Match[str], *, refuse: bool, exact: bool) -> Iterator[tuple[int, int]]:
    (begins, from_open), (ends, to_open) = (_minute(found, each, exact=exact) for each in "ab")
    if from_open and to_open:
        if ends <= begins:
            ends += _NOON  # "9-5", "between 12 and 2"
        elif begins < 6 * 60:
            begins, ends = begins + _NOON, ends + _NOON  # "between 2 and 4"
        elif ends < _NOON:
            # "8 to 10" may be of the morning or of the evening.
            if not refuse:
                yield from ((begins, ends), (begins + _NOON, ends + _NOON))
            return
    elif from_open and begins + _NOON < ends:
        begins += _NOON  # "2-5 pm"
    elif to_open and ends <= begins < ends + _NOON:
        ends += _NOON  # "9 am to 5"
    yield begins, ends


def _minute(found: re.Match[str], which: str, *, exact: bool) -> tuple[int, bool]:
    """The minute of the day that is named, and whether it may also be one twelve hours later."""
    if found[f"{which}noon"]:
        return _NOON, False
    hour, half, part = int(found[f"{which}h"]), found[f"{which}half"], found[f"{which}part"]
    half = {"morning": "am", None: half}.get(part, "pm")
    minutes = int(found[f"{which}m"] or 0)
    if half in ("am", "pm") and 1 <= hour <= 12:
        return (hour % 12 + (12 if half == "pm" else 0)) * 60 + minutes, False
    return hour * 60 + minutes, not exact and half is None and 1 <= hour <= 12


def _number(name: str) -> int:
    return _NAMES.index(name[:3])


def _within(minute: int, span: tuple[int, int]) -> bool:
    begins, ends = span
    return begins <= minute < ends if begins <= ends else not ends <= minute < begins
