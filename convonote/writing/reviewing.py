"""What is found in a text while it is written: its words, what it promises, what it remarks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from convonote.conversation.remarks import Marked, RemarkKind, marked
from convonote.conversation.tasks import Task, tasks
from convonote.conversation.wishes import wish_in
from convonote.text.clean import clean
from convonote.text.times import due
from convonote.writing.whose import is_known

PREVIEWED = 20_000
"""Characters around the cursor that are laid out as one types."""
LISTED = 3
"""Promises that are shown in the line; the others are counted."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a text holds."""

    words: int
    tasks: tuple[Task, ...] = ()
    unowned: frozenset[int] = frozenset()
    """The lines of those tasks that name nobody who is there, or somebody of several."""
    remarks: tuple[Marked, ...] = ()
    """What a note tells of somebody, or holds for next time."""


def review(
    text: str, said_on: date, *, note: bool = False, names: Collection[str] | None = None
) -> Review:
    """Count the words of a text and find its task items, or the remarks of a note.

    `names` are those of the people concerned, where they are known.
    """
    words = len(text.split())
    if note:
        return Review(words, remarks=marked(text, said_on))
    found = tasks(text, said_on, names or ())
    unowned = () if names is None else (one.line for one in found if not is_known(one, names))
    return Review(words, found, frozenset(unowned))


def review_line(found: Review, today: date, names: Sequence[str] = ()) -> str:
    """The review in a line, such as `12 words · I promise: send the list (Fri 27 Nov)`."""
    parts = [f"{found.words:,} word{'' if found.words == 1 else 's'}"]
    for task in found.tasks[:LISTED]:
        owner, what = f"{clean(task.owner)} promises" if task.owner else "promised", task.what
        if task.line in found.unowned:
            owner, what = "suggested (@ names nobody here, or several)", task.whole
        until = f" ({due(task.due, today)})" if task.due else ""
        done = ", kept" if task.done else ""
        parts.append(f"{owner}: {clean(what)}{until}{done}")
    if len(found.tasks) > LISTED:
        parts.append(f"{len(found.tasks) - LISTED} more promises")
    parts += [remark_words(remark, today, names) for remark in found.remarks[:LISTED]]
    if len(found.remarks) > LISTED:
        parts.append(f"{len(found.remarks) - LISTED} more remarks")
    return " · ".join(parts)


def remark_words(remark: Marked, today: date, names: Sequence[str] = ()) -> str:
    """What a line of a note will be filed as, such as `next time: the knee (Sun 3 Jan)`."""
    asks = any(wish_in(remark.text, today, name) for name in ("", *names))
    kind = "asked for" if asks else "told"
    kind = "next time" if remark.kind is RemarkKind.NEXT_TIME else kind
    until = f" ({due(remark.due, today)})" if remark.due else ""
    return f"{kind}: {clean(remark.whole)}{until}"


def near(text: str, row: int) -> str:
    """The part of a long text around a line, whole lines only where they are not endless."""
    if len(text) <= PREVIEWED:
        return text
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[:row])
    start = max(0, before - PREVIEWED // 2)
    begin = text.rfind("\n", 0, start) + 1 if start else 0
    return text[max(begin, start - PREVIEWED // 2) : start + PREVIEWED]
