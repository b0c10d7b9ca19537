"""Which conversations may be one: the same people, near in time, like words.

Nothing is joined by this; it is proposed, the likeliest first, with the reason.
"""

import re
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
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

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a conversation."""

    people: frozenset[int]
    """Everybody but the user, lists left out."""
    first_at: int
    last_at: int
    words: frozenset[str]
    """Of its topic and of some of what was said, as `words` gives them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two conversations may be one."""

    same_people: bool
    """Not only some of them are in both."""
    apart: int
    """Microseconds between the one and the other; 0 where they overlap."""
    words: tuple[str, ...]
    """What both speak of, the rarest first."""


def words(text: str) -> frozenset[str]:
    """The words of a text by which it may be known again, in small letters."""
    return frozenset(WORD.findall(text[:LONGEST].casefold())) - EMPTY


def likely(one: Sketch, others: Mapping[Key, Sketch]) -> list[tuple[Key, Reason]]:
    """Those of the others that may be one with a conversation, the likeliest first."""
    seen = Counter(word for other in others.values() for word in other.words)
    most = max(FEW, int(len(others) * COMMON))
    found = []
    for key, other in others.items():
        shared = one.people & other.people
        apart = max(0, one.first_at - other.last_at, other.first_at - one.last_at)
        if not shared or apart > NEAR:
            continue
        same = one.people == other.people
        both = [word for word in one.words & other.words if seen[word] <= most]
        if not both and not (same and apart <= VERY_NEAR):
            continue
        both.sort(key=lambda word: (seen[word], -len(word), word))
        weight = 5 * min(len(both), TOLD) + 4 * same + len(shared) / len(one.people | other.people)
        weight -= 6 * apart / NEAR
        found.append((weight, key, Reason(same, apart, tuple(both[:TOLD]))))
    found.sort(key=lambda each: each[0], reverse=True)
    return [(key, reason) for _, key, reason in found]


def in_words(reason: Reason) -> str:
    """A reason as it is shown, such as `same people, 2 days apart, both say kyoto`."""
    days = round(reason.apart / DAY)
    parts = ["same people" if reason.same_people else "some of the same people"]
    if days:
        parts.append(f"{days} day{'' if days == 1 else 's'} apart")
    else:
        parts.append("at the same time" if reason.apart == 0 else "within a day")
    if reason.words:
        parts.append(f"both say {', '.join(reason.words)}")
    return ", ".join(parts)
