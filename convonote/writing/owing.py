"""Whose promise a task item is, as far as can be told before it is written down, and in words."""

from collections.abc import Iterator

from convonote.conversation.tasks import tasks
from convonote.conversation.zones import day_of
from convonote.intake.line import Direction
from convonote.store.notebook import Notebook
from convonote.text.times import long_day
from convonote.writing.understanding import Understood, reminder_line
from convonote.writing.whose import is_known


def promised(understood: Understood, book: Notebook) -> Iterator[str]:
    """What the line promises, and of what it reminds."""
    line, into = understood.line, understood.into
    today = day_of(book.now(), book.zone)
    speaker = understood.people[0].name if line.direction is Direction.THEY_SAID else "mine"
    there = [one.person for one in understood.people if one.person is not None]
    known = {one.id: one.name for one in (*there, book.me, *(into.people if into else ()))}
    new = (one.name for one in understood.people if one.person is None)
    names = [*known.values(), *new]
    for task in tasks(line.text, day_of(line.moment.at, book.zone), names):
        by = f", {long_day(task.due, today)}" if task.due else ""
        if is_known(task, names):
            yield f"promise of {task.owner or speaker}: {task.what}{by}"
        else:
            yield unowned_line(task.whole, by)
    if line.remind is not None:
        yield reminder_line(line.remind, book)


def unowned_line(what: str, by: str = "") -> str:
    """What is said of a task item that names nobody who is there."""
    return f"suggested: {what}{by} (@ names nobody here, or several)"
