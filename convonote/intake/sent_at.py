"""When a message was said, from its headers."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from convonote.conversation.records import SECOND
from convonote.intake.headers import Headers

_USUAL = re.compile(
    r"(?:[A-Za-z]{2,9},?\s*)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\s+"
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s+([+-])(\d{2})(\d{2})\b"
)
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAY = re.compile(rb" (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? ")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 100
_FIRST_YEAR = 1971
"""There was no mail before; such dates come from clocks that were never set."""
_LAST_YEAR = 2200
_GREATEST_OFFSET = 14 * 60


def sent_at(headers: Headers) -> tuple[int | None, int]:
    """UTC microseconds and minutes east of UTC: by Date, else by Received, else no moment."""
    for date in headers.all("date"):
        if (moment := read_date(date)) is not None:
            return moment
    for received in headers.all("received"):
        if (moment := read_date(received.rpartition(";")[2])) is not None:
            return moment
    return None, 0


def separated_at(separator: bytes) -> tuple[int | None, int]:
    """The same by the `From ` line of an mbox, which tells when the message arrived there."""
    found = _WEEKDAY.search(separator)
    written = separator[found.start() :].decode("ascii", "replace") if found else ""
    return (written and read_date(written)) or (None, 0)


def read_date(text: str) -> tuple[int, int] | None:
    """A date of mail as (UTC microseconds, minutes east of UTC); None where it is none."""
    text = text.strip()[:_LONGEST]
    usual = _USUAL.match(text)
    try:
        if usual is not None and usual[2].lower() in _MONTHS:
            offset = int(usual[8]) * 60 + int(usual[9])
            return _moment(
                (int(usual[3]), _MONTHS[usual[2].lower()], int(usual[1])),
                (int(usual[4]), int(usual[5]), int(usual[6] or 0)),
                -offset if usual[7] == "-" else offset,
            )
        return _odd(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None  # The standard library raises each of these on one broken date or another.


def _odd(text: str) -> tuple[int, int] | None:
    """What is not written as mail does today: named zones, two-digit years, ISO dates."""
    parsed = parsedate_tz(text)
    if parsed is not None:
        year, month, day, hour, minute, second = parsed[:6]
        return _moment((year, month, day), (hour, minute, second), (parsed[9] or 0) // 60)
    said = datetime.fromisoformat(text.replace(" UTC", "Z").replace(" +", "+").replace(" -", "-"))
    offset = (said.utcoffset() or timedelta()) // timedelta(minutes=1)
    return _moment((said.year, said.month, said.day), (said.hour, said.minute, said.second), offset)


def _moment(
    day: tuple[int, int, int], clock: tuple[int, int, int], offset: int
) -> tuple[int, int] | None:
    if not _FIRST_YEAR <= day[0] <= _LAST_YEAR:
        return None
    if abs(offset) > _GREATEST_OFFSET:
        offset = 0
    hour, minute, second = clock
    # Leap seconds are written as 60, which no clock here knows.
    said = datetime(*day, hour, minute, min(second, 59), tzinfo=timezone(timedelta(minutes=offset)))
    return (said - _EPOCH) // timedelta(seconds=1) * SECOND, offset
