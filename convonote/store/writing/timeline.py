"""A timeline: windows of a conversation's exchanges, oldest first.

Ids come from the index of the timeline alone and the rest by id, so that a window costs the same
wherever it lies and however long the conversation is.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from convonote.conversation.records import Kind, Origin
from convonote.conversation.turn_records import Waits, Why
from convonote.store.base import Base
from convonote.store.people import people as persons
from convonote.store.people.person_records import Person
from convonote.store.promises import promises
from convonote.store.promises.records import PromiseRow, Report
from convonote.store.records import Entry, Window
from convonote.store.turns.packing import unpack
from convonote.store.turns.queue import followed

_COLUMNS = (
    "id, uid, conversation, kind, channel, author, at, offset, subject, text, origin, queued,"
    " dated, attachments, edited_at, made_by, message_id, replies_to,"
    " answers, everyone, no_answer, remind_at,"
    " EXISTS (SELECT 1 FROM original WHERE original.exchange = exchange.id)"
)


def window(base: Base, conversation: int, *, start: int | None, limit: int) -> Window:
    """Entries from a place on; where no place is given, around what waits for an answer."""
    kept = followed(base, conversation)
    if kept is None:
        return Window(conversation, 0, 0, ())
    total: int = base.value("SELECT exchanges FROM conversation WHERE id = ?", (kept,))
    waiting = _waiting(base, kept)
    if start is None:
        first = _opening(base, waiting, total, limit)
    else:
        first = start if start >= 0 else total + start
    first = max(0, min(first, total))
    ids = [
        id
        for (id,) in base.rows(
            "SELECT id FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
            " ORDER BY sorted_at, place, id LIMIT ? OFFSET ?",
            (kept, limit, first),
        )
    ]
    return Window(kept, total, first, tuple(_entries(base, ids, waiting)))


def entry(base: Base, exchange: int) -> Entry | None:
    """One exchange, None where there is none or it was deleted."""
    conversation = base.value(
        "SELECT conversation FROM exchange WHERE id = ? AND deleted_at IS NULL", (exchange,)
    )
    if conversation is None:
        return None
    return _entries(base, [exchange], _waiting(base, conversation))[0]


def entries(base: Base, conversation: int, ids: Sequence[int]) -> list[Entry]:
    """These exchanges of a conversation in this order, without those that were deleted."""
    rows = base.rows(
        "SELECT id FROM exchange WHERE id IN (SELECT value FROM json_each(?))"
        " AND deleted_at IS NULL",
        (json.dumps(list(ids)),),
    )
    here = {id for (id,) in rows}
    return _entries(base, [id for id in ids if id in here], _waiting(base, conversation))


def place_of(base: Base, exchange: int) -> int | None:
    """The place of an exchange in its conversation's timeline, from 0."""
    row = base.row(
        "SELECT conversation, sorted_at, place, id FROM exchange"
        " WHERE id = ? AND deleted_at IS NULL",
        (exchange,),
    )
    if row is None:
        return None
    place: int = base.value(
        "SELECT count(*) FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
        " AND (sorted_at, place, id) < (?, ?, ?)",
        tuple(row),
    )
    return place


def _waiting(base: Base, conversation: int) -> set[int]:
    """The exchanges that opened or renewed a wait for the user that is still open."""
    packed = base.value("SELECT waits FROM conversation WHERE id = ?", (conversation,))
    waits = unpack(packed) if packed else Waits(me=base.me)
    asked = {
        exchange
        for wait in waits.open
        if base.me in wait.awaited and wait.reason.why is not Why.PROMISED
        for exchange in (wait.reason.exchange, wait.last)
        if exchange is not None
    }
    # What the user promised or accepted is for them to do, but nothing that they could answer.
    rows = base.rows(
        "SELECT id FROM exchange WHERE id IN (SELECT value FROM json_each(?)) AND author IS NOT ?",
        (json.dumps(sorted(asked)), base.me),
    )
    return {id for (id,) in rows}


def _opening(base: Base, waiting: set[int], total: int, limit: int) -> int:
    """The first place of a window with the first unanswered exchange, else the last one, in it."""
    first: int | None = base.value(
        "SELECT id FROM exchange WHERE id IN (SELECT value FROM json_each(?))"
        " AND deleted_at IS NULL ORDER BY sorted_at, place, id LIMIT 1",
        (json.dumps(sorted(waiting)),),
    )
    before = None if first is None else place_of(base, first)
    if before is None:
        return total - limit
    # A little of what went before stands above it.
    return min(before - limit // 4, total - limit)


def _entries(base: Base, ids: Sequence[int], waiting: set[int]) -> list[Entry]:
    key = json.dumps(list(ids))
    rows = {
        row[0]: row
        for row in base.rows(
            f"SELECT {_COLUMNS} FROM exchange WHERE id IN (SELECT value FROM json_each(?))", (key,)
        )
    }
    roles: dict[tuple[int, str], list[int]] = defaultdict(list)
    for exchange, person, role in base.rows(
        "SELECT exchange, person, role FROM addressee"
        " WHERE exchange IN (SELECT value FROM json_each(?))",
        (key,),
    ):
        roles[exchange, role].append(person)
    made, reported = promises.by_exchange(
        promises.whole(base, promises.said_in(base, ids)), promises.reports_in(base, ids)
    )
    involved = {person for some in roles.values() for person in some}
    involved |= {row[5] for row in rows.values()}
    people = persons.named(base, involved)
    return [
        _entry(
            rows[id], roles, people, made.get(id, ()), reported.get(id, ()), waiting=id in waiting
        )
        for id in ids
    ]


def _entry(
    row: Sequence[Any],
    roles: Mapping[tuple[int, str], Sequence[int]],
    people: Mapping[int, Person],
    promised: Sequence[PromiseRow],
    reported: Sequence[Report],
    *,
    waiting: bool,
) -> Entry:
    id, uid, conversation, kind, channel, author, at, offset, subject, text, *rest = row
    origin, queued, dated, attachments, edited_at, made_by, *rest = rest
    message_id, replies_to, answers, everyone, no_answer, remind_at, has_original = rest

    def in_role(role: str) -> tuple[Person, ...]:
        return tuple(people[person] for person in roles.get((id, role), ()))

    return Entry(
        id=id,
        uid=uid,
        conversation=conversation,
        kind=Kind(kind),
        channel=channel,
        author=None if author is None else people[author],
        to=in_role("to"),
        cc=in_role("cc"),
        speakers=in_role("speaker"),
        at=at,
        offset=offset,
        subject=subject,
        text=text,
        origin=Origin(origin),
        queued=bool(queued),
        dated=bool(dated),
        has_original=bool(has_original),
        edited=edited_at is not None,
        imported=made_by == "import",
        attachments=tuple(
            (name, type, size) for name, type, size in json.loads(attachments or "[]")
        ),
        promises=tuple(promised),
        waiting=waiting,
        message_id=message_id,
        replies_to=replies_to,
        answers=answers,
        everyone=bool(everyone),
        no_answer=bool(no_answer),
        remind_at=remind_at,
        reports=tuple(reported),
    )
