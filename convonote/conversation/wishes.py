"""How and when somebody wants to be reached, read from a line in their words.

    no calls while travelling until 1 Dec · mornings only · write, don't call · prefers email

A line says which channels are unwelcome, which alone are welcome, and at which times; `against`
tells what of that a message on a channel at a moment goes against. What is not understood says
nothing: such a line is kept and shown, and warns of nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from .records import Channel
from .wished_channels import among, welcomed
from .wished_clauses import said_in
from .wished_days import period_in
from .wished_phrasing import plainly
from .wished_times import Times
from .wished_tongues import in_english

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
    away: bool = False
    """They are away: nobody forbids a letter then, and nobody needs to reach out."""
    address: bool = False
    """Another address of theirs is to be used; which, the words alone say."""
    since: date | None = None
    """The first day on which it holds; None for the day it was said."""
    until: date | None = None
    """The first day on which it no longer holds."""

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return not self.over(day) and (self.since is None or day >= self.since)

    def over(self, day: date) -> bool:
        """Whether it holds no more on a day."""
        return self.until is not None and day >= self.until


def wish_in(text: str, said_on: date, who: str = "", *, english: bool = False) -> Wish | None:
    """What a line asks for, its dates read as on the day it was said; None where it asks nothing.

    `until 1 Dec` and `before December` mean that it holds until that day begins. `who` is the name
    of whom the line is about, by which it may begin: "Ana prefers email". `english` leaves out the
    other tongues.
    """
    line = " ".join(text.split())
    if not line or len(line) > LONGEST:
        return None
    line = line.casefold()
    readings = (_read(each, said_on) for each in _wordings(line, who, english))
    return next((wish for wish in readings if wish is not None), None)


def _wordings(line: str, who: str, english: bool) -> Iterator[str]:
    yield plainly(line, who)
    if not english:
        yield from in_english(line)


def _read(line: str, said_on: date) -> Wish | None:
    """What a line in small and plain words asks for."""
    try:
        rest, period = period_in(line, said_on)
    except (OverflowError, ValueError):
        return None  # It is at the end of the calendar.
    if period.until is not None:
        rest = _MEANWHILE.sub("", rest)
    said = said_in(rest)
    unwelcome = frozenset(channel for each in said for channel in each.unwelcome)
    welcome = frozenset(channel for each in said for channel in each.welcome)
    times = _together([each.times for each in said if each.times is not None])
    if unwelcome < welcome:
        welcome -= unwelcome  # "Write, don't text": whatever else is written.
    else:
        unwelcome -= welcome
    if welcome:
        # "Prefers email, calls only after six".
        welcome |= {channel for each in times if not each.refuse for channel in each.channels}
    if unwelcome or welcome or times:
        return Wish(unwelcome, welcome, times, since=period.since, until=period.until)
    if period.until is not None and any(map(_is_quiet, _PIECE.split(rest))):
        return Wish(quiet=True, since=period.since, until=period.until)
    if any(_ADDRESS.fullmatch(piece.strip()) for piece in _PIECE.split(rest)):
        return Wish(address=True, since=period.since, until=period.until)
    return None


def against(wish: Wish, channel: str, local: datetime) -> Against | None:
    """What a message goes against, at a moment on the clock of whoever writes it; None if nothing.

    Times that name no channel concern all but letters, which come when they come.
    """
    if not wish.holds(local.date()):
        return None
    name = channel.casefold()
    if wish.quiet:
        return Against.TIME
    # What nobody has named goes against no channel.
    named = name != Channel.OTHER
    if among(name, wish.unwelcome):
        return Against.CHANNEL
    if named and wish.welcome and not welcomed(name, wish.welcome):
        return Against.CHANNEL
    for times in wish.times:
        concerned = welcomed(name, times.channels) if times.channels else not among(name, _LETTER)
        if concerned and times.unwelcome(local):
            return Against.TIME
    return None


_LETTER = frozenset({str(Channel.LETTER)})
_MEANWHILE = re.compile(r" (?:while|when)\b[^,;.!]*")
"""The state of things in which it is asked for, which ends on a day that is known."""
_PIECE = re.compile(r"[,;.!()]| but ")
_ADDRESS = re.compile(
    r"(?:please )?(?:only )?(?:use|write to|e?mail|reach (?:me|her|him) (?:at|on|under))"
    r" (?:my|her|his|their) (?:private|personal|work|home|office|new|other|mobile)"
    r"(?: e-?mail)?(?: (?:address|account|number|phone|e-?mail))?"
    r"(?: (?:instead|from now on|only|please|again|for now))*[.!]*"
)
_QUIET = re.compile(
    r"(?:(?:she|he|they|i|we) )?(?:(?:is|are|am|will be|on|please|still) )*(?:"
    # What says so whatever follows, such as where they travel.
    r"(?:(?:on|sick|parental) leave|(?:her |his |their |my )?(?:holidays?|vacation)|away"
    r"|travell?ing|abroad|offline|unreachable|unavailable|not (?:reachable|available)"
    r"|out of (?:the )?office|off work)"
    r"(?:$| (?:in|with|for|to|at|and|on|from|by)\b.*)"
    r"|leave|off|do not disturb|don't disturb|no contact|nothing|not|not at all"
    r"|leave (?:her|him|them|me)(?: alone| in peace)?)"
)
"""What is left of a line that asks to be left alone until a day."""


def _is_quiet(piece: str) -> bool:
    return _QUIET.fullmatch(piece.strip()) is not None


def _together(times: list[Times]) -> tuple[Times, ...]:
    """Times that are asked for on the same channels as one: any of them will do."""
    found: dict[tuple[bool, frozenset[str], int], Times] = {}
    for number, each in enumerate(times):
        key = (each.refuse, each.channels, number if each.refuse else 0)
        known = found.get(key)
        found[key] = each if known is None else replace(each, slots=known.slots + each.slots)
    return tuple(found.values())
