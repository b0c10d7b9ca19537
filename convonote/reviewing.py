"""What is found in a text while it is written: its words, and what it promises."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from convonote.conversation.tasks import Task, tasks
from convonote.text.clean import clean
from convonote.text.times import due

PREVIEWED = 20_000
"""Characters around the cursor that are laid out as one types."""
LISTED = 3
"""Promises that are shown in the line; the others are counted."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a text holds."""

    words: int
    tasks: tuple[Task, ...] = ()


def review(text: str, said_on: date, *, promises: bool = True) -> Review:
    """Count the words of a text and find its task items."""
    return Review(len(text.split()), tuple(tasks(text, said_on)) if promises else ())


def review_line(found: Review, today: date, names: Sequence[str] = ()) -> str:
    """The review in a line, such as `12 words · I promise: send the list (Fri 27 Nov)`."""
    parts = [f"{found.words:,} word{'' if found.words == 1 else 's'}"]
    for task in found.tasks[:LISTED]:
        owner = f"{clean(task.owner)} promises" if task.owner else "promised"
        until = f" ({due(task.due, today)})" if task.due else ""
        done = ", kept" if task.done else ""
        parts.append(f"{owner}: {clean(task.what)}{until}{done}")
    if len(found.tasks) > LISTED:
        parts.append(f"{len(found.tasks) - LISTED} more promises")
    return " · ".join(parts)


def near(text: str, row: int) -> str:
    """The part of a long text around a line, whole lines only where they are not endless."""
    if len(text) <= PREVIEWED:
        return text
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[:row])
    start = max(0, before - PREVIEWED // 2)
    begin = text.rfind("\n", 0, start) + 1 if start else 0
    return text[max(begin, start - PREVIEWED // 2) : start + PREVIEWED]
