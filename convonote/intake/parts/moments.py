"""When something in a calendar is, in words: as it was said there, in its own time zone."""

import re
from datetime import date, datetime, timedelta

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d{0,2}(Z?))?", re.A)
_DURATION = re.compile(
    r"\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,7}S)?)?",
    re.I | re.A,
)
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)")
_PART = re.compile(r"([A-Z]{2,12})=([^;]{1,200})", re.I)
_DAY = re.compile(r"[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)", re.I)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BY_DAY = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), _DAYS, strict=True))
_EVERY = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}


def span(start: str, end: str, duration: str, zone: str, offset: str) -> str:
    """From when to when, such as `Tue 1 Dec 2026, 17:00–18:30 (Europe/Warsaw)`.

    `offset` is how far the zone is from UTC, for one whose name says nothing.
    """
    found = _MOMENT.match(start)
    begins = _moment(found)
    if found is None or begins is None:
        return ""
    ends = _moment(_MOMENT.match(end)) or _after(begins, duration)
    if not found[4]:
        last = ends - timedelta(days=1) if ends and ends > begins else begins
        return f"{_day(begins)}, all day" if last <= begins else f"{_day(begins)} – {_day(last)}"
    said = f"{_day(begins)}, {begins:%H:%M}"
    if ends is not None and ends > begins:
        same = ends.date() == begins.date()
        said += f"–{ends:%H:%M}" if same else f" – {_day(ends)}, {ends:%H:%M}"
    where = "UTC" if found[6] else _zone(zone, offset)
    return f"{said} ({where})" if where else said


def repeated(rule: str) -> str:
    """How often it comes again, such as `, every 2 weeks on Tue, Thu, 10 times`."""
    parts = {one[1].upper(): one[2] for one in _PART.finditer(rule[:1000])}
    unit = _EVERY.get(parts.get("FREQ", "").upper())
    if unit is None:
        return ", again and again"
    interval = parts.get("INTERVAL", "1").strip()
    often = interval.isdigit() and int(interval[:4]) > 1
    said = f", every {interval[:4]} {unit}s" if often else f", every {unit}"
    days = [_BY_DAY[found[1].upper()] for found in _DAY.finditer(parts.get("BYDAY", ""))]
    if days and unit == "week":
        said += f" on {', '.join(days[:7])}"
    if (until := _moment(_MOMENT.match(parts.get("UNTIL", "")))) is not None:
        said += f", until {_day(until)}"
    elif parts.get("COUNT", "").isdigit():
        said += f", {parts['COUNT'][:6]} times"
    return said


def _moment(found: re.Match[str] | None) -> datetime | None:
    if found is None:
        return None
    try:
        return datetime(
            int(found[1]), int(found[2]), int(found[3]), int(found[4] or 0), int(found[5] or 0)
        )
    except ValueError:
        return None  # No calendar has such a day.


def _after(begins: datetime, duration: str) -> datetime | None:
    found = _DURATION.fullmatch(duration.strip())
    if found is None:
        return None
    weeks, days, hours, minutes = (int(part or 0) for part in found.groups())
    try:
        return begins + timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    except OverflowError:
        return None


def _day(moment: date) -> str:
    return f"{_DAYS[moment.weekday()]} {moment.day} {_MONTHS[moment.month]} {moment.year}"


def _zone(name: str, offset: str) -> str:
    name = " ".join(name.strip('" ').split())
    if name.startswith("/"):
        name = "/".join(name.split("/")[-2:])  # Some put the name of their program before it.
    telling = name and not name.lower().startswith(("custom", "tzone", "unknown"))
    if telling or not (found := _OFFSET.match(offset)):
        return name[:60] if telling else ""
    return f"UTC{found[1]}{found[2]}:{found[3]}"
