"""Task items of markdown: what somebody says they, or somebody else, will do.

`- [ ] send the list by fri` is a promise of the author, `- [ ] @Ana sends the quote` one of Ana. Of
the names of the people concerned the longest that stands behind `@` counts, else the word there.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from .due import split_due


@dataclass(frozen=True, slots=True)
class Task:
    """One task item."""

    line: int
    """The line it stands on, from 0."""
    done: bool
    owner: str
    """The name behind `@`; empty where it is the author's own."""
    what: str
    """What is to be done, without owner and due date."""
    due: date | None
    mention: str = field(default="", compare=False)
    """The owner as it is written, with its `@`."""

    @property
    def whole(self) -> str:
        """What is to be done with the name before it: of use where nobody is called so."""
        return f"{self.mention} {self.what}" if self.mention else self.what


_ITEM = re.compile(r"([-*+]|[0-9]{1,9}[.)])([ \t]+)")
_BOX = re.compile(r"\[([ xX])\](?=[ \t\r]|\Z)")
_FENCE = re.compile(r"(`{3,}|~{3,})(.*)", re.DOTALL)
_OWNER = re.compile(r"@(?:\"([^\"]+)\"|“([^”]+)”|([^\s\",:;()\[\]]+))[,:]?(?=\s|\Z)")


def tasks(text: str, said_on: date, names: Collection[str] = ()) -> tuple[Task, ...]:
    """The task items of a text; a due date in words is read as on the day it was said.

    `names` are those of everybody who may be meant.
    """
    if "[" not in text:
        return ()
    found = []
    for number, box, rest in _boxes(text):
        owner, mention, what = _owner(rest.strip(), names)
        what, due = split_due(what, said_on)
        if what:
            found.append(Task(number, box[1] != " ", owner, what, due, mention))
    return tuple(found)


def boxed(text: str, done: Mapping[int, bool]) -> str:
    """The text with the boxes on some lines ticked or emptied; a line without one stays."""
    if not done:
        return text
    lines = text.split("\n")
    for number, box, _ in _boxes(text):
        if number in done and done[number] != (box[1] != " "):
            before, after = lines[number][: box.start(1)], lines[number][box.end(1) :]
            lines[number] = f"{before}{'x' if done[number] else ' '}{after}"
    return "\n".join(lines)


def _owner(what: str, names: Collection[str]) -> tuple[str, str, str]:
    """The owner, how they are written, and what is left."""
    if found := _full_name(what, names):
        return " ".join(found[1].split()), found[0].rstrip(" ,:"), what[found.end() :].lstrip()
    found = _OWNER.match(what)
    if not found:
        return "", "", what
    name = found[1] or found[2] or found[3]
    owner = " ".join(name.split()).rstrip(".")
    return owner, found[0].rstrip(" ,:"), what[found.end() :].lstrip()


def _full_name(what: str, names: Collection[str]) -> re.Match[str] | None:
    """The longest of some names that stands behind an `@` without quotes, in any case of letters.

    A name with a stroke or a bracket in it ends where it ends, as any other does.
    """
    if not what.startswith("@"):
        return None
    for name in sorted(map(str.split, names), key=lambda words: -sum(map(len, words))):
        pattern = r"\s+".join(map(re.escape, name))
        if name and (found := re.match(rf"@({pattern})[,:]?(?=\s|\Z)", what, re.IGNORECASE)):
            return found
    return None


def _boxes(text: str) -> Iterator[tuple[int, re.Match[str], str]]:
    """Each line with a box: its number, the box within the line, and what follows."""
    fence = ""
    inside = 0  # the column at which the list item before has its text; 0 outside of lists
    blank = True
    for number, line in enumerate(text.split("\n")):
        bare = line.lstrip(" \t")
        indent = _columns(line[: len(line) - len(bare)])
        mark = _FENCE.match(bare)
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
            continue
        if not bare.strip():
            blank = True
            continue
        if indent >= inside + 4 and (blank or not inside):
            continue  # Indented code, or a line that goes on.
        item = _ITEM.match(bare)
        if mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
        elif item:
            inside = indent + _columns(item[0])
            if box := _BOX.match(line, len(line) - len(bare) + item.end()):
                yield number, box, line[box.end() :]
        elif indent == 0 and blank:
            inside = 0
        blank = False


def _columns(space: str) -> int:
    """How many columns a line's beginning takes, tabs reaching to every fourth."""
    return len(space.expandtabs(4))
