"""Where in a line the words stand that somebody looks for."""

from collections.abc import Callable
from functools import partial

from convonote.conversation.filters import read
from convonote.store.search import snippet
from convonote.store.search.query import parse

Marker = Callable[[str], snippet.Marks]
"""From a line of text to (start, end) of what was found in it."""


def marker(line: str) -> Marker | None:
    """What marks the words of a search, its filters left out; None where it has no words."""
    pattern = parse(read(line).words).pattern()
    return None if pattern is None else partial(snippet.marks, pattern=pattern)
