"""Who knows what: expertise as it was written down, and who recommended whom for it.

A recommendation is a detail of who was recommended: the topic, and in `extra` the uid of whoever
recommended them and, behind a space, that of the exchange in which it was said; either may be `-`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from convonote.conversation.details import DetailKind
from convonote.conversation.kindred import are_akin
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.people import details, people
from convonote.store.people.person_records import Person
from convonote.store.people.records import Knower, Knows, Recommendation
from convonote.store.search.letters import fold
from convonote.store.search.starting import starts_a_word
from convonote.store.storable import storable

SAYS = (details.RECOMMENDED, DetailKind.EXPERTISE, DetailKind.ROLE, DetailKind.LINE, DetailKind.TAG)
"""The kinds of details that tell what somebody knows, the surest first."""
NOBODY = "-"
"""What stands for no uid."""
_Said = tuple[int, int, str]
"""When it was said, the offset there, and the uid of the exchange."""


def who_knows(base: Base, topic: str) -> tuple[Knower, ...]:
    """The people of whom one of these details has all words of a topic, the surest first."""
    words = fold(topic).casefold().split()
    if not words:
        return ()
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for person, *row in base.rows(
        "SELECT d.person, d.kind, d.value, d.extra, d.made_by = 'import', d.created_at"
        " FROM detail AS d CROSS JOIN person AS p ON p.id = d.person WHERE d.deleted_at IS NULL"
        " AND p.deleted_at IS NULL AND p.kind = 'person' AND d.kind IN (?, ?, ?, ?, ?)"
        " ORDER BY d.id",
        tuple(map(str, SAYS)),
    ):
        value = fold(row[1]).casefold()
        if all(_tells_of(value, word) for word in words):
            found[person].append(tuple(row))
    known = {id: people.present(base, id) for id in found}
    sources = _sources(base, (row for rows in found.values() for row in rows))
    all_of_them = ((known[id], _knows(rows, sources)) for id, rows in found.items())
    knowers = [Knower(person, knows) for person, knows in all_of_them if knows]
    return tuple(sorted(knowers, key=lambda one: (_sureness(one), one.person.name.casefold())))


def _tells_of(value: str, word: str) -> bool:
    """Whether a word, or another of its stem, stands in what is written down."""
    if starts_a_word(word, value):
        return True
    return any(are_akin(word, other) for other in re.findall(r"\w+", value))


def recommendations(base: Base, person: int) -> tuple[Knows, ...]:
    """What somebody was recommended for, and by whom."""
    rows = base.rows(
        "SELECT kind, value, extra, 0, created_at FROM detail"
        " WHERE person = ? AND kind = ? AND deleted_at IS NULL ORDER BY id",
        (people.followed(base, person), details.RECOMMENDED),
    )
    return _knows(rows, _sources(base, rows))


def recommend(base: Base, person: int, topic: str, *, by: int | None, exchange: int | None) -> None:
    """Write down that somebody recommended a person for something."""
    topic = " ".join(storable(topic).split())
    if not topic:
        raise Refused("say what they are recommended for")
    with base.writing(USER, "") as recording:
        one = people.present(base, person)
        other = None if by is None else people.present(base, by)
        extra = source(base, other.id if other else None, exchange)
        same = base.value(
            "SELECT 1 FROM detail WHERE person = ? AND kind = ? AND value = ? AND extra = ?"
            " AND deleted_at IS NULL",
            (one.id, details.RECOMMENDED, topic, extra),
        )
        if not same:
            insert(base, recording, one.id, topic, extra)
        said = f", as {other.name} said" if other else ""
        recording.what = f"wrote that {one.name} is good for {topic}{said}"


def source(base: Base, by: int | None, exchange: int | None) -> str:
    """Who said so and in which exchange, as it is kept."""
    person = base.value("SELECT uid FROM person WHERE id = ?", (by,))
    said = base.value("SELECT uid FROM exchange WHERE id = ?", (exchange,))
    return f"{person or NOBODY} {said or NOBODY}"


def insert(base: Base, recording: Recording, person: int, topic: str, extra: str) -> None:
    """Write a recommendation, as part of a change."""
    recording.insert(
        "detail",
        person=person,
        kind=details.RECOMMENDED,
        value=storable(topic),
        extra=extra,
        created_at=base.now(),
    )


def _knows(
    rows: Iterable[tuple[Any, ...]], sources: Mapping[str, Person | _Said]
) -> tuple[Knows, ...]:
    """What the details of one person say, the surest first."""
    found: list[Knows] = []
    for kind, value, extra, imported, created_at in rows:
        if kind != details.RECOMMENDED:
            found.append(Knows(str(kind), value, extra, bool(imported)))
            continue
        by, said = (sources.get(uid) for uid in _uids(extra))
        if said is None and _uids(extra)[1] != NOBODY:
            continue  # It went with the exchange in which it was said.
        at, offset, exchange = said if isinstance(said, tuple) else (created_at, None, None)
        person = by if isinstance(by, Person) else None
        told = Recommendation(person, at, exchange, offset)
        found.append(Knows(str(kind), value, "", False, told))
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.kind)))


def _sources(base: Base, rows: Iterable[tuple[Any, ...]]) -> Mapping[str, Person | _Said]:
    """The people and exchanges that recommendations name, by the uid under which they do."""
    found: dict[str, Person | _Said] = {}
    for by, said in {_uids(row[2]) for row in rows if row[0] == details.RECOMMENDED}:
        id = base.value("SELECT coalesce(merged_into, id) FROM person WHERE uid = ?", (by,))
        if id is not None and (person := people.person(base, id)) is not None:
            found[by] = person
        row = base.row(
            'SELECT at, "offset", uid FROM exchange WHERE uid = ? AND deleted_at IS NULL', (said,)
        )
        if row is not None:
            found[said] = (row[0], row[1], row[2])
    return found


def _uids(extra: str) -> tuple[str, str]:
    by, _, said = extra.partition(" ")
    return by, said


_ORDER = [str(kind) for kind in SAYS]


def _sureness(one: Knower) -> int:
    return min(_ORDER.index(each.kind) for each in one.knows)
