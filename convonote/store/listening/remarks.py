"""What is kept of what people said of themselves and asked for, and what is for next time."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from convonote.conversation.remarks import RemarkKind
from convonote.conversation.wishes import Wish, wish_in
from convonote.conversation.zones import day_at, offset_at
from convonote.store.base import Base
from convonote.store.changes import USER
from convonote.store.errors import Refused
from convonote.store.listening.heard import dismiss, heard_wishes
from convonote.store.listening.records import Remark, WishRow
from convonote.store.people import people
from convonote.store.people.person_records import Person
from convonote.store.storable import storable

_COLUMNS = (
    'r.id, r.uid, r.kind, r.person, r.text, r.due, r.said_at, r."offset", r.exchange,'
    " e.conversation, r.used_at"
)
THERE = (
    " FROM remark AS r LEFT JOIN exchange AS e ON e.id = r.exchange"
    " LEFT JOIN conversation AS c ON c.id = e.conversation"
    " WHERE r.deleted_at IS NULL AND e.deleted_at IS NULL AND c.deleted_at IS NULL"
)
NOT_THERE = "this line is no longer there; it was taken away or its note was changed meanwhile"


def remarks(base: Base, person: int, *, used: bool) -> list[Remark]:
    """What somebody volunteered and what is for next time, the latest first, used up or not."""
    rows = _about(base, person, (RemarkKind.VOLUNTEERED, RemarkKind.NEXT_TIME), used=used)
    known = people.named(base, [row[3] for row in rows])
    return [_remark(row, known) for row in rows]


def remarks_in(base: Base, exchange: int) -> list[Remark]:
    """What was filed from the lines of a note, wishes too, in their order."""
    rows = base.rows(
        f"SELECT {_COLUMNS}{THERE} AND r.exchange = ? AND r.line IS NOT NULL ORDER BY r.line, r.id",
        (exchange,),
    )
    known = people.named(base, [row[3] for row in rows])
    return [_remark(row, known) for row in rows]


def next_time(some: Iterable[Remark]) -> tuple[Remark, ...]:
    """Those of some that are for next time, what may be brought up first at the beginning."""
    found = [one for one in some if one.kind is RemarkKind.NEXT_TIME]
    return tuple(sorted(found, key=lambda one: one.due or date.min))


def wishes(base: Base, person: int) -> list[WishRow]:
    """What somebody asked for, the latest first; those that hold no more too, at the end."""
    rows = _about(base, person, (RemarkKind.WISH,), used=False)
    known = people.named(base, [row[3] for row in rows])
    found = [_wish(base, row, known) for row in rows]
    one = people.person(base, people.followed(base, person))
    if one is not None and not one.me:
        found += heard_wishes(base, one)
    return sorted(found, key=lambda one: (one.over, -one.said_at))


def read(text: str, at: int, offset: int, who: str = "") -> Wish | None:
    """What a line asks for that was said at a moment, on the clock of that place."""
    return wish_in(text, day_at(at, offset), who)


def add_wish(base: Base, person: int, text: str) -> WishRow:
    """Write down something that somebody asked for."""
    words = storable(" ".join(text.split()))
    if not words:
        raise Refused("write what they asked for, such as: no calls until 1 Dec")
    with base.writing(USER, "") as recording:
        one = people.present(base, person)
        at = base.now()
        id = recording.insert(
            "remark",
            kind=str(RemarkKind.WISH),
            person=one.id,
            text=words,
            said_at=at,
            offset=offset_at(at, base.zone),
        )
        recording.what = f"wrote what {one.name} asked for: {words}"
        return next(row for row in wishes(base, one.id) if row.id == id)


def remove_wish(base: Base, wish: WishRow) -> None:
    """Take a wish away; what it stands in stays as it is."""
    if wish.id is None:
        dismiss(base, wish)
        return
    with base.writing(USER, "") as recording:
        text = _text(base, wish.id)
        recording.delete("remark", wish.id)
        recording.what = f"took away a wish: {text}"


def use(base: Base, remark: int, used: bool) -> None:
    """Note that a remark is used up, or is not."""
    with base.writing(USER, "") as recording:
        text = _text(base, remark)
        recording.set("remark", remark, "used_at", base.now() if used else None)
        recording.what = f"{'used up' if used else 'took back'}: {text}"


def _text(base: Base, id: int) -> str:
    text: str | None = base.value(
        "SELECT text FROM remark WHERE id = ? AND deleted_at IS NULL", (id,)
    )
    if text is None:
        raise Refused(NOT_THERE)
    return text


def _about(
    base: Base, person: int, kinds: Collection[RemarkKind], *, used: bool | None = None
) -> list[tuple[Any, ...]]:
    """The rows about somebody: those that name them, and those about all in a conversation."""
    state = "" if used is None else f" AND r.used_at IS {'NOT ' if used else ''}NULL"
    # The few remarks come first: somebody may be in thousands of conversations.
    return base.rows(
        f"SELECT {_COLUMNS}{THERE} AND r.kind IN (SELECT value FROM json_each(?1)){state}"
        " AND r.id IN (SELECT id FROM remark WHERE person = ?2 UNION"
        " SELECT m.id FROM remark AS m CROSS JOIN exchange AS x ON x.id = m.exchange"
        " CROSS JOIN participant AS p ON p.conversation = x.conversation"
        " WHERE m.person IS NULL AND p.person = ?2)"
        " ORDER BY r.said_at DESC, r.id DESC",
        (json.dumps([str(kind) for kind in kinds]), people.followed(base, person)),
    )


def _remark(row: tuple[Any, ...], known: Mapping[int, Person]) -> Remark:
    id, uid, kind, person, text, due, said_at, offset, exchange, conversation, used_at = row
    return Remark(
        id=id,
        uid=uid,
        kind=RemarkKind(kind),
        person=None if person is None else known[person],
        text=text,
        due=None if due is None else date.fromisoformat(due),
        said_at=said_at,
        offset=offset,
        exchange=exchange,
        conversation=conversation,
        used_at=used_at,
    )


def _wish(base: Base, row: tuple[Any, ...], known: Mapping[int, Person]) -> WishRow:
    id, uid, _, person, text, _, said_at, offset, exchange, conversation, _ = row
    wish = read(text, said_at, offset, known[person].name)
    return WishRow(
        id=id,
        uid=uid,
        person=known[person],
        text=text,
        said_at=said_at,
        offset=offset,
        exchange=exchange,
        conversation=conversation,
        wish=wish,
        over=wish is not None and wish.over(base.today()),
    )
