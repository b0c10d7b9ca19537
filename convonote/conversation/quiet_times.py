"""Times in which one reaches out to nobody, and the words that say until when (T12)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from convonote.conversation.dates import DateError, ahead
from convonote.conversation.wished_days import period_in


@dataclass(frozen=True, slots=True)
class QuietTime:
    """Days on which somebody is left alone."""

    until: date
    """The first day that is not quiet any more."""
    since: date = date.min
    reason: str = ""

    def holds(self, day: date) -> bool:
        """Whether it is one of these days."""
        return self.since <= day < self.until


def next_clear(day: date, times: Iterable[QuietTime]) -> date:
    """The first day from this one on that lies in none of some quiet times."""
    for one in sorted(times, key=lambda one: one.since):
        if one.holds(day):
            day = one.until
    return day


def quiet_until(words: str, today: date) -> tuple[date, str]:
    """The first day that is not quiet any more, and why; DateError if the words name no day ahead.

    `1 jan`, `mon, on leave`, `January`, `not before January` and `on leave until Monday` all do.
    """
    before, _, behind = words.partition(",")
    reason = behind.strip()
    try:
        return ahead(before, today), reason
    except DateError as error:
        line = " ".join(before.split())
        found = _until(line, today) or _until(f"until {line}", today)
        if found is None:
            raise error
        day, why = found
        return day, ", ".join(filter(None, (why, reason)))


def _until(line: str, today: date) -> tuple[date, str] | None:
    try:
        rest, period = period_in(line.casefold(), today)
    except (OverflowError, ValueError):
        return None  # It is at the end of the calendar.
    if period.until is None or period.until <= today or (period.since or today) > today:
        return None
    why = _NOT.sub("", rest).strip(" ,;:")
    begins = line.casefold().find(why)
    return period.until, line[begins : begins + len(why)].strip()


_NOT = re.compile(r"(?<!\S)not$")
"""What `not before` leaves."""
