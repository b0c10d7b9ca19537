"""Conversations that may be one with another, from a few that share people and time with it."""

import json
from collections.abc import Sequence

from convonote.conversation.likeness import NEAR, Sketch, called, in_words, likely, words
from convonote.store.base import Base
from convonote.store.links import linking
from convonote.store.links.apart import taken_apart
from convonote.store.links.records import Likely
from convonote.store.turns import queue
from convonote.store.turns.undated import undated

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
    """Those with some of the same people at about the same time, which nobody says are two."""
    first = _first_at(base, conversation)
    last = base.value("SELECT last_at FROM conversation WHERE id = ?", (conversation,))
    if first is None or last is None:
        return []
    two = taken_apart(base).get(conversation, set()) | linking.links_of(base, conversation).keys()
    found = base.rows(
        "SELECT DISTINCT c.id, abs(c.last_at - ?2) FROM participant AS own"
        " JOIN participant AS theirs ON theirs.person = own.person"
        " JOIN conversation AS c ON c.id = theirs.conversation"
        " WHERE own.conversation = ?1 AND c.id <> ?1 AND c.deleted_at IS NULL"
        " AND c.merged_into IS NULL AND c.last_at BETWEEN ?3 AND ?4"
        " ORDER BY 2 LIMIT ?5",
        (conversation, last, first - NEAR, last + 12 * NEAR, MOST),
    )
    return [id for id, _ in found if id not in two]


def _sketches(base: Base, conversations: Sequence[int]) -> dict[int, Sketch]:
    key = (json.dumps(list(conversations)),)
    people: dict[int, set[int]] = {id: set() for id in conversations}
    lists: dict[int, set[int]] = {id: set() for id in conversations}
    for id, person, kind in base.rows(
        "SELECT p.conversation, p.person, person.kind FROM participant AS p"
        " JOIN person ON person.id = p.person"
        " WHERE p.conversation IN (SELECT value FROM json_each(?))",
        key,
    ):
        (lists if kind == "list" else people)[id].add(person)
    sketches = {}
    no_date = undated(base, conversations)
    for id, topic, last in base.rows(
        "SELECT id, topic, last_at FROM conversation WHERE id IN (SELECT value FROM json_each(?))",
        key,
    ):
        texts = base.rows(
            f"SELECT substr(text, 1, 2000) FROM exchange WHERE conversation = ?"
            f" AND deleted_at IS NULL ORDER BY sorted_at DESC LIMIT {TEXTS}",
            (id,),
        )
        first = _first_at(base, id)
        if last is None or first is None:
            continue
        said = frozenset().union(words(topic), *(words(text) for (text,) in texts))
        sketches[id] = Sketch(
            frozenset(people[id]),
            None if id in no_date else first,
            None if id in no_date else last,
            said,
            called(topic),
            frozenset(lists[id]),
        )
    return sketches


def _first_at(base: Base, conversation: int) -> int | None:
    # Asked for alone, an index gives it at once, however long the conversation is.
    first: int | None = base.value(
        "SELECT min(sorted_at) FROM exchange WHERE conversation = ? AND deleted_at IS NULL",
        (conversation,),
    )
    return first
