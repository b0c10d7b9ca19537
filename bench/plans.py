"""Who speaks in which conversation and when, before any of it is written.

A tenth of the conversations wait for the user, and one conversation holds a tenth of all exchanges.
"""

from dataclasses import dataclass
from itertools import islice
from random import Random

from convonote.conversation.records import DAY, SECOND

YEARS = 10
MY_TURN, THEIR_TURN, QUIET = 0.10, 0.06, 0.24
"""Shares of the conversations; the others rest."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there shall be."""

    exchanges: int
    conversations: int
    people: int


def usual_size(exchanges: int) -> Size:
    """Ten exchanges to a conversation, twenty to a person."""
    return Size(exchanges, max(2, exchanges // 10), max(2, exchanges // 20))


@dataclass(frozen=True, slots=True)
class Plan:
    """One conversation before it is written."""

    id: int
    people: tuple[int, ...]
    moments: tuple[int, ...]
    """When something is said, oldest first."""
    end: str
    """`mine`, `theirs`, `quiet` or `rest`: how it stands at its end."""


def plans(now: int, size: Size, random: Random) -> list[Plan]:
    """Who speaks in which conversation and when; the last one is the long one."""
    long = size.exchanges // 10
    rest = size.exchanges - long
    weights = [random.paretovariate(1.3) for _ in range(size.conversations - 1)]
    scale = rest / sum(weights)
    lengths = [max(1, min(round(weight * scale), rest // 4 + 1)) for weight in weights]
    _fit(lengths, rest)
    made = []
    for number, length in enumerate([*lengths, long], start=1):
        end = _end(random)
        people = {2 + int(size.people * random.random() ** 3) for _ in range(_company(random))}
        moments = _moments(now, length, end, random)
        made.append(Plan(number, tuple(sorted(people)), moments, end))
    return made


def _fit(lengths: list[int], total: int) -> None:
    """Make the lengths add up, by one here and there."""
    difference = total - sum(lengths)
    while difference:
        for index in range(len(lengths)):
            step = (difference > 0) - (difference < 0)
            if step and lengths[index] + step >= 1:
                lengths[index] += step
                difference -= step


def _company(random: Random) -> int:
    return random.choices((1, 2, 3, 5), (80, 12, 6, 2))[0]


def _end(random: Random) -> str:
    drawn = random.random()
    for end, share in (("mine", MY_TURN), ("theirs", THEIR_TURN), ("quiet", QUIET)):
        if drawn < share:
            return end
        drawn -= share
    return "rest"


def _moments(now: int, length: int, end: str, random: Random) -> tuple[int, ...]:
    live = end in ("mine", "theirs")
    last = now - round(random.uniform(0.1, 60 if live else YEARS * 365) * DAY)
    last -= 100 * DAY if end == "quiet" else 0
    step = random.lognormvariate(1, 1.2) * DAY
    gaps = (
        round(random.expovariate(1) * min(step, YEARS * 365 * DAY / length)) for _ in range(length)
    )
    moments = [last]
    for gap in islice(gaps, length - 1):
        moments.append(moments[-1] - gap - SECOND)
    return tuple(reversed(moments))
