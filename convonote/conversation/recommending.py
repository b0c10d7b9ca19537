"""What a private note tells of who is good for what: `% plumbing: Marek (recommended by Ana)`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[ \t]*(?:[-*+][ \t]+)?%[ \t]+(\S[^:\n]*?)[ \t]*:[ \t]+(\S.*)")
_BY = re.compile(r"@?(.*?)[ \t]*\((?:recommended[ \t]+)?by[ \t]+@?([^()]+)\)[ \t]*", re.IGNORECASE)
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True)
class Recommended:
    """A line of a note that says who is good for something."""

    topic: str
    name: str
    """Of who is."""
    by: str
    """The name of who said so; empty where none stands there."""


def recommended(text: str) -> Iterator[Recommended]:
    """The lines of a note that say so; what stands in code says nothing."""
    fence = ""
    for line in text.split("\n") if "%" in text else ():
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
            continue
        if fence or not (found := _LINE.match(line)):
            continue
        named = _BY.fullmatch(found[2])
        name, by = (named[1], named[2]) if named else (found[2].lstrip("@"), "")
        topic, name, by = (" ".join(words.split()) for words in (found[1], name, by))
        if name:
            yield Recommended(topic, name, by)
