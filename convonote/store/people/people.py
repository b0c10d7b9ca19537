"""People and their addresses."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.people.addresses import fold_address
from convonote.store.people.person_records import Person
from convonote.store.storable import storable

if TYPE_CHECKING:
    from convonote.intake.records import Party

_COLUMNS = "id, uid, name, me, kind = 'list'"


def me(base: Base) -> Person:
    """The user, with addresses."""
    found = person(base, base.me)
    assert found is not None
    return found


def person(base: Base, id: int) -> Person | None:
    """One person, with addresses; who was merged is the one they were merged with."""
    id = followed(base, id)
    row = base.row(f"SELECT {_COLUMNS} FROM person WHERE id = ? AND deleted_at IS NULL", (id,))
    if row is None:
        return None
    addresses = base.rows(
        "SELECT channel, value FROM address WHERE person = ? AND deleted_at IS NULL"
        " ORDER BY preferred DESC, id",
        (id,),
    )
    return _person(row, tuple((channel, value) for channel, value in addresses))


def present(base: Base, id: int) -> Person:
    """One person, with addresses; raises Refused where they are no longer there."""
    found = person(base, id)
    if found is None:
        raise Refused("this person is no longer there; choose somebody else")
    return found


def followed(base: Base, id: int) -> int:
    """The one with whom somebody was merged, else themselves."""
    kept: int | None = base.value("SELECT merged_into FROM person WHERE id = ?", (id,))
    return id if kept is None else kept


def named(base: Base, ids: Iterable[int | None]) -> Mapping[int, Person]:
    """People by id, without addresses, in one query; deleted ones too, for what they said stays."""
    wanted = sorted({id for id in ids if id is not None})
    rows = base.rows(
        f"SELECT {_COLUMNS} FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    )
    return {row[0]: _person(row) for row in rows}


def required(base: Base, ids: Iterable[int]) -> Mapping[int, Person]:
    """People by id; raises Refused where one of them is no longer there."""
    wanted = set(ids)
    found = named(base, wanted)
    if wanted - found.keys():
        raise Refused("somebody named here is no longer there; choose the people again")
    return found


def listed(base: Base, ids: Iterable[int]) -> str:
    """The names of people in one phrase, such as "Ana Lima, Bob"."""
    order = list(ids)
    found = named(base, order)
    return ", ".join("me" if found[id].me else found[id].name for id in order if id in found)


def people(base: Base, words: str, *, offset: int, limit: int | None) -> list[Person]:
    """The contact list by name; each word stands in the name, an address or a detail."""
    where, parameters = _in_list(words)
    rows = base.rows(
        f"SELECT {_COLUMNS} FROM person WHERE {where} LIMIT ? OFFSET ?",
        (*parameters, -1 if limit is None else limit, offset),
    )
    return [_person(row) for row in rows]


def ids(base: Base, words: str) -> list[int]:
    """The ids of the same, in the same order: fifty thousand take as little as a page of them."""
    where, parameters = _in_list(words)
    return [id for (id,) in base.rows(f"SELECT id FROM person WHERE {where}", parameters)]


def _in_list(words: str) -> tuple[str, list[object]]:
    """Who stands in the contact list and in which order, as SQL."""
    where, parameters = "kind = 'person' AND me = 0 AND deleted_at IS NULL", list[object]()
    for word in words.split():
        where += (
            " AND (name LIKE ? ESCAPE '\\' OR id IN (SELECT person FROM address"
            " WHERE value LIKE ? ESCAPE '\\' AND deleted_at IS NULL UNION ALL"
            " SELECT person FROM detail WHERE value LIKE ? ESCAPE '\\' AND deleted_at IS NULL"
            " AND kind NOT IN ('card', 'distinct')))"
        )
        parameters += [_containing(word)] * 3
    return f"{where} ORDER BY name COLLATE NOCASE, id", parameters


def add_person(base: Base, name: str, addresses: Iterable[tuple[str, str]]) -> Person:
    """Add somebody as the user's own change."""
    from convonote.store.people import naming

    name = name.strip()
    if not name:
        raise Refused("a person needs a name")
    with base.writing(USER, f"added {name}") as recording:
        id = make(base, recording, name, named_by="user")
        for channel, value in addresses:
            if (owner := at_address(base, channel, value)) is not None:
                raise Refused(f"{value} is already an address of {_name(base, owner)}")
            add_address(base, recording, id, channel, value)
        naming.index_person(base, id)
        added = person(base, id)
    assert added is not None
    return added


def make(
    base: Base,
    recording: Recording,
    name: str,
    *,
    named_by: str = "import",
    is_list: bool = False,
) -> int:
    """Insert a person; the caller adds addresses, then puts all into the index of names."""
    return recording.insert(
        "person",
        name=storable(name),
        named_by=named_by,
        kind="list" if is_list else "person",
        created_at=base.now(),
    )


def call(base: Base, recording: Recording, id: int, name: str, *, named_by: str) -> None:
    """Give a person a name; one that the user wrote outlives what an import brings."""
    from convonote.store.people import naming

    kept = base.value("SELECT named_by FROM person WHERE id = ?", (id,))
    if kept == "user" and named_by != "user":
        return
    if recording.set("person", id, "name", storable(name)):
        naming.index_person(base, id)
    recording.set("person", id, "named_by", named_by)


def add_address(
    base: Base,
    recording: Recording,
    person: int,
    channel: str,
    value: str,
    *,
    preferred: bool = False,
) -> int:
    """Insert an address that nobody has yet; the caller puts it into the index of names."""
    return recording.insert(
        "address",
        person=person,
        channel=channel,
        value=storable(value.strip()),
        folded=fold_address(channel, value),
        created_at=base.now(),
        preferred=int(preferred),
    )


def at_address(base: Base, channel: str, value: str) -> int | None:
    """Whose address this is."""
    found: int | None = base.value(
        "SELECT person FROM address WHERE channel = ? AND folded = ? AND deleted_at IS NULL",
        (channel, fold_address(channel, value)),
    )
    return found


def resolve(base: Base, recording: Recording, party: "Party", *, is_list: bool = False) -> int:
    """The person whom a source names, made if new; of several names the best is taken."""
    from convonote.store.people import called, naming

    name = party.name.strip()
    id = at_address(base, party.channel, party.address)
    if id is None:
        id = make(base, recording, name or party.address.strip(), is_list=is_list)
        add_address(base, recording, id, party.channel, party.address)
        naming.index_person(base, id)
        return id
    row = base.row("SELECT name, kind FROM person WHERE id = ?", (id,))
    assert row is not None
    known, kind = row
    shown = storable(name or party.address.strip())
    if id != base.me and called.better(shown, known):
        call(base, recording, id, shown, named_by="import")
    if is_list and kind != "list" and id != base.me:
        recording.set("person", id, "kind", "list")
    return id


def _containing(word: str) -> str:
    for mark in "\\%_":
        word = word.replace(mark, "\\" + mark)
    return f"%{storable(word)}%"


def _name(base: Base, id: int) -> str:
    name: str = base.value("SELECT name FROM person WHERE id = ?", (id,))
    return name


def _person(
    row: tuple[int, str, str, int, int], addresses: tuple[tuple[str, str], ...] = ()
) -> Person:
    id, uid, name, is_me, is_list = row
    return Person(id, uid, name, bool(is_me), bool(is_list), addresses)
