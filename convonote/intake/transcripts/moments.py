"""When a talk was, from the name of its file or from what stands at the head of it."""

import re
from datetime import UTC, datetime, timedelta, tzinfo

from convonote.intake.chats.clocks import moment

_CLOCK = (
    r"(?:[T _-]+(?:at |um )?(?P<h>[01]?\d|2[0-3])[.:h_-]?(?P<m>[0-5]\d)(?:[.:_-]?(?P<s>[0-5]\d))?)?"
)
_STAMPS = (
    re.compile(rf"(?P<gmt>GMT)(?P<y>\d{{4}})(?P<o>\d\d)(?P<d>\d\d){_CLOCK}"),
    re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_.](?P<o>\d\d)[-_.](?P<d>\d\d)"
        rf"{_CLOCK}(?:\.\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?!\d)"
    ),
    re.compile(rf"(?<!\d)(?P<y>20\d\d)(?P<o>[01]\d)(?P<d>[0-3]\d){_CLOCK}(?!\d)"),
    re.compile(rf"(?<!\d)(?P<d>[0-3]?\d)[.](?P<o>[01]?\d)[.](?P<y>20\d\d){_CLOCK}(?!\d)"),
)
_NOON = 12


def stamped(text: str, zone: tzinfo | None) -> tuple[int, int] | None:
    """The first moment that a text names: UTC microseconds, and minutes east of UTC.

    A day alone is taken at noon; `GMT…` and a time with its zone are what they say.
    """
    for stamp in _STAMPS:
        for found in stamp.finditer(text[:20_000]):
            if (at := _read(found, zone)) is not None:
                return at
    return None


def without_stamps(text: str) -> str:
    """A text without the moments it names."""
    for stamp in _STAMPS:
        text = stamp.sub(" ", text)
    return text


def _read(found: re.Match[str], zone: tzinfo | None) -> tuple[int, int] | None:
    parts = found.groupdict()
    clock = (_NOON, 0, 0)
    if parts["h"] is not None:
        clock = int(parts["h"]), int(parts["m"]), int(parts["s"] or 0)
    try:
        wall = datetime(int(parts["y"]), int(parts["o"]), int(parts["d"]), *clock)
    except ValueError:
        return None
    if parts.get("gmt"):
        # What is written in UTC says nothing of the clock on the wall.
        at, _ = moment(wall, UTC)
        return moment_in(at, wall, zone)
    if (east := parts.get("zone")) and parts["h"] is not None:
        minutes = 0 if east == "Z" else int(east[1:3]) * 60 + int(east[-2:])
        shift = timedelta(minutes=-minutes if east[0] == "-" else minutes)
        at, _ = moment(wall - shift, UTC)
        return moment_in(at, wall, zone)
    return moment(wall, zone)


def moment_in(at: int, wall: datetime, zone: tzinfo | None) -> tuple[int, int]:
    """A moment with the offset that was in force about then."""
    return at, moment(wall, zone)[1]
