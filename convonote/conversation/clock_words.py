"""The time of day that words name."""

import re
from datetime import time

from .calendar_words import NotADay

_HALF = r"am|pm|a\.m\.?|p\.m\.?"
CLOCK = (
    r"(?:(?P<hour>[01]?[0-9]|"
    r"2[0-4]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9])(?:[.,][0-9]{1,6})?)?"
    rf"(?: ?(?P<half>{_HALF}))?|(?P<plain>1[0-2]|0?[1-9]) ?(?P<only>{_HALF})|"
    r"(?P<named>noon|midday|midnight|tonight|(?:this |in the )?(?:morning|afternoon|evening)|"
    r"(?:last |at )?night))"
)
"""A time of day: `14:30`, `2pm`, `noon`, `evening`."""
NAMED = {
    "noon": time(12),
    "midday": time(12),
    "midnight": time(0),
    "tonight": time(20),
    "morning": time(9),
    "afternoon": time(15),
    "evening": time(20),
    "night": time(22),
}
"""Parts of the day, and the time that each stands for."""


def clock(found: re.Match[str]) -> tuple[time, int]:
    """The time of day in a match of `CLOCK`, and how many days on it is: 24:00 is the next day."""
    if name := found["named"]:
        return NAMED[name.split()[-1]], 0
    hour = int(found["hour"] or found["plain"])
    minute, second = int(found["minute"] or 0), int(found["second"] or 0)
    if half := found["half"] or found["only"]:
        if not 1 <= hour <= 12:
            raise NotADay("has no such hour")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour == 24:
        if minute or second:
            raise NotADay("has no such hour")
        return time(0), 1
    return time(hour, minute, second), 0
