"""Birthdays as cards write them."""

import re
from datetime import date

_FORMS = (
    re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)(?:[T ].*)?"),
    re.compile(r"--(?P<month>\d\d)-?(?P<day>\d\d)(?:[T ].*)?"),
)
_LEAP = 2000
"""A year in which every day of the calendar is."""
_NO_YEAR = {"0000", "1604"}
"""Years that stand for none: Apple's, and the one that no calendar has."""


def birthday(written: str, *, without: str = "") -> str:
    """An ISO date, `--12-03` where the year is not known, or nothing where it is no day.

    `without` is a year that stands for none.
    """
    for form in _FORMS:
        found = form.fullmatch(written.strip())
        if found is None:
            continue
        year = found.groupdict().get("year")
        known = year if year not in (*_NO_YEAR, without) else None
        try:
            day = date(int(known or _LEAP), int(found["month"]), int(found["day"]))
        except ValueError:
            return ""
        return day.isoformat() if known else f"--{day:%m-%d}"
    return ""
