"""Conversations to which something was added at the end, folded on from where they stood.

So what is said in a conversation of any length costs the same, and an import reads no conversation
again with each batch. What does not come last in every respect is folded anew, by `folding`.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from convonote.conversation.order import Key, keyed, moments, own_key
from convonote.conversation.records import Exchange
from convonote.conversation.turn import further
from convonote.conversation.turn_records import Waits
from convonote.store.base import Base
from convonote.store.turns.packing import unpack
from convonote.store.turns.rows import (
    Rows,
    present,
    read_around,
    read_exchanges,
    read_names,
    read_participants,
)
from convonote.store.turns.summing import Summary, summary

Grown = Mapping[int, Collection[int]]
"""By conversation: the exchanges that were added since it was folded, while nothing else was
changed in it but that promises in them were written down."""

AtHand = Mapping[int, tuple[int, int, Exchange]]
"""By id: (conversation, moment, exchange) of exchanges that need not be read."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What folding a conversation gives."""

    waits: Waits
    summary: Summary
    sorted_at: dict[int, int]
    """By exchange."""
    stages: Mapping[int, Waits] = field(default_factory=dict)
    """How it stood at the moments of its checkpoints, where it was folded whole."""


@dataclass(slots=True)
class _Stood:
    """Where a conversation stood before something was added."""

    waits: Waits
    columns: tuple[int | str | None, ...]
    last: Key
    moment: int
    """That of the last exchange."""
    rows: Rows = field(default_factory=Rows)


def folded_on(base: Base, grown: Grown, at_hand: AtHand) -> dict[int, tuple[Rows, Folded]]:
    """Those of the conversations that can be folded on, with their new exchanges alone.

    `answers` of their waits are those in the new exchanges.
    """
    stood = _stood(base, grown)
    news = _exchanges(base, [id for conversation in stood for id in grown[conversation]], at_hand)
    for conversation, sorted_at, exchange in news:
        if conversation in stood:
            stood[conversation].rows.exchanges.append(exchange)
            stood[conversation].rows.sorted_at[exchange.id] = sorted_at
    stood = {
        id: its
        for id, its in stood.items()
        if its.rows.sorted_at.keys() == set(grown[id])
        and all(own_key(exchange) > its.last for exchange in its.rows.exchanges)
    }
    rows = {id: its.rows for id, its in stood.items()}
    read_around(base, rows)
    read_participants(base, rows)
    everybody = {
        id: (its, its.participants.keys() | present(its.exchanges)) for id, its in rows.items()
    }
    read_names(base, everybody)
    answered = _answered(base, rows, at_hand)
    result = {}
    for id, its in stood.items():
        folded = _folded_on(base, id, its, answered)
        if folded is not None:
            result[id] = its.rows, folded
    return result


def _stood(base: Base, grown: Grown) -> dict[int, _Stood]:
    return {
        id: _Stood(unpack(packed), tuple(columns), tuple(json.loads(columns[-1])), moment)
        for id, packed, moment, *columns in base.rows(
            "SELECT c.id, c.waits, e.sorted_at, c.exchanges, c.last_at, c.channels, c.people,"
            " c.spoke, c.folded_to FROM conversation AS c"
            " JOIN exchange AS e ON e.id = json_extract(c.folded_to, '$[3]')"
            " WHERE c.id IN (SELECT value FROM json_each(?)) AND c.folded_to <> ''"
            " AND c.deleted_at IS NULL AND c.merged_into IS NULL",
            (json.dumps(list(grown)),),
        )
    }


def _exchanges(
    base: Base, ids: Collection[int], at_hand: AtHand
) -> list[tuple[int, int, Exchange]]:
    """As `read_exchanges`, where some are at hand."""
    there = [at_hand[id] for id in ids if id in at_hand]
    return there + read_exchanges(base, [id for id in ids if id not in at_hand])


def _answered(
    base: Base, rows: Mapping[int, Rows], at_hand: AtHand
) -> dict[tuple[int, int], Exchange]:
    """By (conversation, id): what the new exchanges answer, and these themselves."""
    everything = [each for its in rows.values() for each in its.exchanges]
    wanted = {each.answers for each in everything if each.answers is not None}
    found = {
        (conversation, exchange.id): exchange
        for conversation, _, exchange in _exchanges(base, wanted, at_hand)
    }
    return found | {
        (id, exchange.id): exchange for id, its in rows.items() for exchange in its.exchanges
    }


def _folded_on(
    base: Base, id: int, stood: _Stood, answered: Mapping[tuple[int, int], Exchange]
) -> Folded | None:
    rows = stood.rows
    settings = rows.settings(base)
    new = rows.names.keys() - rows.participants.keys() - {base.me}
    if new & {*settings.same, *settings.same.values()}:
        return None  # T17: somebody counts as another than before.
    if any(choice.known >= min(rows.sorted_at) for choice in settings.choices):
        return None  # T8
    in_order = keyed(rows.exchanges)
    heard = [
        (exchange, None if exchange.answers is None else answered.get((id, exchange.answers)))
        for _, exchange in in_order
    ]
    before = Summary.of(stood.columns, rows.participants)
    return Folded(
        further(stood.waits, heard, rows.promises, settings),
        summary(in_order, settings, before),
        {exchange.id: moment for moment, exchange in moments(in_order, stood.moment)},
    )
