"""What people asked for in the midst of what they said, and what notes tell of them by name.

It is read anew from the words whenever it is asked for: only what the user says is no wish is kept.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from convonote.conversation.heard_wishes import WORDS, Heard, heard_in, noted_in
from convonote.conversation.records import Kind, Origin
from convonote.conversation.remarks import RemarkKind
from convonote.conversation.zones import day_at
from convonote.store.base import Base
from convonote.store.changes import USER
from convonote.store.listening.records import WishRow
from convonote.store.people.person_records import Person

FOR = timedelta(365)
"""How long a wish counts that names no end, and how far back one is looked for."""
LATEST = 30
"""Exchanges with such words that are looked through, the latest first."""
_SAYS = " OR ".join(f'"{word}"' for word in WORDS)
_FOUND = (
    'SELECT e.id, e.conversation, e.text, e.at, e."offset" FROM search AS s'
    " CROSS JOIN exchange AS e ON e.search_id = s.rowid"
    " JOIN conversation AS c ON c.id = e.conversation"
    " WHERE s.search MATCH ? AND s.rowid > ? AND e.dated AND e.deleted_at IS NULL"
    " AND c.deleted_at IS NULL AND e.kind = ? AND "
)
_LATEST = " ORDER BY s.rowid DESC LIMIT ?"


def heard_wishes(base: Base, person: Person) -> list[WishRow]:
    """What somebody asked for in their own words, or as a note has it, that still counts."""
    today = base.today()
    dismissed = {
        (exchange, text)
        for exchange, text in base.rows(
            "SELECT exchange, text FROM remark WHERE person = ? AND kind = ?"
            " AND used_at IS NOT NULL AND deleted_at IS NULL",
            (person.id, str(RemarkKind.WISH)),
        )
    }
    found: dict[str, WishRow] = {}
    for row in (*_said_by(base, person), *_noted_of(base, person)):
        if not row.over and (row.exchange, row.text) not in dismissed and _counts(row, today):
            found.setdefault(row.text.casefold(), row)  # The latest of several alike.
    return list(found.values())


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
    words = f'tokens : ("f{person.id}" AND "w{base.me}") AND text : ({_SAYS})'
    rows = base.rows(
        f"{_FOUND} e.author = ? AND e.origin = ?{_LATEST}",
        (words, _since(base), str(Kind.SAID), person.id, str(Origin.PERSON), LATEST),
    )
    for exchange, place, text, at, offset in rows:
        found = heard_in(text, day_at(at, offset))
        yield from (_row(base, person, one, (exchange, place, at, offset)) for one in found)


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
            f'tokens : ("f{base.me}" AND "cother") AND text : ({quoted} AND ({_SAYS}))',
            _since(base),
            str(Kind.NOTE),
            person.id,
            person.id,
            first,
            LATEST,
        ),
    )
    for exchange, place, text, at, offset in rows:
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
