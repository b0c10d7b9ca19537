"""Who the user is: their name and addresses, and everything said from those."""

from collections.abc import Iterable

from convonote.store.base import Base
from convonote.store.changes import SETUP, Recording
from convonote.store.people import merging, people
from convonote.store.people.addresses import fold_address
from convonote.store.people.person_records import Person
from convonote.store.turns.folding import refold


def set_me(base: Base, name: str | None, addresses: Iterable[tuple[str, str]]) -> Person:
    """Take a name and addresses as the user's own, and fold whoever turns out to be the user."""
    touched: set[int] = set()
    from convonote.store.people import naming

    with base.writing(SETUP, "said who I am") as recording:
        if name is not None and name.strip():
            people.call(base, recording, base.me, name.strip(), named_by="user")
        for channel, value in addresses:
            touched |= _take(base, recording, channel, value)
        if not recording.empty:
            naming.index_person(base, base.me)
            # The same full name at another address is the same person (T17), so a name counts too.
            touched |= _named_like_me(base)
        refold(base, touched)
        return people.me(base)


def _take(base: Base, recording: Recording, channel: str, value: str) -> set[int]:
    """Make an address the user's; the conversations which that touches."""
    from convonote.store.people import naming

    owner = people.at_address(base, channel, value)
    if owner is None:
        people.add_address(base, recording, base.me, channel, value)
        return set()
    if owner == base.me:
        return set()
    address = base.value(
        "SELECT id FROM address WHERE channel = ? AND folded = ? AND deleted_at IS NULL",
        (channel, fold_address(channel, value)),
    )
    recording.set("address", address, "person", base.me)
    naming.index_person(base, owner)
    left = "SELECT 1 FROM address WHERE person = ? AND deleted_at IS NULL"
    if base.row(left, (owner,)):
        return set()
    return merging.become(base, recording, base.me, owner)


def _named_like_me(base: Base) -> set[int]:
    name = base.value("SELECT name FROM person WHERE id = ?", (base.me,))
    rows = base.rows(
        "SELECT conversation FROM participant JOIN person ON person.id = participant.person"
        " WHERE person.name = ? COLLATE NOCASE",
        (name,),
    )
    return {conversation for (conversation,) in rows}
