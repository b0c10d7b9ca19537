"""T17: who counts as whom within one conversation."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from convonote.conversation.records import Exchange, Settings

_VIA = re.compile(r"\s+(?:via|through|über|par)\s+.*$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_UNSPACED = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]{2,}")


@lru_cache(maxsize=10_000)
def full_name(name: str) -> str:
    """A full name as it is compared, or an empty string where it is not a full one.

    Case, accents, order ("Lima, Ana"), brackets and what lists add ("via Kyoto") do not count.
    A single word is no full name, unless it is in a script that sets no space within names.
    """
    if "@" in name:
        return ""
    bare = _VIA.sub("", _BRACKETS.sub(" ", name)).strip(" \t\"'")
    if bare.count(",") == 1:
        last, first = bare.split(",")
        bare = f"{first} {last}"
    decomposed = unicodedata.normalize("NFKD", bare.casefold())
    words = "".join(c for c in decomposed if not unicodedata.combining(c)).split()
    if len(words) > 1:
        return " ".join(words)
    composed = unicodedata.normalize("NFKC", bare)
    return composed if _UNSPACED.fullmatch(composed) else ""


def same_people(names: Mapping[int, str], me: int) -> dict[int, int]:
    """Who counts as whom: from each person with another's full name to that other (T17).

    `names` has everybody in one conversation. The user comes first, then the smallest key; people
    who count as themselves are left out.
    """
    first: dict[str, int] = {}
    same: dict[int, int] = {}
    for person in sorted(names, key=lambda person: (person != me, person)):
        name = full_name(names[person])
        if name and first.setdefault(name, person) != person:
            same[person] = first[name]
    return same


def as_one(exchange: Exchange, settings: Settings) -> Exchange:
    """T17: the exchange with everybody as who they count as."""
    same = settings.same

    def one(people: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(same.get(person, person) for person in people))

    author = exchange.author
    return replace(
        exchange,
        author=None if author is None else same.get(author, author),
        to=one(exchange.to),
        cc=one(exchange.cc),
        speakers=one(exchange.speakers),
        named=one(exchange.named),
    )
