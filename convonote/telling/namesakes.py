"""People who are called the same, told apart by what one knows of them."""

from collections import Counter
from collections.abc import Collection, Sequence

from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Contact, Person
from convonote.text.times import ago


def namesakes(notebook: Notebook, name: str) -> list[str]:
    """Those who have exactly this name already, each told apart from the others."""
    wanted = name.casefold()
    found = [one.person for one in notebook.match(name, people_only=True) if one.person]
    same = [one.id for one in found if one.name.casefold() == wanted]
    return [told_apart(one, notebook.now()) for one in notebook.these_contacts(same)]


def names_of(notebook: Notebook, people: Sequence[Person]) -> tuple[str, ...]:
    """Their names, with what tells those apart who are called the same."""
    counted = Counter(one.name.casefold() for one in people)
    several = [one.id for one in people if counted[one.name.casefold()] > 1]
    apart = _apart(notebook, several)
    return tuple(apart.get(one.id, one.name) for one in people)


def _apart(notebook: Notebook, people: Collection[int]) -> dict[int, str]:
    if not people:
        return {}
    now = notebook.now()
    return {one.person.id: told_apart(one, now) for one in notebook.these_contacts([*people])}


def told_apart(contact: Contact, now: int) -> str:
    """A name with an address, without one with when one was last in touch."""
    shown = contact.person.with_address
    if shown != contact.person.name or contact.person.addresses:
        return shown
    if contact.last_at is None:
        return f"{shown} (nothing said yet)"
    return f"{shown} (last {ago(contact.last_at, now)} ago)"
