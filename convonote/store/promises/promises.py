"""Promises as they are shown."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from convonote.conversation.records import PromiseState
from convonote.store.base import Base
from convonote.store.people import people as persons
from convonote.store.people.person_records import Person
from convonote.store.promises.records import PromiseRow, Report, Settled

COLUMNS = "id, uid, conversation, exchange, owner, what, due, state, said_at, line, found"

Row = tuple[Any, ...]

_IN = "IN (SELECT value FROM json_each(?))"
_ELSEWHERE = "coalesce(c.topic, '')"
_REPORTS = (
    "SELECT s.id, s.promise, p.what, s.state, s.person, s.at, s.exchange, e.uid,"
    f" {_ELSEWHERE} FROM settling AS s"
    " JOIN promise AS p ON p.id = s.promise"
    " JOIN exchange AS e ON e.id = s.exchange AND e.deleted_at IS NULL"
    " LEFT JOIN conversation AS c ON c.id = e.conversation AND c.id <> p.conversation"
    " WHERE s.standing = 'suggested'"
    " AND s.deleted_at IS NULL AND p.state = 'open' AND p.deleted_at IS NULL"
)
_OTHERS = 4
"""People of a conversation that are named beside a promise."""


def open_in(base: Base, conversations: Iterable[int]) -> list[Row]:
    """The rows of the open promises of conversations, those due first at the head."""
    return base.rows(
        f"SELECT {COLUMNS} FROM promise WHERE conversation {_IN}"
        " AND state = 'open' AND deleted_at IS NULL ORDER BY due IS NULL, due, id",
        (json.dumps(list(conversations)),),
    )


def said_in(base: Base, exchanges: Iterable[int]) -> list[Row]:
    """The rows of the promises made in exchanges, in the order of their lines."""
    return base.rows(
        f"SELECT {COLUMNS} FROM promise WHERE conversation IN (SELECT conversation FROM exchange"
        " WHERE id IN (SELECT value FROM json_each(?1)))"
        " AND exchange IN (SELECT value FROM json_each(?1)) AND deleted_at IS NULL"
        " ORDER BY line, id",
        (json.dumps(list(exchanges)),),
    )


def owners(rows: Iterable[Row]) -> set[int]:
    """Who owns the promises in these rows."""
    return {row[4] for row in rows}


def shown(base: Base, row: Row, people: Mapping[int, Person]) -> PromiseRow:
    """One promise, with its owner from `people`."""
    id, uid, conversation, exchange, owner, what, due, state, said_at, line, found = row
    day = None if due is None else date.fromisoformat(due)
    state = PromiseState(state)
    late = day is not None and state is PromiseState.OPEN and day < base.today()
    return PromiseRow(
        id=id,
        uid=uid,
        conversation=conversation,
        exchange=exchange,
        owner=people[owner],
        what=what,
        due=day,
        state=state,
        said_at=said_at,
        overdue=late,
        line=line,
        found=found or "",
    )


def settled(base: Base, rows: Sequence[Row]) -> dict[int, Settled]:
    """By promise who said last where it stands, for those that are open no more."""
    ids = json.dumps([row[0] for row in rows if row[7] != PromiseState.OPEN])
    said = base.rows(
        f"SELECT s.promise, s.person, s.at, e.id, e.uid, {_ELSEWHERE} FROM settling AS s"
        " JOIN promise AS p ON p.id = s.promise LEFT JOIN exchange AS e"
        " ON e.id = s.exchange AND e.deleted_at IS NULL LEFT JOIN conversation AS c"
        f" ON c.id = e.conversation AND c.id <> p.conversation WHERE s.promise {_IN}"
        " AND s.standing = 'taken' AND s.deleted_at IS NULL ORDER BY s.id",
        (ids,),
    )
    people = persons.named(base, {person for _, person, *_ in said})
    return {promise: Settled(people[who], *more) for promise, who, *more in said}


def reports_of(base: Base, promises: Iterable[int]) -> list[Report]:
    """What was said of open promises and is not taken yet, the earliest first."""
    return _reports(base, f"{_REPORTS} AND s.promise {_IN} ORDER BY s.at, s.id", promises)


def reports_in(base: Base, exchanges: Iterable[int]) -> list[Report]:
    """The same as it was said in exchanges."""
    return _reports(base, f"{_REPORTS} AND s.exchange {_IN} ORDER BY s.at, s.id", exchanges)


def whole(base: Base, rows: Sequence[Row]) -> list[PromiseRow]:
    """Promises with all that is known of them."""
    if not rows:
        return []
    about = {
        id: (uid, topic)
        for id, uid, topic in base.rows(
            f"SELECT id, uid, topic FROM conversation WHERE id {_IN}",
            (json.dumps(sorted({row[2] for row in rows})),),
        )
    }
    made_in = dict(
        base.rows(
            f"SELECT id, uid FROM exchange WHERE id {_IN}",
            (json.dumps([row[3] for row in rows if row[3] is not None]),),
        )
    )
    others = _others(base, about)
    owned = persons.named(base, owners(rows))
    ended = settled(base, rows)
    reported = {each.promise: each for each in reports_of(base, [row[0] for row in rows])}
    return [
        replace(
            shown(base, row, owned),
            settled=ended.get(row[0]),
            conversation_uid=about[row[2]][0],
            topic=about[row[2]][1],
            exchange_uid=made_in.get(row[3]),
            people=others.get(row[2], ()),
            reported=reported.get(row[0]),
        )
        for row in rows
    ]


def _others(base: Base, conversations: Iterable[int]) -> dict[int, tuple[Person, ...]]:
    """Some people of conversations, who spoke last first, the user left out."""
    listed = {
        id: [int(person) for person in packed.split(",") if person][:_OTHERS]
        for id, packed in base.rows(
            f"SELECT id, people FROM conversation WHERE id {_IN}",
            (json.dumps(list(conversations)),),
        )
    }
    people = persons.named(base, {person for some in listed.values() for person in some})
    return {id: tuple(people[person] for person in some) for id, some in listed.items()}


def _reports(base: Base, sql: str, ids: Iterable[int]) -> list[Report]:
    rows = base.rows(sql, (json.dumps(list(ids)),))
    people = persons.named(base, {row[4] for row in rows})
    return [
        Report(id, promise, what, PromiseState(state), people[person], *more)
        for id, promise, what, state, person, *more in rows
    ]


def by_exchange(
    promised: Iterable[PromiseRow], reported: Iterable[Report]
) -> tuple[dict[int, list[PromiseRow]], dict[int, list[Report]]]:
    """The promises and reports of some exchanges, each where it was said."""
    made: dict[int, list[PromiseRow]] = defaultdict(list)
    for promise in promised:
        if promise.exchange is not None:
            made[promise.exchange].append(promise)
    said: dict[int, list[Report]] = defaultdict(list)
    for report in reported:
        said[report.exchange].append(report)
    return made, said
