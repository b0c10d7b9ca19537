"""Who is good for what: as a private note tells it, and as it is fit to be passed on.

In a note a line says `% plumbing: Marek (recommended by Ana)`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[ \t]*(?:[-*+][ \t]+)?%[ \t]+(\S[^:\n]*?)[ \t]*:[ \t]+(\S.*)")
_BY = re.compile(r"@?(.*?)[ \t]*\((?:recommended[ \t]+)?by[ \t]+@?([^()]+)\)[ \t]*", re.IGNORECASE)
_REACHED = re.compile(
    r"[<(\[]?(?:mailto:|tel:)?[^\s<>()\[\]]*@[^\s<>()\[\]]+[>)\]]?"
    r"|https?://\S+|(?<!\w)\+?\(?\d(?:[\s()./-]{0,2}\d){5,}"
)
"""An address within a name: of mail or chat, on the web, or a number to call."""
_BETWEEN = " .'’-"
"""What stands between the letters of names."""
_LONGEST = 200
"""Characters of a name that are passed on."""
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


def name_alone(name: str, addresses: Iterable[str]) -> str:
    """A name without addresses, known ones and what looks like one; empty where nothing is left.

    Who came in without a name is called by an address, which is not everybody's to know.
    """
    for address in sorted(addresses, key=len, reverse=True):
        # In chats one is reached by a name, which is all that others call one by.
        if not all(letter.isalpha() or letter in _BETWEEN for letter in address):
            name = re.sub(re.escape(address), " ", name, flags=re.IGNORECASE)
    name = _REACHED.sub(" ", name[:_LONGEST])
    return " ".join(re.sub(r"[<(\[]\s*[>)\]]", " ", name).split()).strip(" ,;:-")
