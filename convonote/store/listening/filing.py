"""Remarks filed from the lines of private notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from convonote.conversation.records import Kind
from convonote.conversation.remarks import Marked, RemarkKind, marked
from convonote.conversation.wishes import wish_in
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.promises.filing import Setting, by_name


@dataclass(frozen=True, slots=True)
class Filed:
    """A remark as a note has it."""

    kind: RemarkKind
    person: int | None
    text: str
    line: int
    due: str | None


def file(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Write the remarks of a new note."""
    for each in _filed(base, text, setting):
        _insert(recording, exchange, each, setting)


def refile(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Bring the remarks of a note in step with its new wording; what was used up stays so."""
    kept = base.rows(
        "SELECT id, text, line FROM remark WHERE exchange = ? AND line IS NOT NULL"
        " AND deleted_at IS NULL ORDER BY id",
        (exchange,),
    )
    left = {id for id, _, _ in kept}
    for each in _filed(base, text, setting):
        id = _same(each, [row for row in kept if row[0] in left])
        if id is None:
            _insert(recording, exchange, each, setting)
            continue
        left.remove(id)
        for field in ("kind", "person", "text", "line", "due"):
            recording.set("remark", id, field, getattr(each, field))
    for id in sorted(left):
        recording.delete("remark", id)


def _same(each: Filed, kept: Sequence[tuple[Any, ...]]) -> int | None:
    """The remark that a line was before: by its words, else by its place."""
    for sought, place in ((each.text, 1), (each.line, 2)):
        for row in kept:
            if row[place] == sought:
                id: int = row[0]
                return id
    return None


def _filed(base: Base, text: str, setting: Setting) -> list[Filed]:
    if setting.kind is not Kind.NOTE:
        return []
    return [_of(base, each, setting) for each in marked(text, setting.said_on)]


def _of(base: Base, each: Marked, setting: Setting) -> Filed:
    person = whom(base, each.about, setting) if each.about else None
    text = each.whole if person is None else each.text
    if person is None:
        others = [id for id in setting.names if id != setting.me]
        person = others[0] if len(others) == 1 else None
    kind, due = each.kind, None if each.due is None else each.due.isoformat()
    volunteered = kind is RemarkKind.VOLUNTEERED and person is not None
    if volunteered and wish_in(text, setting.said_on, setting.names.get(person or 0, "")):
        kind = RemarkKind.WISH
    return Filed(kind, person, text, each.line, due)


def whom(base: Base, name: str, setting: Setting) -> int | None:
    """Whom a name before a colon means: somebody in the conversation, else the one called so."""
    if (found := by_name(name, setting)) is not None:
        return None if found == setting.me else found
    rows = base.rows(
        "SELECT id FROM person WHERE name = ? COLLATE NOCASE AND kind = 'person' AND me = 0"
        " AND deleted_at IS NULL AND merged_into IS NULL LIMIT 2",
        (name,),
    )
    return rows[0][0] if len(rows) == 1 else None


def _insert(recording: Recording, exchange: int, each: Filed, setting: Setting) -> None:
    recording.insert(
        "remark",
        kind=str(each.kind),
        person=each.person,
        exchange=exchange,
        line=each.line,
        text=each.text,
        due=each.due,
        said_at=setting.at,
        offset=setting.offset,
    )
