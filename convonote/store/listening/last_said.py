"""How the user last spoke to somebody: what a composer opens with."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from convonote.conversation.records import ChoiceKind, Kind
from convonote.store.base import Base

_LOOKED_AT = 40
"""Exchanges with somebody that are looked through, the latest first."""


@dataclass(frozen=True, slots=True)
class LastSaid:
    """How something was said, and whose turn it was made to be."""

    channel: str
    everyone: bool = False
    no_answer: bool = False
    turn: tuple[int, ...] | None = None
    """Who was given the turn by hand with it; None where the rules decided."""


def last_said_to(base: Base, who: Collection[int]) -> LastSaid | None:
    """How the user last wrote down something said to exactly these people; None if never."""
    wanted = sorted(set(who) - {base.me})
    if not wanted:
        return None
    match = " AND ".join([f'tokens : "f{base.me}"', *(f'tokens : "t{one}"' for one in wanted)])
    rows = base.rows(
        "SELECT e.id, e.conversation, e.channel, e.everyone, e.no_answer FROM search AS s"
        " CROSS JOIN exchange AS e ON e.search_id = s.rowid WHERE s.search MATCH ?"
        " AND e.kind = ? AND e.made_by = 'user' AND e.deleted_at IS NULL"
        " ORDER BY s.rowid DESC LIMIT ?",
        (match, str(Kind.SAID), _LOOKED_AT),
    )
    for id, conversation, channel, everyone, no_answer in rows:
        to = base.rows(
            "SELECT person FROM addressee WHERE exchange = ? AND role = 'to' ORDER BY person", (id,)
        )
        if [person for (person,) in to] == wanted:
            return LastSaid(channel, bool(everyone), bool(no_answer), _turn(base, conversation, id))
    return None


def _turn(base: Base, conversation: int, exchange: int) -> tuple[int, ...] | None:
    """Whom the user gave the turn in the same change in which the exchange was written."""
    holders: str | None = base.value(
        "SELECT c.holders FROM choice AS c"
        " JOIN part AS p ON p.\"table\" = 'choice' AND p.first = c.id AND p.field IS NULL"
        " WHERE c.conversation = ? AND c.kind = ? AND c.known = ? AND c.deleted_at IS NULL"
        " AND EXISTS (SELECT 1 FROM part AS q WHERE q.change = p.change"
        " AND q.\"table\" = 'exchange' AND ? BETWEEN q.first AND q.last AND q.field IS NULL)",
        (conversation, str(ChoiceKind.TURN), exchange, exchange),
    )
    return None if holders is None else tuple(json.loads(holders))
