"""What stands in a page of the manual: comments that set an example up, and fenced blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_COMMENT = re.compile(r"<!-- (?P<name>[a-z]+): ?(?P<value>.*?) ?-->\s*")
_FENCE = re.compile(r"(?P<indent> *)```(?P<language>\S*)\s*")
_ANYTHING = "..."
"""In what an example prints: any characters in a line; alone in one, any number of lines."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A line such as `<!-- notebook: demo -->`, which readers do not see."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Fence:
    """A block between fences."""

    language: str
    start: int
    """The place of its first line in the page, from 0."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a `console` block, and what stands below it."""

    typed: str
    start: int
    """The place of the first line of its output in the page, from 0."""
    output: tuple[str, ...]


def pages() -> list[Path]:
    """Every page that has examples."""
    every = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [path for path in every if re.search("```(console|screen)\n", path.read_text("utf-8"))]


def parts(text: str) -> Iterator[Comment | Fence]:
    """The comments and fenced blocks of a page, in their order."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        if comment := _COMMENT.fullmatch(lines[at]):
            yield Comment(comment["name"], comment["value"])
        elif fence := _FENCE.fullmatch(lines[at]):
            start = at + 1
            at = start
            while at < len(lines) and lines[at].strip() != "```":
                at += 1
            indent = len(fence["indent"])
            yield Fence(fence["language"], start, tuple(it[indent:] for it in lines[start:at]))
        at += 1


def commands(block: Fence) -> list[Command]:
    """The commands of a `console` block; a backslash at the end of a line goes on in the next."""
    found: list[Command] = []
    at = 0
    while at < len(block.lines):
        typed = block.lines[at].removeprefix("$ ")
        while typed.endswith("\\") and at + 1 < len(block.lines):
            at += 1
            typed = typed[:-1] + block.lines[at].removeprefix("> ").lstrip()
        start = at = at + 1
        while at < len(block.lines) and not block.lines[at].startswith("$ "):
            at += 1
        found.append(Command(typed, block.start + start, block.lines[start:at]))
    return found


def fits(expected: tuple[str, ...], printed: list[str]) -> bool:
    """Whether what was printed is what the page says, with `...` standing for anything."""
    pattern = "".join(
        r"(?:.*\n)*?"
        if line.strip() == _ANYTHING
        else ".*".join(map(re.escape, line.rstrip().split(_ANYTHING))) + r"\n"
        for line in expected
    )
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in printed)) is not None
