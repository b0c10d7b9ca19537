"""The heads of lines in a chat written as text: date, clock and what sets them off."""

import re
from dataclasses import dataclass
from datetime import datetime

from convonote.intake.chats.words import AFTERNOON, MORNING

# Letters of any script, with the points and spaces that stand in `a. m.`; never a digit.
_WORD = r"[^\W\d_][^\d\[\]:/<>]{0,15}?"
_HEAD = re.compile(
    r"(?P<open>\[)?"
    r"(?P<a>\d{1,4})(?P<sep>[./-]|\. ?|年 ?)(?P<b>\d{1,2})(?:[./-]|\. ?|月 ?)(?P<c>\d{1,4})日?\.?"
    rf"(?:[,،;]? ?(?P<before>{_WORD})|[,،;]?) ?"
    r"(?P<hour>\d{1,2})(?: ?[:.h٫] ?)(?P<minute>\d{2})(?: ?[:.٫m] ?(?P<second>\d{2})(?: ?s)?)?"
    rf"(?: ?(?P<after>{_WORD}))?"
    r"(?(open)\] ?|(?: [-–—] |: ))(?P<rest>.*)",
    re.S,
)
_LONGEST = 60
"""Characters within which a head must end."""
_CENTURY = 2000
_BUDDHIST = 2400
"""From this year on years are those of the Buddhist era, as telephones in Thailand show them."""
_BUDDHIST_AHEAD = 543


@dataclass(frozen=True, slots=True)
class Head:
    """A line that begins a message."""

    date: tuple[int, int, int]
    """Three numbers, in the order in which they stand."""
    widths: tuple[int, int, int]
    """How many digits each has."""
    sep: str
    hour: int
    minute: int
    second: int | None
    half: str
    """The word that tells morning from afternoon, as it is written; often none."""
    bracket: bool
    rest: str


def head(line: str) -> Head | None:
    """The head of a line, or None where it goes on with the message before; marks are gone."""
    if not line or not (line[0].isdigit() or line[0] == "["):
        return None
    found = _HEAD.match(line)
    if found is None or found.start("rest") > _LONGEST:
        return None
    hour, minute = int(found["hour"]), int(found["minute"])
    second = None if found["second"] is None else int(found["second"])
    half = _half(found["after"]) or _half(found["before"])
    if hour > 24 or minute > 59 or (second or 0) > 60:
        return None
    if hour > 12:
        half = ""
    numbers = found["a"], found["b"], found["c"]
    a, b, c = (int(number) for number in numbers)
    return Head(
        (a, b, c),
        (len(numbers[0]), len(numbers[1]), len(numbers[2])),
        found["sep"].strip(),
        _clock(hour, half),
        minute,
        second,
        half,
        found["open"] is not None,
        found["rest"],
    )


@dataclass(slots=True)
class _Tried:
    """How well one order of day, month and year fits."""

    order: tuple[int, int, int]
    """The places of year, month and day."""
    wrong: int = 0
    """Lines that are no date in it, or go back in time."""
    first: int = 0
    last: int = 0

    def add(self, date: tuple[int, int, int]) -> None:
        day = _ordinal(date, self.order)
        if day is None:
            self.wrong += 1
            return
        # Some exports run from the newest to the oldest, and some were put together by hand.
        self.wrong += bool(self.last) and day < self.last
        self.first = min(self.first or day, day)
        self.last = max(self.last, day)


class Order:
    """Finds the order of day, month and year that fits a whole file."""

    def __init__(self) -> None:
        self._tried = [_Tried((2, 1, 0)), _Tried((2, 0, 1)), _Tried((0, 1, 2))]
        self._american = False
        self._first: Head | None = None

    def add(self, head: Head) -> None:
        """Take a line into account."""
        self._first = self._first or head
        # Only American English writes `1/20/19, 4:05 PM`; others that have halves write pm or p. m.
        self._american = self._american or (head.sep == "/" and head.half in ("AM", "PM"))
        for each in self._tried:
            each.add(head.date)

    def found(self) -> tuple[int, int, int]:
        """The places of year, month and day."""
        if self._first is None or self._first.widths[0] == 4:
            return (0, 1, 2)
        day_first, month_first, year_first = self._tried
        best = min(day_first.wrong, month_first.wrong)
        if self._first.widths[2] <= 2 and year_first.wrong < best:
            return year_first.order
        if day_first.wrong != month_first.wrong:
            return (day_first if day_first.wrong == best else month_first).order
        # Both fit: people write to each other day after day, not once a month on one day of it.
        spans = [max(1, each.last - each.first) for each in (day_first, month_first)]
        if max(spans) > 2 * min(spans):
            return (day_first if spans[0] < spans[1] else month_first).order
        return (month_first if self._american else day_first).order


def wall_clock(head: Head, order: tuple[int, int, int]) -> datetime | None:
    """What the clock of the phone showed; None where that is no date."""
    year, month, day = (head.date[place] for place in order)
    try:
        return datetime(
            _year(year),
            month,
            day,
            head.hour % 24,
            head.minute,
            min(head.second or 0, 59),
        )
    except ValueError:
        return None


def _ordinal(date: tuple[int, int, int], order: tuple[int, int, int]) -> int | None:
    year, month, day = (date[place] for place in order)
    try:
        return datetime(_year(year), month, day).toordinal()
    except ValueError:
        return None


def _year(written: int) -> int:
    """A year of the common era."""
    if written < 100:
        return written + _CENTURY
    return written - _BUDDHIST_AHEAD if written >= _BUDDHIST else written


def _half(word: str | None) -> str:
    """A word that tells the half of the day; others, such as `um` and `klo`, are none."""
    bare = _bare(word or "")
    return (word or "").strip() if bare in MORNING or bare in AFTERNOON else ""


def _bare(word: str) -> str:
    return "".join(mark for mark in word.casefold() if mark.isalpha() or not mark.isascii())


def _clock(hour: int, half: str) -> int:
    if not half:
        return hour
    return hour % 12 + (12 if _bare(half) in AFTERNOON else 0)
