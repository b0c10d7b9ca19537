"""Changing by hand what somebody is called and how they are reached."""

from collections.abc import Sequence

from convonote.store.base import Base
from convonote.store.changes import USER
from convonote.store.errors import Refused
from convonote.store.people import naming, people
from convonote.store.people.addresses import fold_address
from convonote.store.people.details import DISTINCT
from convonote.store.people.namesakes import beside_namesakes
from convonote.store.people.person_records import Person
from convonote.store.turns.folding import refold


def rename(base: Base, person: int, name: str) -> Person:
    """Give somebody another name, which no import overwrites."""
    name = " ".join(name.split())
    if not name:
        raise Refused("a person needs a name")
    with base.writing(USER, "") as recording:
        one = people.present(base, person)
        touched = beside_namesakes(base, one.id)
        people.call(base, recording, one.id, name, named_by="user")
        refold(base, touched | beside_namesakes(base, one.id))
        recording.what = f"called {one.name} {name}"
        return people.present(base, one.id)


def add_address(
    base: Base, person: int, channel: str, value: str, *, preferred: bool | None
) -> Person:
    """Write an address of somebody, or with `preferred` how they like to be reached."""
    channel, value = channel.strip(), value.strip()
    if not channel or not value:
        raise Refused("an address needs a channel and a value, such as phone +48 600 100 200")
    with base.writing(USER, "") as recording:
        one = people.present(base, person)
        owner = people.at_address(base, channel, value)
        if owner is None:
            people.add_address(
                base, recording, one.id, channel, value, preferred=preferred or False
            )
        elif owner != one.id and people.person(base, owner) is None:
            # Whoever had it was deleted.
            taken = _address(base, owner, channel, value)
            recording.set("address", taken, "person", one.id)
            recording.set("address", taken, "preferred", int(preferred or False))
        elif owner != one.id:
            name = people.listed(base, [owner])
            raise Refused(f"{value} is an address of {name}; merge the two if they are one person")
        elif preferred is not None:
            recording.set("address", _address(base, one.id, channel, value), "preferred", preferred)
        naming.index_person(base, one.id)
        recording.what = f"wrote an address of {one.name}: {value}"
        return people.present(base, one.id)


def remove_address(base: Base, person: int, channel: str, value: str) -> Person:
    """Take an address away from somebody; no card brings it back."""
    with base.writing(USER, "") as recording:
        one = people.present(base, person)
        recording.delete("address", _address(base, one.id, channel, value))
        naming.index_person(base, one.id)
        recording.what = f"took an address away from {one.name}: {value}"
        return people.present(base, one.id)


def delete_people(base: Base, some: Sequence[int]) -> None:
    """Take people out of the contact list; what they said stays, and no import brings them back."""
    with base.writing(USER, "") as recording:
        gone = [people.present(base, id) for id in some]
        for one in gone:
            if one.me:
                raise Refused("this is you, and cannot be deleted")
            recording.delete("person", one.id)
            naming.index_person(base, one.id)
        recording.what = f"deleted {', '.join(one.name for one in gone)}"


def keep_distinct(base: Base, one: int, other: int) -> None:
    """Say that two people are two, so that they are not proposed as one again."""
    with base.writing(USER, "") as recording:
        first, second = people.present(base, one), people.present(base, other)
        if first.id == second.id:
            raise Refused(f"these are one person already: {first.with_address}")
        recording.insert(
            "detail", person=first.id, kind=DISTINCT, value=second.uid, created_at=base.now()
        )
        recording.what = (
            f"said that {first.beside(second)} and {second.beside(first)} are two people"
        )


def _address(base: Base, person: int, channel: str, value: str) -> int:
    id = base.value(
        "SELECT id FROM address WHERE person = ? AND channel = ? AND folded = ?"
        " AND deleted_at IS NULL",
        (person, channel, fold_address(channel, value)),
    )
    if id is None:
        raise Refused(f"{value} is no address of theirs; it was taken away meanwhile")
    return int(id)
