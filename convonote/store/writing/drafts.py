"""Drafts: on disk when saving returns, and no change that undo would take back."""

import json
from collections.abc import Iterable
from typing import Any

from convonote.conversation.records import Kind
from convonote.store.base import Base
from convonote.store.changes import USER
from convonote.store.models import Draft as Row
from convonote.store.records import Draft
from convonote.store.storable import storable
from convonote.store.uid import new_uid


def save(
    base: Base,
    draft: Draft | None,
    *,
    conversation: int | None,
    answers: int | None,
    kind: Kind,
    channel: str,
    author: int | None,
    people: Iterable[int],
    topic: str,
    text: str,
    edits: int | None = None,
    cc: Iterable[int] = (),
    words: str = "",
) -> Draft:
    """Keep what is being written: in the draft's own place, or in a new one."""
    now = base.now()
    values: dict[str, Any] = {
        "conversation": conversation,
        "answers": answers,
        "kind": str(kind),
        "channel": channel,
        "author": author,
        "people": json.dumps(list(people)),
        "topic": storable(topic),
        "text": storable(text),
        "edits": edits,
        "cc": json.dumps(list(cc)),
        "words": storable(words),
        "updated_at": now,
    }
    with base.transaction():
        id = None if draft is None else draft.id
        # One that another program dropped meanwhile is made again: what is written is not lost.
        if id is None or not _alive(base, id):
            id = Row.insert(uid=new_uid(), created_at=now, **values).execute(base.database)
        else:
            Row.update(**values).where(Row.id == id).execute(base.database)
        return _drafts(base, id)[0]


def drafts(base: Base) -> list[Draft]:
    """All drafts, the latest first."""
    return _drafts(base)


def drop(base: Base, draft: int) -> None:
    """Throw a draft away; undo brings it back."""
    with base.writing(USER, "threw a draft away") as recording:
        recording.delete("draft", draft)


def _alive(base: Base, id: int) -> bool:
    return base.row("SELECT 1 FROM draft WHERE id = ? AND deleted_at IS NULL", (id,)) is not None


def _drafts(base: Base, id: int | None = None) -> list[Draft]:
    query = Row.select().where(Row.deleted_at.is_null())
    if id is not None:
        query = query.where(Row.id == id)
    rows = query.order_by(Row.updated_at.desc(), Row.id.desc()).dicts().execute(base.database)
    return [_draft(row) for row in rows]


def _draft(row: dict[str, Any]) -> Draft:
    return Draft(
        id=row["id"],
        uid=row["uid"],
        conversation=row["conversation"],
        answers=row["answers"],
        kind=Kind(row["kind"]),
        channel=row["channel"],
        author=row["author"],
        people=tuple(json.loads(row["people"] or "[]")),
        topic=row["topic"],
        text=row["text"],
        updated_at=row["updated_at"],
        edits=row["edits"],
        cc=tuple(json.loads(row["cc"] or "[]")),
        words=row["words"] or "",
    )
