"""What an imported conversation is called: after the first message in it that has a subject."""

import json
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from convonote.store import naming
from convonote.store.base import Base
from convonote.store.saying import topic_from


def retitle(
    base: Base,
    conversations: Iterable[int],
    *,
    grown: Mapping[int, Collection[int]] = MappingProxyType({}),
) -> None:
    """Give conversations the topic of their first message, unless the user named them.

    Call it when they are folded, so that the order is known; an older message may come late.
    `grown` are conversations with the exchanges that were added: without a topic or a new subject
    there, none of those counts.
    """
    for id in {*conversations, *_with_subjects(base, grown)}:
        row = base.row(
            "SELECT topic, topic_by FROM conversation WHERE id = ? AND merged_into IS NULL", (id,)
        )
        if row is None or row[1] == "user":
            continue
        topic = _first_subject(base, id) or row[0] or _first_words(base, id)
        if topic != row[0]:
            base.run("UPDATE conversation SET topic = ? WHERE id = ?", (topic, id))
            naming.index_conversation(base, id)


def _with_subjects(base: Base, grown: Mapping[int, Collection[int]]) -> list[int]:
    """Those that have no topic yet, or to which something with a subject was added.

    So a chat of any length, whose lines have none, is not searched for one with each batch.
    """
    new = [id for ids in grown.values() for id in ids]
    rows = base.rows(
        "SELECT id FROM conversation WHERE topic = ''"
        " AND id IN (SELECT value FROM json_each(?1)) UNION"
        " SELECT conversation FROM exchange WHERE subject <> ''"
        " AND id IN (SELECT value FROM json_each(?2))",
        (json.dumps(list(grown)), json.dumps(new)),
    )
    return [id for (id,) in rows]


def _first_subject(base: Base, conversation: int) -> str:
    subject: str | None = base.value(
        "SELECT subject FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
        " AND subject <> '' ORDER BY sorted_at, place, id LIMIT 1",
        (conversation,),
    )
    return subject or ""


def _first_words(base: Base, conversation: int) -> str:
    text: str | None = base.value(
        "SELECT text FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
        " ORDER BY sorted_at, place, id LIMIT 1",
        (conversation,),
    )
    return topic_from(text or "")
