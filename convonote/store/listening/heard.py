"""What people asked for in the midst of what they said, and what notes tell of them by name.

It is read from the words whenever it is asked for: only what the user says is no wish is kept.
"""

import json
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from convonote.conversation.heard_wishes import ABSENT, Heard, heard_in, noted_in
from convonote.conversation.records import Kind, Origin
from convonote.conversation.remarks import RemarkKind
from convonote.conversation.zones import day_at
from convonote.store.base import Base
from convonote.store.changes import USER
from convonote.store.listening.records import WishRow
from convonote.store.people.person_records import Person

FOR = timedelta(365)
"""How long a wish counts that names no end, and how far back one is looked for."""
REMEMBERED = 20_000
"""Texts of which it is remembered what they ask for."""
_FOUND = (
    'SELECT e.id, e.conversation, e.text, e.at, e."offset", e.author FROM search AS s'
    " CROSS JOIN exchange AS e ON e.search_id = s.rowid"
    " JOIN conversation AS c ON c.id = e.conversation"
    " WHERE s.search MATCH ? AND s.rowid > ? AND e.dated AND e.deleted_at IS NULL"
    " AND c.deleted_at IS NULL AND e.kind = ? AND "
)
_LATEST = " ORDER BY s.rowid DESC"
_read: dict[tuple[int, int, date], tuple[Heard, ...]] = {}
"""What somebody says in a text, by what tells it from others: the composer asks again and again."""


def _one_of(words: Collection[str]) -> str:
    """What asks the index for any of some words."""
    return "({})".format(" OR ".join(f'"{word}"' for word in words))


_IS_AWAY = _one_of(ABSENT)


def heard_wishes(base: Base, person: Person) -> list[WishRow]:
    """What somebody asked for in their own words, or as a note has it, that still counts."""
    today = base.today()
    dismissed = _dismissed(base, [person.id])
    found: dict[str, WishRow] = {}
    for row in (*_said_by(base, person), *_noted_of(base, person)):
        if (
            not row.over
            and (person.id, row.exchange, row.text) not in dismissed
            and _counts(row, today)
        ):
            found.setdefault(row.text.casefold(), row)  # The latest of several alike.
    return list(found.values())


def absences(base: Base, who: Collection[int]) -> Iterator[tuple[int, Heard, date]]:
    """When some people said that they are away, over or not: who, what, and the day it was said."""
    if not who:
        return
    spoken = _one_of([f"f{person}" for person in who])
    rows = base.rows(
        f"{_FOUND} e.author IN (SELECT value FROM json_each(?)) AND e.origin = ?{_LATEST}",
        (
            f'tokens : ({spoken} AND "w{base.me}") AND text : {_IS_AWAY}',
            _since(base),
            str(Kind.SAID),
            json.dumps(list(who)),
            str(Origin.PERSON),
        ),
    )
    dismissed = _dismissed(base, who) if rows else frozenset()
    for exchange, _, text, at, offset, author in rows:
        said_on = day_at(at, offset)
        for one in _heard_in(text, said_on):
            if one.wish.away and (author, exchange, one.text) not in dismissed:
                yield author, one, said_on


def _dismissed(base: Base, who: Collection[int]) -> frozenset[tuple[int, int, str]]:
    """(person, exchange, sentence) of what the user says is no wish of theirs."""
    rows = base.rows(
        "SELECT person, exchange, text FROM remark"
        " WHERE person IN (SELECT value FROM json_each(?)) AND kind = ?"
        " AND used_at IS NOT NULL AND deleted_at IS NULL",
        (json.dumps(list(who)), str(RemarkKind.WISH)),
    )
    return frozenset((person, exchange, " ".join(text.split())) for person, exchange, text in rows)


def dismiss(base: Base, wish: WishRow) -> None:
    """Note that a sentence in what somebody said is no wish."""
    with base.writing(USER, f"dismissed a wish: {wish.text}") as recording:
        recording.insert(
            "remark",
            kind=str(RemarkKind.WISH),
            person=wish.person.id,
            exchange=wish.exchange,
            text=wish.text,
            said_at=wish.said_at,
            offset=wish.offset,
            used_at=base.now(),
        )


def _counts(row: WishRow, today: date) -> bool:
    return row.until is not None or day_at(row.said_at, row.offset) + FOR > today


def _said_by(base: Base, person: Person) -> Iterator[WishRow]:
    """The wishes in what somebody said that the user heard."""
    # Each text of a year is read: to ask the index for so many words takes longer.
    words = f'tokens : ("f{person.id}" AND "w{base.me}")'
    rows = base.rows(
        f"{_FOUND} e.author = ? AND e.origin = ?{_LATEST}",
        (words, _since(base), str(Kind.SAID), person.id, str(Origin.PERSON)),
    )
    for exchange, place, text, at, offset, _ in rows:
        found = _heard_in(text, day_at(at, offset))
        yield from (_row(base, person, one, (exchange, place, at, offset)) for one in found)


def _heard_in(text: str, said_on: date) -> tuple[Heard, ...]:
    """The wishes in what somebody says; what was read once is remembered."""
    key = (hash(text), len(text), said_on)
    found = _read.get(key)
    if found is None:
        if len(_read) >= REMEMBERED:
            _read.clear()
        found = _read[key] = tuple(heard_in(text, said_on))
    return found


def _noted_of(base: Base, person: Person) -> Iterator[WishRow]:
    """The wishes that private notes in conversations with somebody tell of them by name."""
    first = person.name.split()[0] if person.name.split() else ""
    if not any(map(str.isalnum, first)):
        return
    quoted = json.dumps(first.replace('"', " "), ensure_ascii=False)
    rows = base.rows(
        f"{_FOUND} EXISTS (SELECT 1 FROM participant AS p WHERE p.conversation = c.id"
        " AND p.person = ?) AND NOT EXISTS (SELECT 1 FROM participant AS p JOIN person AS o"
        " ON o.id = p.person WHERE p.conversation = c.id AND o.id <> ? AND NOT o.me"
        f" AND (o.name || ' ') LIKE ? || ' %'){_LATEST}",
        (
            f'tokens : ("f{base.me}" AND "cother") AND text : {quoted}',
            _since(base),
            str(Kind.NOTE),
            person.id,
            person.id,
            first,
        ),
    )
    for exchange, place, text, at, offset, _ in rows:
        found = noted_in(text, day_at(at, offset), person.name)
        yield from (_row(base, person, one, (exchange, place, at, offset)) for one in found)


def _since(base: Base) -> int:
    """The first number in the index, which counts milliseconds, that is looked at."""
    return (base.now() - FOR // timedelta(microseconds=1)) // 1000


def _row(base: Base, person: Person, one: Heard, where: tuple[int, int, int, int]) -> WishRow:
    exchange, conversation, at, offset = where
    return WishRow(
        id=None,
        uid=None,
        person=person,
        text=one.text,
        said_at=at,
        offset=offset,
        exchange=exchange,
        conversation=conversation,
        wish=one.wish,
        over=one.wish.over(base.today()),
    )
