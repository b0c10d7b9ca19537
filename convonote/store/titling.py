"""What an imported conversation is called: after the first message in it that has a subject."""

from collections.abc import Iterable

from convonote.store import naming
from convonote.store.base import Base
from convonote.store.saying import topic_from


def retitle(base: Base, conversations: Iterable[int]) -> None:
    """Give conversations the topic of their first message, unless the user named them.

    Call it when they are folded, so that the order is known; an older message may come late.
    """
    for id in conversations:
        row = base.row(
            "SELECT topic, topic_by FROM conversation WHERE id = ? AND merged_into IS NULL", (id,)
        )
        if row is None or row[1] == "user":
            continue
        topic = _first_subject(base, id) or row[0] or _first_words(base, id)
        if topic != row[0]:
            base.run("UPDATE conversation SET topic = ? WHERE id = ?", (topic, id))
            naming.index_conversation(base, id)


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
