"""Which conversations may be one: the same people, near in time, like words.

Nothing is joined by this; it is proposed, the likeliest first, with the reason.
"""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import TypeVar

from .records import DAY

NEAR = 30 * DAY
"""How far apart in time two conversations may be."""
VERY_NEAR = 3 * DAY
"""So near that the same people are reason enough."""
COMMON = 0.3
"""A word that stands in a greater share of what is compared tells nothing."""
FEW = 4
"""Conversations below which no share is taken."""
TOLD = 3
"""Words given as a reason, at most."""
ON_A_LIST = 2
"""Words that both say, at least, where nobody but a list is in both."""
SHORT = 20
"""Words below which a conversation counts as if it had so many: two of three are no likeness."""
WORDS, SAME_TOPIC, SAME_PEOPLE, FAR = 80, 8, 4, 6
"""What likeness weighs: of words, of the topic, of people, and against it the time between."""
_EMPTY = (
    "there this that these those with from have what which when where will would could "
    "should about they them then than your been were just also here some very please thanks "
    "thank dear hello only into over after before because still much many more most such"
)
EMPTY = frozenset(_EMPTY.split())
"""English words that tell nothing of what is spoken of."""
LONGEST = 2_000
"""Characters of a text that are looked at."""

WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
_LETTERS = re.compile(r"[^\W_]+")

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a conversation."""

    people: frozenset[int]
    """Everybody but the user, lists left out."""
    first_at: int | None
    """None where none of it has a date: then it is near to nothing in time."""
    last_at: int | None
    words: frozenset[str]
    """Of its topic and of some of what was said, as `words` gives them."""
    topic: str = ""
    """What it is called, as `called` gives it."""
    lists: frozenset[int] = frozenset()
    """The discussion lists that heard it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two conversations may be one."""

    same_people: bool
    """Not only some of them are in both."""
    apart: int | None
    """Microseconds between the one and the other; 0 where they overlap, None where unknown."""
    words: tuple[str, ...]
    """What both speak of, the rarest first."""
    same_topic: bool = False
    """They are called the same."""
    same_list: bool = False
    """Nobody is in both, but both went to one discussion list."""


def words(text: str) -> frozenset[str]:
    """The words of a text by which it may be known again, in small letters."""
    return frozenset(WORD.findall(text[:LONGEST].casefold())) - EMPTY


def called(topic: str) -> str:
    """A topic by which it may be known again: in small letters, without marks."""
    return " ".join(_LETTERS.findall(topic.casefold()))


def likely(one: Sketch, others: Mapping[Key, Sketch]) -> list[tuple[Key, Reason]]:
    """Those of the others that may be one with a conversation, the likeliest first."""
    seen = Counter(word for other in others.values() for word in other.words)
    most = max(FEW, int(len(others) * COMMON))
    found = []
    for key, other in others.items():
        people, lists = one.people & other.people, one.lists & other.lists
        known = _apart(one, other)
        apart = NEAR if known is None else known
        if not (people or lists) or apart > NEAR:
            continue
        same = bool(people) and one.people == other.people
        named = bool(one.topic) and one.topic == other.topic
        both = [word for word in one.words & other.words if seen[word] <= most]
        by_words = len(both) >= (1 if people else ON_A_LIST)
        if not (by_words or named or (same and apart <= VERY_NEAR)):
            continue
        both.sort(key=lambda word: (seen[word], -len(word), word))
        weight = _alike(both, one, other, seen, len(others))
        weight += SAME_TOPIC * named + SAME_PEOPLE * same
        weight += len(people) / max(1, len(one.people | other.people)) - FAR * apart / NEAR
        reason = Reason(same, known, tuple(both[:TOLD]), named, not people)
        found.append((weight, key, reason))
    found.sort(key=lambda each: each[0], reverse=True)
    return [(key, reason) for _, key, reason in found]


def _apart(one: Sketch, other: Sketch) -> int | None:
    """The time between two, None where one of them has no date."""
    if one.first_at is None or one.last_at is None:
        return None
    if other.first_at is None or other.last_at is None:
        return None
    return max(0, one.first_at - other.last_at, other.first_at - one.last_at)


def _alike(
    both: Collection[str], one: Sketch, other: Sketch, seen: Mapping[str, int], count: int
) -> float:
    """What the words in both weigh, rare ones more, beside all that either has."""
    rare = sum(log(1 + count / seen[word]) for word in both)
    return WORDS * rare / sqrt(max(SHORT, len(one.words)) * max(SHORT, len(other.words)))


def in_words(reason: Reason) -> str:
    """A reason as it is shown, such as `same people, 2 days apart, both say kyoto`."""
    some = "on the same list" if reason.same_list else "some of the same people"
    parts = ["same people" if reason.same_people else some]
    if reason.apart is not None:
        parts.append(_time_between(reason.apart))
    if reason.same_topic:
        parts.append("called the same")
    if reason.words:
        parts.append(f"both say {', '.join(reason.words)}")
    return ", ".join(parts)


def _time_between(apart: int) -> str:
    days = round(apart / DAY)
    if days:
        return f"{days} day{'' if days == 1 else 's'} apart"
    return "at the same time" if apart == 0 else "within a day"
