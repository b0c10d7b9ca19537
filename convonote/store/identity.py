"""Who the user is: their name and addresses, and everything said from those."""

import json
from collections.abc import Iterable

from convonote.store import people
from convonote.store.addresses import fold_address
from convonote.store.base import Base
from convonote.store.changes import SETUP, Recording
from convonote.store.folding import refold
from convonote.store.records import Person


def set_me(base: Base, name: str | None, addresses: Iterable[tuple[str, str]]) -> Person:
    """Take a name and addresses as the user's own, and fold whoever turns out to be the user."""
    touched: set[int] = set()
    from convonote.store import naming

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
    from convonote.store import naming

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
    return set() if base.row(left, (owner,)) else _become(base, recording, owner)


def _become(base: Base, recording: Recording, other: int) -> set[int]:
    """Make everything of another person the user's own."""
    from convonote.store import naming, searching

    exchanges = base.rows(
        "SELECT id, conversation FROM exchange WHERE author = ? UNION"
        " SELECT exchange.id, conversation FROM addressee"
        " JOIN exchange ON exchange.id = addressee.exchange WHERE person = ?",
        (other, other),
    )
    ids = [id for id, _ in exchanges]
    searching.unindex(base, ids)
    base.run("UPDATE exchange SET author = ? WHERE author = ?", (base.me, other))
    base.run("UPDATE OR IGNORE addressee SET person = ? WHERE person = ?", (base.me, other))
    base.run("DELETE FROM addressee WHERE person = ?", (other,))
    base.run("UPDATE promise SET owner = ? WHERE owner = ?", (base.me, other))
    _rewrite_holders(base, other)
    searching.index(base, ids)
    recording.delete("person", other)
    naming.index_person(base, other)
    return {conversation for _, conversation in exchanges}


def _rewrite_holders(base: Base, other: int) -> None:
    for id, holders in base.rows("SELECT id, holders FROM choice WHERE holders <> ''"):
        before = json.loads(holders)
        if other in before:
            after = dict.fromkeys(base.me if person == other else person for person in before)
            base.run("UPDATE choice SET holders = ? WHERE id = ?", (json.dumps([*after]), id))


def _named_like_me(base: Base) -> set[int]:
    name = base.value("SELECT name FROM person WHERE id = ?", (base.me,))
    rows = base.rows(
        "SELECT conversation FROM participant JOIN person ON person.id = participant.person"
        " WHERE person.name = ? COLLATE NOCASE",
        (name,),
    )
    return {conversation for (conversation,) in rows}
