"""Filters as words: what the index holds of an exchange beside its text."""

from collections.abc import Iterable
from functools import cache

from convonote.store.search import ideographs

ATTACHED = "hattachment"
"""The word for what came with an attachment."""


def tokens(
    author: int | None,
    roles: Iterable[tuple[int, str]],
    channel: str,
    conversation: int,
    text: str,
    *,
    attached: bool,
) -> str:
    """Author or speaker `f12`, addressee `t7`, anyone `w7`, channel `cemail`, `v99`, what it has.

    `roles` are (person, role). Behind them stand the pairs of characters by which a word is found
    in a script without spaces.
    """
    speakers = set() if author is None else {author}
    to = []
    anyone = set()
    for person, role in roles:
        if role == "to":
            to.append(person)
        if role == "speaker":
            speakers.add(person)
        if role != "named":
            anyone.add(person)
    anyone |= speakers
    words = [f"f{person}" for person in sorted(speakers)]
    words += [f"t{person}" for person in sorted(to)]
    words += [f"w{person}" for person in sorted(anyone)]
    words += [channel_word(channel), f"v{conversation}"]
    if attached:
        words.append(ATTACHED)
    if pairs := ideographs.tokens(text):
        words.append(pairs)
    return " ".join(words)


@cache
def channel_word(channel: str) -> str:
    """The word for a channel: `in person` is `cinperson`."""
    return "c" + "".join(mark for mark in channel.casefold() if mark.isalnum())
