"""Whom a name means among some people."""

from collections.abc import Mapping
from typing import TypeVar

_Who = TypeVar("_Who")


def meant(name: str, names: Mapping[_Who, str]) -> _Who | None:
    """The one who is meant by a full or a first name; None where nobody or more than one is."""
    sought = folded_name(name)
    known = {who: folded_name(one) for who, one in names.items()}
    full = [who for who, one in known.items() if one == sought]
    first = [who for who, one in known.items() if one.split(" ")[0] == sought]
    for found in (full, first):
        if len(found) == 1:
            return found[0]
    return None


def folded_name(name: str) -> str:
    """A name as it is compared with others."""
    return " ".join(name.casefold().split())
