"""What an imported conversation is called: after the first message in it that has a subject."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.people import naming
from convonote.store.turns.chats import PAIR, chat_of, members

_TOPIC = 60
"""Characters of a topic that is taken from what was said."""
_MARKS = re.compile(r"^[\s>#*_`~+-]*(?:\[[ xX]\]\s*)?")


def retitle(
    base: Base,
    conversations: Iterable[int],
    *,
    grown: Mapping[int, Collection[int]] = MappingProxyType({}),
    recording: Recording | None = None,
) -> None:
    """Give conversations the topic of their first message, unless the user named them.

    Call it when they are folded, so that the order is known; an older message may come late.
    `grown` are conversations with the exchanges that were added. With a `recording` it can be
    undone with the rest of a change.
    """
    # By number, as the index of names likes it.
    for id in sorted({*conversations, *_renamed(base, grown)}):
        row = base.row(
            "SELECT topic, topic_by FROM conversation WHERE id = ? AND merged_into IS NULL", (id,)
        )
        if row is None or row[1] == "user":
            continue
        topic = _first_subject(base, id) or _first_words(base, id) or row[0]
        if topic == row[0]:
            continue
        if recording is None:
            base.run("UPDATE conversation SET topic = ? WHERE id = ?", (topic, id))
        else:
            recording.set("conversation", id, "topic", topic)
        naming.index_conversation(base, id)


def _renamed(base: Base, grown: Mapping[int, Collection[int]]) -> list[int]:
    """Those in which something that was added comes first, or is the first with a subject.

    So a chat of any length, whose lines have none, is not searched for one with each batch.
    """
    new = [id for ids in grown.values() for id in ids]
    first = (
        "(SELECT id FROM exchange WHERE conversation = c.id AND deleted_at IS NULL AND {} <> ''"
        " ORDER BY sorted_at, place, id LIMIT 1) IN (SELECT value FROM json_each(?2))"
    )
    rows = base.rows(
        "SELECT id FROM conversation AS c WHERE id IN (SELECT value FROM json_each(?1)) AND"
        f" (topic = '' OR {first.format('text')} OR {first.format('subject')})",
        (json.dumps(list(grown)), json.dumps(new)),
    )
    return [id for (id,) in rows]


def _first_subject(base: Base, conversation: int) -> str:
    row = base.row(
        "SELECT subject, message_id FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
        " AND subject <> '' ORDER BY sorted_at, place, id LIMIT 1",
        (conversation,),
    )
    if row is None:
        return ""
    subject, name = row
    chat = chat_of(name)
    words = _first_words(base, conversation) if chat else ""
    if not words:
        return str(subject)
    # All that a chat ever says stands under one title, so the first words tell it apart; and
    # whom two people's chat is with is shown anyway.
    return f"{subject}: {words}" if len(members(base, chat)) > PAIR else words


def _first_words(base: Base, conversation: int) -> str:
    text: str | None = base.value(
        "SELECT text FROM exchange WHERE conversation = ? AND deleted_at IS NULL AND text <> ''"
        " ORDER BY sorted_at, place, id LIMIT 1",
        (conversation,),
    )
    return topic_from(text or "")


def topic_from(text: str) -> str:
    """What a new conversation without a topic is called: the first line of what was said."""
    lines = (_MARKS.sub("", line).strip() for line in text.splitlines())
    first = next(filter(None, lines), "")
    if len(first) <= _TOPIC:
        return first
    return first[:_TOPIC].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
