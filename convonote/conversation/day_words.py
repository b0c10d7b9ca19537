"""Days in words, short and the same in every locale."""

from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def long_day(day: date, today: date | None = None) -> str:
    """Return a day with its weekday, `Tue 3 Nov`; with its year where `today` is in another."""
    year = "" if today is None or day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {short_day(day)}{year}"


def short_day(day: date) -> str:
    """Return a day of any year, `3 Nov`."""
    return f"{day.day} {MONTHS[day.month - 1]}"
