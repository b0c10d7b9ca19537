"""The contact list: people with their addresses, what is known of them, and as cards."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from convonote.conversation.details import DetailKind
from convonote.intake.records import Card, Detail, Party
from convonote.store.base import Base
from convonote.store.people import details, people
from convonote.store.people.person_records import Contact, DetailRow, Person

AT_ONCE = 500
"""People read at a time."""
_IN = "IN (SELECT value FROM json_each(?))"


def contacts(base: Base, words: str, *, offset: int, limit: int | None) -> list[Contact]:
    """A window of the contact list."""
    return _filled(base, people.people(base, words, offset=offset, limit=limit))


def contact(base: Base, person: int) -> Contact | None:
    """One person, the user too."""
    found = people.person(base, person)
    return None if found is None else _filled(base, [found])[0]


def those(base: Base, ids: Sequence[int]) -> list[Contact]:
    """These people in this order, without those who are no longer there."""
    key = json.dumps(list(ids))
    here = base.rows(f"SELECT id FROM person WHERE id {_IN} AND deleted_at IS NULL", (key,))
    known = people.named(base, (id for (id,) in here))
    return _filled(base, [known[id] for id in ids if id in known])


def cards(base: Base, words: str) -> Iterator[Card]:
    """The people of the contact list as cards, in its order."""
    start = 0
    while True:
        with base.reading():
            some = contacts(base, words, offset=start, limit=AT_ONCE)
        yield from map(card, some)
        start += len(some)
        if len(some) < AT_ONCE:
            return


def card(one: Contact) -> Card:
    """A person as a card, which names them by their uid."""
    person = one.person
    organisation = any(
        each.kind == DetailKind.ORGANISATION and each.value == person.name for each in one.details
    )
    shared = [(each.extra, each.value) for each in one.details if each.kind == details.SHARES]
    return Card(
        source="",
        place=0,
        name=person.name,
        addresses=tuple(
            Party(value, channel=channel) for channel, value in (*person.addresses, *shared)
        ),
        preferred=one.preferred,
        details=tuple(
            Detail(DetailKind(each.kind), each.value, each.extra)
            for each in one.details
            if each.kind != details.SHARES
        ),
        organisation=organisation,
        uid=f"urn:uuid:{person.uid}",
    )


def _filled(base: Base, some: Sequence[Person]) -> list[Contact]:
    """People with everything that the contact list shows of them, read with a few queries."""
    key = (json.dumps([person.id for person in some]),)
    addresses: dict[int, list[tuple[str, str]]] = defaultdict(list)
    preferred: dict[int, int] = defaultdict(int)
    for id, channel, value, first in base.rows(
        f"SELECT person, channel, value, preferred FROM address WHERE person {_IN}"
        " AND deleted_at IS NULL ORDER BY preferred DESC, id",
        key,
    ):
        addresses[id].append((channel, value))
        preferred[id] += first
    known: dict[int, list[DetailRow]] = defaultdict(list)
    for id, *row in base.rows(
        "SELECT person, id, uid, kind, value, extra, made_by = 'import' FROM detail"
        f" WHERE person {_IN} AND deleted_at IS NULL ORDER BY id",
        key,
    ):
        known[id].append(details.row_of(*row))
    last = dict(
        base.rows(
            "SELECT p.person, max(c.last_at) FROM participant AS p"
            " JOIN conversation AS c ON c.id = p.conversation"
            f" WHERE p.person {_IN} AND c.deleted_at IS NULL GROUP BY p.person",
            key,
        )
    )
    return [
        Contact(
            Person(
                person.id,
                person.uid,
                person.name,
                person.me,
                person.is_list,
                tuple(addresses[person.id]),
            ),
            preferred[person.id],
            details.in_order(known[person.id]),
            last.get(person.id),
            tuple((one.extra, one.value) for one in known[person.id] if one.kind == details.PUBLIC),
        )
        for person in some
    ]
