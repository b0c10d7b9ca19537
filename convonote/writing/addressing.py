"""Names separated by commas, and which people they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Person
from convonote.text.clean import clean

NEW = "+"
"""Before a name: somebody who is to be added."""


class UnknownName(Exception):
    """A name that is nobody's, or several people's; one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom the names mean, in their order: ids of people, and names of new ones."""

    people: tuple[int | str, ...] = ()

    @property
    def known(self) -> tuple[int, ...]:
        """Those who are in the notebook."""
        return tuple(one for one in self.people if isinstance(one, int))


def label(person: Person, taken: Iterable[str] = ()) -> str:
    """A person's name as it stands in a field: without commas, and unlike those taken."""
    name = " ".join(clean(person.name).replace(",", " ").split()) or "?"
    others = set(taken)
    if name not in others:
        return name
    address = next((value for _, value in person.addresses), str(person.id))
    return f"{name} <{' '.join(clean(address).replace(',', ' ').split())}>"


def names(field: str) -> list[str]:
    """The names in a field."""
    return [name for part in field.split(",") if (name := " ".join(part.split()))]


def resolve(notebook: Notebook, field: str, labels: Mapping[str, int]) -> Addressed:
    """Whom the field names; `labels` are names that were chosen from a list. Raises UnknownName."""
    found: dict[int | str, None] = {}
    for name in names(field):
        if name.startswith(NEW):
            if new := name[len(NEW) :].strip():
                found[new] = None
        else:
            found[labels[name] if name in labels else _person(notebook, name)] = None
    return Addressed(tuple(found))


def add_new(notebook: Notebook, addressed: Addressed) -> tuple[int, ...]:
    """The ids of all of them; those who are new are added to the notebook."""
    return tuple(
        one if isinstance(one, int) else notebook.add_person(one).id for one in addressed.people
    )


def _person(notebook: Notebook, name: str) -> int:
    """The one person a name may mean."""
    found = notebook.match(name, people_only=True)
    candidates = [one.person for one in found if one.person is not None]
    if len(candidates) == 1:
        return candidates[0].id
    shown = clean(name)
    if candidates:
        listed = ", ".join(clean(one.name) for one in candidates[:4])
        raise UnknownName(f"“{shown}” may be {listed}; pick one with ↓ and Enter")
    near = ", ".join(clean(one) for one in notebook.nearest(name))
    hint = f"; nearest: {near}" if near else ""
    raise UnknownName(f"Nobody is called “{shown}”{hint}. To add somebody new: +{shown}")
