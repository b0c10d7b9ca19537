"""What a picture is drawn from, as plain frozen records."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from convonote.store.people.person_records import Person


@dataclass(frozen=True, slots=True)
class SpokenLane:
    """How much somebody said in each part of a time."""

    person: Person | None
    """None for all others together."""
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Weeks:
    """How much was said in each week of a year."""

    first: date
    """The Monday with which it begins."""
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LastSpoken:
    """What was said last."""

    at: int
    offset: int
    author: Person | None
    """None for a talk, and where it is not known."""
    channel: str
    talk: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """A time in which nobody spoke."""

    since: int
    long: int
    """Microseconds."""


@dataclass(frozen=True, slots=True)
class Move:
    """A conversation went on over another channel, or at another place on the web."""

    at: int
    offset: int
    channel: str
    place: str = ""
    """The address, where that was on the web."""


class Tie(StrEnum):
    """What another conversation has to do with this one."""

    JOINED = "joined"
    """It became part of it."""
    APART = "apart"
    """It was taken apart from it."""
    LINKED = "linked"


@dataclass(frozen=True, slots=True)
class Tied:
    """Another conversation that has to do with this one."""

    topic: str
    tie: Tie
    at: int | None
    """Since when; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Who spoke when, in so many equal parts of a time."""

    title: str
    """The topic, or the name of the person."""
    start: int
    end: int
    lanes: tuple[SpokenLane, ...]
    """The user's first."""
    channels: tuple[tuple[str, ...], ...]
    """In each part: the channels, two of them where there are more."""
    weeks: Weeks
    last: LastSpoken | None = None
    long_ago: bool = False
    """It is the year up to what was said last, since in the past year nothing was."""
    moves: tuple[Move, ...] = ()
    """The latest moves from one channel to another, oldest first, with what it began on."""
    earlier_moves: bool = False
    """There were earlier moves, which are left out."""
    tied: tuple[Tied, ...] = ()
    """Other conversations, in the order in which they came to have to do with this one."""
    silence: Silence | None = None
    """The longest in which nobody spoke, up to the end; None where nothing was said."""
