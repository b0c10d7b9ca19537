"""What the screen of one conversation reads in one go: all of it, or what a filter leaves."""

from dataclasses import dataclass

from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.store.records import Conversation, Window
from convonote.widgets.entries import PAGE

PEOPLE = 20
"""People of whom the card shows addresses."""


@dataclass(frozen=True, slots=True)
class TimelineRead:
    """A conversation as it is now."""

    conversation: Conversation | None
    window: Window | None = None
    people: tuple[Person, ...] = ()
    """Those in it, with addresses."""
    ids: tuple[int, ...] | None = None
    """The exchanges that a filter leaves; None where there is none."""
    at: int | None = None
    """The exchange at which it opens."""


def read_timeline(
    notebook: Notebook,
    conversation: int,
    *,
    words: str = "",
    at: int | None = None,
    start: int | None = None,
) -> TimelineRead:
    """A conversation with a window around exchange `at`, or from place `start` on."""
    found = notebook.conversation(conversation)
    if found is None:
        return TimelineRead(None)
    known = (notebook.person(person.id) for person in found.people[:PEOPLE])
    people = tuple(person for person in known if person is not None)
    ids = notebook.matching(words, found.id) if words else None
    if ids is None:
        place = None if at is None else notebook.place_in_timeline(at)
        if place is not None:
            start = max(0, place - PAGE // 2)
        window = notebook.timeline(found.id, start=start, limit=PAGE)
    else:
        if at is not None:
            at = _nearest(ids, at)
            start = max(0, ids.index(at) - PAGE // 2) if at is not None else 0
        window = filtered_window(notebook, found.id, ids, max(0, start or 0), PAGE)
    return TimelineRead(found, window, people, ids, at)


def filtered_window(
    notebook: Notebook, conversation: int, ids: tuple[int, ...], start: int, limit: int
) -> Window:
    """A window of what a filter leaves of a timeline."""
    entries = notebook.these_exchanges(conversation, ids[start : start + limit])
    return Window(conversation, len(ids), start, tuple(entries))


def _nearest(ids: tuple[int, ...], at: int) -> int | None:
    """The exchange itself where the filter leaves it, else the one that came in just before."""
    if at in ids:
        return at
    before = [id for id in ids if id < at]
    return max(before) if before else next(iter(ids), None)
