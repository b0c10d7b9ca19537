"""Where days begin and clocks stand in a time zone, exactly, also where it changes its clocks.

What was said has the day and time of the clocks where it was said: `clock_at` and `day_at`. What is
to come, and all that is counted in days, goes by the user's own zone: `day_of` and `day_begins`.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

EPOCH = datetime(1970, 1, 1)
MICROSECOND = timedelta(microseconds=1)
MINUTE = 60_000_000
_EARLIEST = (datetime.min - EPOCH) // MICROSECOND
_LATEST = (datetime.max - EPOCH) // MICROSECOND


def instant(wall: datetime, zone: tzinfo) -> int:
    """The moment at which clocks in a zone show a time: the first of two, or where they skip to."""
    # With fold=0 a time that clocks skip is read by the offset before, and so moves forward.
    offset = wall.replace(tzinfo=zone, fold=0).utcoffset() or timedelta()
    return (wall - EPOCH - offset) // MICROSECOND


def wall_clock(at: int, zone: tzinfo) -> datetime:
    """What clocks in a zone show at a moment; OverflowError beyond the years 1 to 9999."""
    return utc(at).astimezone(zone).replace(tzinfo=None)


def offset_at(at: int, zone: tzinfo) -> int:
    """Minutes east of UTC in a zone at a moment."""
    return round((wall_clock(at, zone) - EPOCH - at * MICROSECOND).total_seconds() / 60)


def day_of(at: int, zone: tzinfo) -> date:
    """The day it is in a zone at a moment."""
    return wall_clock(at, zone).date()


def clock_at(at: int, offset: int) -> datetime:
    """What clocks show so many minutes east of UTC; its ends beyond the calendar."""
    return EPOCH + min(max(at + offset * MINUTE, _EARLIEST), _LATEST) * MICROSECOND


def day_at(at: int, offset: int) -> date:
    """The day it is at a moment where clocks stand so many minutes east of UTC."""
    return clock_at(at, offset).date()


def utc(at: int) -> datetime:
    """A moment as UTC; OverflowError beyond the years 1 to 9999."""
    return (EPOCH + at * MICROSECOND).replace(tzinfo=UTC)


def day_begins(day: date, zone: tzinfo) -> int:
    """The first moment of a day in a zone; of a day that the zone skipped, that of the next one."""
    midnight = datetime.combine(day, time())
    at = instant(midnight, zone)
    if wall_clock(at, zone) == midnight:
        return at
    # Clocks skip this midnight: the day begins where they jump, which is not always at it.
    before, after = at - 36 * 3_600_000_000, at
    while after - before > 1:
        middle = (before + after) // 2
        if wall_clock(middle, zone) < midnight:
            before = middle
        else:
            after = middle
    return after
