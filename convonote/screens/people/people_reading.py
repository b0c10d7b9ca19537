"""What the room of people reads: a part of the contact list, and what stands beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Contact
from convonote.store.people.records import Briefing, Knows
from convonote.store.records import Conversation
from convonote.widgets.paged import PAGE


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of the contact list."""

    ids: Sequence[int]
    rows: Mapping[int, Contact]
    select: int | None


@dataclass(frozen=True, slots=True)
class About:
    """What stands beside the list."""

    briefing: Briefing | None
    recommended: Sequence[Knows] = ()
    ids: Sequence[int] = ()
    """Their conversations."""
    rows: Mapping[int, Conversation] | None = None


def read_list(
    notebook: Notebook,
    words: str,
    select: int | None,
    near: Sequence[int],
    before: frozenset[int] | None = None,
) -> Listed:
    """The list by id, and those of it that are in view or around who is selected.

    That is who came back, where those who were there `before` are given.
    """
    ids = notebook.contact_ids(words)
    if before is not None:
        select = next((id for id in ids if id not in before), select)
    place = ids.index(select) if select in ids else 0
    around = ids[max(0, place - PAGE // 2) : place + PAGE]
    known = set(ids).intersection(near)
    return Listed(ids, read_contacts(notebook, [*known, *around]), select)


def read_contacts(notebook: Notebook, ids: Sequence[int]) -> dict[int, Contact]:
    """People by id, without those who are no longer there."""
    return {one.person.id: one for one in notebook.these_contacts(ids)}


def read_conversations(notebook: Notebook, ids: Sequence[int]) -> dict[int, Conversation]:
    """Conversations by id."""
    return {one.id: one for one in notebook.these_conversations(ids)}


def read_about(notebook: Notebook, person: int | None) -> About:
    """What stands beside somebody in the list."""
    briefing = None if person is None else notebook.briefing(person)
    if briefing is None:
        return About(None)
    id = briefing.contact.person.id
    ids = notebook.conversation_ids(id)
    rows = read_conversations(notebook, ids[:PAGE])
    return About(briefing, notebook.recommendations(id), ids, rows)
