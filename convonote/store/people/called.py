"""Which of several names of one person is shown, and whether two names can be one person's."""

import re

from convonote.conversation.who import full_name
from convonote.store.search.letters import fold

_APART = re.compile(r"[\W_]+")
_ODD = re.compile(r"[\d()\[\]{}<>|/@_,;:]")


def likelier(name: str) -> tuple[int, ...]:
    """What makes a name the one to show, the greater the better: whole, plain, in full, short."""
    words = name.split()
    return (
        int("@" not in name and bool(words)),
        int(bool(full_name(name))),
        int(not _ODD.search(name)),
        int(all(len(word.strip(".")) > 1 for word in words)),
        int(name not in (name.lower(), name.upper())),
        -len(words),
        len(name),
    )


def better(name: str, known: str) -> bool:
    """Whether a name is better to show than the one that is known; the same in any order."""
    return (likelier(name), name) > (likelier(known), known)


def conflict(one: str, other: str) -> bool:
    """Whether two names are of two people: neither is the other with words left out or short."""
    first, second = _words(one), _words(other)
    return bool(first and second) and not (_within(first, second) or _within(second, first))


def _words(name: str) -> list[str]:
    return [] if "@" in name else _APART.sub(" ", fold(name)).split()


def _within(some: list[str], more: list[str]) -> bool:
    """Whether each word stands among others, which may be its beginning's only letter."""
    return all(
        any(
            word == each or (min(len(word), len(each)) == 1 and word[0] == each[0]) for each in more
        )
        for word in some
    )
