"""What is known of people beside names and addresses: from cards, and as the user wrote it."""

import re
from collections.abc import Iterable
from datetime import date

from convonote.conversation.details import DetailKind
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.people import naming
from convonote.store.people.person_records import DetailRow
from convonote.store.storable import storable

SHARES = "shares"
"""An address that is somebody else's too, with its channel in `extra`."""
DISTINCT = "distinct"
"""The uid of somebody whom the user knows to be another person."""
CARD = "card"
"""A card that was taken in for this person: by what is in it, or by its own uid."""
PUBLIC = "public"
"""An address that the user marked as fit to be passed on, with its channel in `extra`."""
RECOMMENDED = "recommended"
"""A topic for which somebody recommended this person; see `knowing`."""
SHOWN = (*map(str, DetailKind), SHARES)
"""The kinds that are handed out, in the order in which they are."""

_SINGLE = (DetailKind.LINE, DetailKind.BIRTHDAY, DetailKind.PREFERS, DetailKind.MET)
"""Of these one is enough: where the user wrote one, none comes in."""
_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")
_LEAP = "2000"


def details(base: Base, person: int) -> tuple[DetailRow, ...]:
    """Everything known of somebody, kind by kind."""
    rows = base.rows(
        "SELECT id, uid, kind, value, extra, made_by = 'import' FROM detail"
        " WHERE person = ? AND deleted_at IS NULL ORDER BY id",
        (person,),
    )
    return in_order(row_of(*row) for row in rows)


def row_of(id: int, uid: str, kind: str, value: str, extra: str, imported: int) -> DetailRow:
    """A detail as it is handed out."""
    return DetailRow(id, uid, kind, value, extra, bool(imported))


def in_order(known: Iterable[DetailRow]) -> tuple[DetailRow, ...]:
    """Details kind by kind; those that are for the notebook alone are left out."""
    shown = (one for one in known if one.kind in SHOWN)
    return tuple(sorted(shown, key=lambda one: SHOWN.index(one.kind)))


def add(base: Base, person: int, kind: str, value: str, extra: str) -> DetailRow:
    """Write something about somebody, as the user's own change."""
    with base.writing(USER, "") as recording:
        name = _name(base, person)
        value, extra = _checked(kind, value, extra)
        known = _live(base, person, kind, value, extra)
        id = known or _insert(base, recording, person, kind, value, extra, "user")
        naming.index_person(base, person)
        recording.what = f"wrote about {name}: {value}"
        return _row(base, id)


def remove(base: Base, detail: int) -> None:
    """Take something away that is known of somebody."""
    with base.writing(USER, "") as recording:
        person, _ = _required(base, detail)
        recording.delete("detail", detail)
        naming.index_person(base, person)
        recording.what = f"took something away from {_name(base, person)}"


def put(
    base: Base, recording: Recording, person: int, kind: str, value: str, extra: str = ""
) -> bool:
    """Take in what an import says of somebody; False where it is known or was taken away."""
    value, extra = storable(value), storable(extra)
    same = base.rows(
        "SELECT id, deleted_at FROM detail"
        " WHERE person = ? AND kind = ? AND value = ? AND extra = ?",
        (person, kind, value, extra),
    )
    if any(gone is None or by_user(base, "detail", id, "deleted_at") for id, gone in same):
        return False
    own = "SELECT 1 FROM detail WHERE person = ? AND kind = ? AND made_by = 'user'"
    if kind in _SINGLE and base.row(f"{own} AND deleted_at IS NULL", (person, kind)):
        return False
    _insert(base, recording, person, kind, value, extra, "import")
    return True


def by_user(base: Base, table: str, id: int, field: str) -> bool:
    """Whether the user set a field of an address or a detail, and did not undo it."""
    found = base.row(
        "SELECT 1 FROM part JOIN change ON change.id = part.change"
        """ WHERE "table" IN ('address', 'detail') AND "table" = ? AND first = ? AND field = ?"""
        " AND actor = ? AND undone_at IS NULL LIMIT 1",
        (table, id, field, USER),
    )
    return found is not None


def _insert(
    base: Base, recording: Recording, person: int, kind: str, value: str, extra: str, made_by: str
) -> int:
    return recording.insert(
        "detail",
        person=person,
        kind=kind,
        value=value,
        extra=extra,
        made_by=made_by,
        created_at=base.now(),
    )


def _live(base: Base, person: int, kind: str, value: str, extra: str) -> int | None:
    found: int | None = base.value(
        "SELECT id FROM detail WHERE person = ? AND kind = ? AND value = ? AND extra = ?"
        " AND deleted_at IS NULL",
        (person, kind, value, extra),
    )
    return found


def _checked(kind: str, value: str, extra: str) -> tuple[str, str]:
    """Value and extra as they are kept; raises Refused."""
    if kind not in list(DetailKind):
        kinds = ", ".join(DetailKind)
        raise Refused(f"{kind!r} is nothing that is known of people; there are {kinds}")
    value = storable(value)
    if kind == DetailKind.NOTE:
        value = _CONTROL.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    else:
        value = " ".join(_CONTROL.sub(" ", value).split())
    if not value:
        raise Refused("there is nothing written; say what is known")
    if kind == DetailKind.BIRTHDAY and not _is_day(value):
        raise Refused(f"{value!r} is no birthday such as 1980-03-21, or --03-21 without year")
    return value, " ".join(_CONTROL.sub(" ", storable(extra)).split())


def _is_day(value: str) -> bool:
    try:
        day = date.fromisoformat(_LEAP + value[1:] if value.startswith("--") else value)
    except ValueError:
        return False
    return day.isoformat()[-6:] == value[-6:]


def _required(base: Base, detail: int) -> tuple[int, str]:
    row = base.row("SELECT person, kind FROM detail WHERE id = ? AND deleted_at IS NULL", (detail,))
    if row is None:
        raise Refused("this is no longer there; it was taken away meanwhile")
    return row[0], row[1]


def _name(base: Base, person: int) -> str:
    name = base.value("SELECT name FROM person WHERE id = ? AND deleted_at IS NULL", (person,))
    if name is None:
        raise Refused("this person is no longer there; choose somebody else")
    return str(name)


def _row(base: Base, detail: int) -> DetailRow:
    row = base.row(
        "SELECT id, uid, kind, value, extra, made_by = 'import' FROM detail WHERE id = ?", (detail,)
    )
    assert row is not None
    return row_of(*row)
