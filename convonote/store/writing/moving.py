"""Exchanges on their way from one conversation to another, with all that hangs on them.

Import does it where a late message joins two conversations, and the user by hand. Each thing that
moves is recorded, so that it can move back; the caller folds both conversations again.
"""

import json
from collections.abc import Collection, Iterable

from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.people import naming
from convonote.store.search import searching
from convonote.store.writing.standing_open import keep_open, open_to_me

NAMES = "names"
"""The field of a change that holds the names of messages which left a conversation: `before` are
the names, `after` is the uid of the conversation in which they are since."""


def join(base: Base, recording: Recording, kept: int, gone: int) -> None:
    """Move all of one conversation into another, to which its uid then leads."""
    asked = open_to_me(base, kept), open_to_me(base, gone)
    keep_open(base, recording, gone, asked[0])
    keep_open(base, recording, kept, asked[1])
    # Each half has an index of its own; without them every exchange there is would be looked at.
    inside = "SELECT id FROM exchange WHERE conversation = ?1 AND deleted_at"
    found = base.rows(f"{inside} IS NULL UNION ALL {inside} IS NOT NULL ORDER BY id", (gone,))
    moved = [id for (id,) in found]
    searching.unindex(base, moved)
    for id in moved:
        recording.set("exchange", id, "conversation", kept)
    for table in ("promise", "choice", "draft"):
        for (id,) in base.rows(f"SELECT id FROM {table} WHERE conversation = ?", (gone,)):
            recording.set(table, id, "conversation", kept)
    searching.index(base, moved)
    names = base.rows("SELECT name FROM message WHERE conversation = ? ORDER BY name", (gone,))
    move_names(base, recording, [name for (name,) in names], gone, kept)
    base.run(
        "INSERT OR IGNORE INTO participant (conversation, person)"
        " SELECT ?, person FROM participant WHERE conversation = ?",
        (kept, gone),
    )
    base.run("DELETE FROM participant WHERE conversation = ?", (gone,))
    base.run("UPDATE answer SET conversation = ? WHERE conversation = ?", (kept, gone))
    _keep_topic(base, recording, kept, gone)
    for (id,) in base.rows("SELECT id FROM conversation WHERE merged_into = ?", (gone,)):
        recording.set("conversation", id, "merged_into", kept)
    recording.set("conversation", gone, "merged_into", kept)
    naming.index_conversation(base, gone)


def carry(base: Base, recording: Recording, exchanges: Collection[int], into: int) -> bool:
    """Move some exchanges, with their promises, the drafts that answer them and their names.

    True where what was set by hand in the other conversation counts earlier now.
    """
    chosen = (json.dumps(sorted(exchanges)),)
    which = "IN (SELECT value FROM json_each(?))"
    origins = base.rows(f"SELECT DISTINCT conversation FROM exchange WHERE id {which}", chosen)
    asked = frozenset(exchange for (id,) in origins for exchange in open_to_me(base, id))
    earlier = keep_open(base, recording, into, asked.intersection(exchanges))
    sources: dict[int, list[str]] = {}
    for source, name in base.rows(
        f"SELECT m.conversation, m.name FROM exchange AS e JOIN message AS m"
        f" ON m.name = e.message_id WHERE e.id {which} ORDER BY m.name",
        chosen,
    ):
        sources.setdefault(source, []).append(name)
    searching.unindex(base, exchanges)
    for id in sorted(exchanges):
        recording.set("exchange", id, "conversation", into)
    searching.index(base, exchanges)
    for table, column in (("promise", "exchange"), ("draft", "answers")):
        for (id,) in base.rows(f"SELECT id FROM {table} WHERE {column} {which}", chosen):
            recording.set(table, id, "conversation", into)
    for source, names in sorted(sources.items()):
        move_names(base, recording, names, source, into)
    return earlier


def move_names(
    base: Base, recording: Recording, names: Collection[str], source: int, into: int
) -> None:
    """Let what comes in under some names belong to another conversation."""
    if source == into or not names:
        return
    uid = base.value("SELECT uid FROM conversation WHERE id = ?", (into,))
    recording.wrote("conversation", source, NAMES, list(names), uid)
    put_names(base, names, source, into)


def put_names(base: Base, names: Iterable[str], source: int | None, into: int | None) -> bool:
    """Move names from where they are expected; False where some were somewhere else."""
    moved = [
        base.run(
            "UPDATE message SET conversation = ? WHERE name = ? AND conversation = ?",
            (into, name, source),
        ).rowcount
        for name in names
    ]
    return all(moved)


def _keep_topic(base: Base, recording: Recording, kept: int, gone: int) -> None:
    """A topic that the user wrote outlives one that came with the mail."""
    topic, by = base.row("SELECT topic, topic_by FROM conversation WHERE id = ?", (gone,)) or (
        "",
        "",
    )
    kept_by = base.value("SELECT topic_by FROM conversation WHERE id = ?", (kept,))
    if by == "user" and kept_by != "user":
        recording.set("conversation", kept, "topic", topic)
        recording.set("conversation", kept, "topic_by", "user")
        naming.index_conversation(base, kept)
