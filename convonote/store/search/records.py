"""What was found, and how the search was understood."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found."""

    exchange: int
    exchange_uid: str
    conversation: int
    conversation_uid: str
    topic: str
    author: str
    at: int
    offset: int
    channel: str
    snippet: str
    """The words around the hit, on one line."""
    marks: tuple[tuple[int, int], ...] = ()
    """(start, end) of what was found, in characters of the snippet."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave, and how it was understood."""

    hits: tuple[Hit, ...] = ()
    understood: tuple[str, ...] = ()
    """Each filter in words, such as `from Ana Lima, Ana Santos`."""
    troubles: tuple[str, ...] = ()
    """Filters that were left out, each with why."""
