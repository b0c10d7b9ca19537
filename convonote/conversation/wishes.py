"""How and when somebody wants to be reached, read from a line in their words.

    no calls while travelling until 1 Dec · mornings only · write, don't call · prefers email

A line says which channels are unwelcome, which alone are welcome, and at which times; `against`
tells what of that a message on a channel at a moment goes against. What is not understood says
nothing: such a line is kept and shown, and warns of nothing.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from .calendar_words import NotADay, a_day, plain
from .records import Channel
from .wished_channels import FAMILIES, channels_in
from .wished_times import Times, times_in

LONGEST = 300
"""Characters of a line in which a wish is looked for."""


class Against(StrEnum):
    """What a message goes against."""

    CHANNEL = "channel"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a line asks for."""

    unwelcome: frozenset[str] = frozenset()
    """Channels that shall not be used."""
    welcome: frozenset[str] = frozenset()
    """The channels that alone shall be used; any where empty."""
    times: tuple[Times, ...] = ()
    """When something is welcome, or is not."""
    quiet: bool = False
    """Nothing at all is welcome."""
    until: date | None = None
    """The first day on which it no longer holds."""

    def holds(self, day: date) -> bool:
        """Whether it still holds on a day."""
        return self.until is None or day < self.until


def wish_in(text: str, said_on: date) -> Wish | None:
    """What a line asks for, its dates read as on the day it was said; None where it asks nothing.

    `until 1 Dec` and `before December` mean that it holds until that day begins.
    """
    line = " ".join(text.split())
    if not line or len(line) > LONGEST:
        return None
    line = line.replace("\u2019", "'").casefold()
    rest, until = _until(line, said_on)
    unwelcome, welcome = channels_in(rest)
    times = times_in(rest)
    if limited := {channel for each in times for channel in each.channels}:
        # "No calls after 20:00" and "calls in the morning" ask for times, not for channels.
        unwelcome, welcome = unwelcome - limited, welcome - limited
    if unwelcome or welcome or times:
        return Wish(unwelcome, welcome, times, until=until)
    if until is not None and _QUIET.search(line):
        return Wish(quiet=True, until=until)
    return None


def against(wish: Wish, channel: str, local: datetime) -> Against | None:
    """What a message goes against, at a moment on the clock of whoever writes it; None if nothing.

    Times that name no channel concern all but letters, which come when they come.
    """
    if not wish.holds(local.date()):
        return None
    name = channel.casefold()
    reached = {name, FAMILIES.get(name, name)}
    if wish.quiet:
        return Against.TIME
    # What nobody has named goes against no channel.
    named = name != Channel.OTHER
    if wish.unwelcome & reached or (named and wish.welcome and not wish.welcome & reached):
        return Against.CHANNEL
    for times in wish.times:
        concerned = times.channels & reached if times.channels else "letter" not in reached
        if concerned and times.unwelcome(local):
            return Against.TIME
    return None


_QUIET = re.compile(
    r"\b(?:not? before|on leave|leave|holidays?|vacation|away|travell?ing|abroad|off|offline"
    r"|unreachable|do not disturb|don't disturb|no contact|nothing|not)\b"
)
"""Of these one stands in a line that asks to be left alone until a day."""
_UNTIL = re.compile(r"\b(?P<how>until|till|before|through|not before)\s+(?P<day>.+)")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = re.compile(rf"(?P<end>(?:the )?end of )?(?P<month>{'|'.join(_MONTHS)})")
_WORDS = 6
"""Words behind `until` of which a day may be made."""


def _until(line: str, said_on: date) -> tuple[str, date | None]:
    """A line without the day until which it holds, wherever that stands in it."""
    for found in _UNTIL.finditer(line):
        words = found["day"].split()
        for count in range(min(_WORDS, len(words)), 0, -1):
            named = " ".join(words[:count])
            day = _day(named.rstrip(".,;:!)"), said_on)
            if day is None:
                continue
            if found["how"] == "through":
                day += timedelta(1)
            # What stood before and behind it are two clauses.
            rest = f"{line[: found.start()].rstrip()}, {' '.join(words[count:])}"
            return rest.strip(" ,;:"), day
    return line, None


def _day(words: str, today: date) -> date | None:
    if found := _MONTH.fullmatch(words):
        month = _MONTHS.index(found["month"]) + 1
        year = today.year + (month <= today.month if not found["end"] else month < today.month)
        if not found["end"]:
            return date(year, month, 1)
        return date(year + month // 12, month % 12 + 1, 1)
    try:
        day = a_day(plain(words), today, past=False)
    except NotADay:
        return None
    return day + timedelta(1) if "end of" in words else day
