"""Conversations that may be one with another, from a few that share people and time with it."""

import json
from collections.abc import Sequence

from convonote.conversation.likeness import NEAR, Sketch, in_words, likely, words
from convonote.store.base import Base
from convonote.store.links.apart import taken_apart
from convonote.store.links.records import Likely
from convonote.store.turns import queue

MOST = 200
"""Conversations that are looked at, those nearest in time."""
TEXTS = 6
"""Texts of a conversation whose words are compared, the latest."""


def likely_to(base: Base, conversation: int, limit: int) -> list[Likely]:
    """The conversations that may be one with this one, the likeliest first."""
    kept = queue.required(base, conversation)
    candidates = _near(base, kept)
    sketches = _sketches(base, [kept, *candidates])
    own = sketches.pop(kept, None)
    if own is None:
        return []
    found = dict(likely(own, sketches)[:limit])
    shown = {each.id: each for each in queue.shown(base, list(found))}
    return [Likely(shown[id], in_words(reason)) for id, reason in found.items() if id in shown]


def _near(base: Base, conversation: int) -> list[int]:
    """Those with some of the same people at about the same time, which nobody took apart."""
    row = base.row(
        "SELECT min(at), max(at) FROM exchange WHERE conversation = ? AND deleted_at IS NULL",
        (conversation,),
    )
    if row is None or row[0] is None:
        return []
    first, last = row
    apart = taken_apart(base).get(conversation, set())
    found = base.rows(
        "SELECT DISTINCT c.id, abs(c.last_at - ?2) FROM participant AS own"
        " JOIN participant AS theirs ON theirs.person = own.person"
        " JOIN conversation AS c ON c.id = theirs.conversation"
        " WHERE own.conversation = ?1 AND c.id <> ?1 AND c.deleted_at IS NULL"
        " AND c.merged_into IS NULL AND c.last_at BETWEEN ?3 AND ?4"
        " ORDER BY 2 LIMIT ?5",
        (conversation, last, first - NEAR, last + 12 * NEAR, MOST),
    )
    return [id for id, _ in found if id not in apart]


def _sketches(base: Base, conversations: Sequence[int]) -> dict[int, Sketch]:
    key = (json.dumps(list(conversations)),)
    people: dict[int, set[int]] = {id: set() for id in conversations}
    for id, person in base.rows(
        "SELECT p.conversation, p.person FROM participant AS p"
        " JOIN person ON person.id = p.person AND person.kind <> 'list'"
        " WHERE p.conversation IN (SELECT value FROM json_each(?))",
        key,
    ):
        people[id].add(person)
    sketches = {}
    for id, topic, last in base.rows(
        "SELECT id, topic, last_at FROM conversation WHERE id IN (SELECT value FROM json_each(?))",
        key,
    ):
        texts = base.rows(
            f"SELECT substr(text, 1, 2000) FROM exchange WHERE conversation = ?"
            f" AND deleted_at IS NULL ORDER BY sorted_at DESC LIMIT {TEXTS}",
            (id,),
        )
        first = base.value(
            "SELECT min(sorted_at) FROM exchange WHERE conversation = ? AND deleted_at IS NULL",
            (id,),
        )
        if last is None or first is None:
            continue
        said = frozenset().union(words(topic), *(words(text) for (text,) in texts))
        sketches[id] = Sketch(frozenset(people[id]), first, last, said)
    return sketches
