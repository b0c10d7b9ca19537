"""What a private note tells of somebody: `! …` they volunteered, `? Ana: …` is for next time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .due import split_due


class RemarkKind(StrEnum):
    """What sort of remark it is."""

    WISH = "wish"
    """Something they asked for: when, and how they want to be reached."""
    VOLUNTEERED = "volunteered"
    """Something they told of themselves."""
    NEXT_TIME = "next time"
    """Something to bring up when one next speaks with them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of a note that holds a remark."""

    line: int
    """The line it stands on, from 0."""
    kind: RemarkKind
    """VOLUNTEERED or NEXT_TIME; whether it is a wish is for `wishes` to tell."""
    about: str
    """The name before its colon; empty where there is none. It may be no name at all."""
    text: str
    """What follows the sign, a name before it and a date at its end left out."""
    whole: str
    """The same with the name, for where that is nobody's."""
    due: date | None = None
    """The day from which it is to be brought up."""


_LINE = re.compile(r"[ \t]*(?:[-*+][ \t]+)?([!?])[ \t]+(\S.*)")
_ABOUT = re.compile(r"@?([^:\n]{1,60}?)[ \t]*:[ \t]+(\S.*)", re.DOTALL)
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")


def marked(text: str, said_on: date) -> tuple[Marked, ...]:
    """The remarks in a note; a date in words is read as on the day it was written."""
    return tuple(_marked(text, said_on)) if "!" in text or "?" in text else ()


def _marked(text: str, said_on: date) -> Iterator[Marked]:
    fence = ""
    for number, line in enumerate(text.split("\n")):
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
            continue
        found = None if fence else _LINE.match(line)
        if not found:
            continue
        whole, due = found[2].strip(), None
        kind = RemarkKind.VOLUNTEERED if found[1] == "!" else RemarkKind.NEXT_TIME
        if kind is RemarkKind.NEXT_TIME:
            whole, due = split_due(whole, said_on)
        named = _ABOUT.fullmatch(whole)
        about, said = (named[1], named[2]) if named else ("", whole)
        yield Marked(number, kind, " ".join(about.split()), said, whole, due)
