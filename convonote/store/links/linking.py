"""Links between conversations that have to do with each other, and yet are two."""

from convonote.store.base import Base
from convonote.store.changes import USER
from convonote.store.errors import Refused
from convonote.store.links.records import Linked
from convonote.store.turns import choices, queue


def link(base: Base, conversation: int, other: int) -> None:
    """Link two conversations; Refused where they are one, or linked already."""
    with base.writing(USER, "") as recording:
        one, two = queue.required(base, conversation), queue.required(base, other)
        if one == two:
            raise Refused("these two are one conversation already; choose another one")
        if two in {each.conversation.id for each in linked(base, one)}:
            raise Refused("these two are linked already")
        recording.insert("link", conversation=one, other=two, created_at=base.now())
        recording.what = f"linked {choices.topic(base, one)} to {choices.topic(base, two)}"


def unlink(base: Base, link: int) -> None:
    """Take a link away."""
    with base.writing(USER, "") as recording:
        row = base.row(
            "SELECT conversation, other FROM link WHERE id = ? AND deleted_at IS NULL", (link,)
        )
        if row is None:
            raise Refused("this link is no longer there; it was taken away meanwhile")
        recording.delete("link", link)
        topics = " and ".join(choices.topic(base, id) for id in row)
        recording.what = f"took away the link between {topics}"


def linked(base: Base, conversation: int) -> list[Linked]:
    """The conversations that are linked to one, the oldest link first, whoever they are now."""
    kept = queue.followed(base, conversation)
    found = {} if kept is None else links_of(base, kept)
    shown = {each.id: each for each in queue.shown(base, list(found))} if found else {}
    return [
        Linked(id, shown[other], created_at)
        for other, (id, created_at) in found.items()
        if other in shown
    ]


def links_of(base: Base, kept: int) -> dict[int, tuple[int, int]]:
    """By linked conversation: the key of the link and when it was made, the oldest first."""
    # What was linked may have become part of another conversation since.
    rows = base.rows(
        "WITH RECURSIVE own (id) AS (SELECT ?1 UNION"
        " SELECT c.id FROM conversation AS c JOIN own ON c.merged_into = own.id)"
        " SELECT id, created_at, other FROM link WHERE conversation IN own AND deleted_at IS NULL"
        " UNION SELECT id, created_at, conversation FROM link"
        " WHERE other IN own AND deleted_at IS NULL ORDER BY created_at, id",
        (kept,),
    )
    found: dict[int, tuple[int, int]] = {}
    for id, created_at, other in rows:
        there = queue.followed(base, other)
        if there is not None and there != kept:
            found.setdefault(there, (id, created_at))
    return found
