"""How a conversation moved between channels and places, and which others it has to do with."""

import re

from convonote.store.base import Base
from convonote.store.links import linking
from convonote.store.rhythm.picture_records import Move, Tie, Tied
from convonote.store.rhythm.silences import SPOKEN

MOVES = 12
"""Moves between channels that are told, the latest."""
_LOOKED_AT = 5_000
"""Exchanges that are looked through for these."""
_LINKS = 8
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")


def moves(base: Base, conversation: int) -> tuple[list[Move], bool]:
    """The latest moves from one channel to another, oldest first; whether there were earlier."""
    found: list[Move] = []
    later: Move | None = None
    looked = 0
    for at, offset, channel, text in base.run(
        "SELECT sorted_at, \"offset\", channel, CASE channel WHEN 'web' THEN text ELSE '' END"
        f" FROM exchange WHERE conversation = ? AND {SPOKEN}"
        " ORDER BY sorted_at DESC, place DESC, id DESC LIMIT ?",
        (conversation, _LOOKED_AT),
    ):
        looked += 1
        address = _ADDRESS.search(text)
        place = address[0] if address else ""
        if later is not None and (later.channel, later.place) != (channel, place):
            found.append(later)
            if len(found) == MOVES:
                return found[::-1], True
        later = Move(at, offset, channel, place)
    if later is not None:
        found.append(later)
    return found[::-1], looked == _LOOKED_AT


def tied(base: Base, conversation: int) -> list[Tied]:
    """The conversations that became part of this one, were taken apart from it, or are linked."""
    merged = base.rows(
        "SELECT c.topic, (SELECT change.at FROM part JOIN change ON change.id = part.change"
        " WHERE part.\"table\" = 'conversation' AND part.field = 'merged_into'"
        " AND part.first = c.id AND change.undone_at IS NULL ORDER BY change.id DESC LIMIT 1)"
        " FROM conversation AS c WHERE c.merged_into = ? AND c.topic <> ''"
        " AND c.topic <> (SELECT topic FROM conversation WHERE id = ?) ORDER BY c.id LIMIT ?",
        (conversation, conversation, _LINKS),
    )
    apart = base.rows(
        "SELECT DISTINCT c.topic, a.created_at FROM apart AS a JOIN conversation AS c"
        " ON c.id = CASE a.conversation WHEN ?1 THEN a.other ELSE a.conversation END"
        " WHERE ?1 IN (a.conversation, a.other) AND a.deleted_at IS NULL"
        " AND c.deleted_at IS NULL AND c.merged_into IS NULL ORDER BY a.created_at LIMIT ?2",
        (conversation, _LINKS),
    )
    linked = linking.linked(base, conversation)[:_LINKS]
    found = [
        *(Tied(topic, Tie.JOINED, at) for topic, at in merged),
        *(Tied(topic, Tie.APART, at) for topic, at in apart),
        *(Tied(each.conversation.topic, Tie.LINKED, each.created_at) for each in linked),
    ]
    return sorted(found, key=lambda each: each.at or 0)
