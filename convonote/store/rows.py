"""What conversations are folded from, read for many of them with the same few queries as for one.

No text is read: what was in it stands in the flags of the exchange.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from convonote.conversation.records import (
    Choice,
    ChoiceKind,
    Exchange,
    Kind,
    Origin,
    Promise,
    PromiseState,
    Settings,
)
from convonote.conversation.who import same_people
from convonote.store.base import Base

_IN = "IN (SELECT value FROM json_each(?))"
_KINDS = {str(kind): kind for kind in Kind}
_ORIGINS = {str(origin): origin for origin in Origin}


@dataclass(slots=True)
class Rows:
    """What a conversation is folded from."""

    exchanges: list[Exchange] = field(default_factory=list)
    sorted_at: dict[int, int] = field(default_factory=dict)
    """By exchange, as stored so far."""
    promises: list[Promise] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    """Everybody in it but the lists, the user too."""
    lists: set[int] = field(default_factory=set)

    def settings(self, base: Base) -> Settings:
        """What the rules must know beyond the exchanges."""
        return Settings(
            me=base.me,
            zone=base.zone,
            choices=tuple(self.choices),
            lists=frozenset(self.lists),
            same=same_people(self.names, base.me),
        )


def read(base: Base, conversations: Sequence[int]) -> dict[int, Rows]:
    """The rows of conversations; those that were deleted or joined to others have none."""
    key = (json.dumps(list(conversations)),)
    alive = {
        id
        for (id,) in base.rows(
            f"SELECT id FROM conversation WHERE id {_IN} AND deleted_at IS NULL"
            " AND merged_into IS NULL",
            key,
        )
    }
    result = {id: Rows() for id in conversations}
    _read_exchanges(base, key, {id: rows for id, rows in result.items() if id in alive})
    for id, conversation, owner, said_at, due, state, exchange in base.rows(
        "SELECT id, conversation, owner, said_at, due, state, exchange FROM promise"
        f" WHERE conversation {_IN} AND deleted_at IS NULL",
        key,
    ):
        if conversation in alive:
            day = None if due is None else date.fromisoformat(due)
            promise = Promise(
                id, owner, said_at, day, PromiseState(state), exchange, arrived=exchange or 0
            )
            result[conversation].promises.append(promise)
    for id, conversation, at, kind, holders, everyone, until, reason, known in base.rows(
        "SELECT id, conversation, at, kind, holders, everyone, until, reason, known FROM choice"
        f" WHERE conversation {_IN} AND deleted_at IS NULL",
        key,
    ):
        if conversation in alive:
            people = tuple(json.loads(holders)) if holders else ()
            choice = Choice(id, at, ChoiceKind(kind), people, bool(everyone), until, reason, known)
            result[conversation].choices.append(choice)
    _read_names(base, result)
    return result


def _read_exchanges(base: Base, key: tuple[str], result: Mapping[int, Rows]) -> None:
    roles: dict[tuple[int, str], list[int]] = defaultdict(list)
    for exchange, person, role in base.rows(
        "SELECT addressee.exchange, person, role FROM exchange"
        " JOIN addressee ON addressee.exchange = exchange.id"
        f" WHERE conversation {_IN} AND deleted_at IS NULL",
        key,
    ):
        roles[exchange, role].append(person)
    for conversation, sorted_at, exchange in _exchanges(base, key, roles):
        if (rows := result.get(conversation)) is not None:
            rows.exchanges.append(exchange)
            rows.sorted_at[exchange.id] = sorted_at


def _exchanges(
    base: Base, key: tuple[str], roles: Mapping[tuple[int, str], list[int]]
) -> Iterator[tuple[int, int, Exchange]]:
    for row in base.run(
        "SELECT conversation, sorted_at, id, at, author, kind, channel, answers, origin, via_list,"
        " asks, closes, accepts, no_answer, everyone, queued, place, coalesce(message_id, uid)"
        f" FROM exchange WHERE conversation {_IN} AND deleted_at IS NULL",
        key,
    ):
        conversation, sorted_at, id, at, author, kind, channel, answers, origin, *flags = row
        via_list, asks, closes, accepts, no_answer, everyone, queued, place, name = flags
        # Fields by position: over ten thousand exchanges their names would cost a fifth of it all.
        yield (
            conversation,
            sorted_at,
            Exchange(
                id,
                at,
                author,
                _KINDS[kind],
                channel,
                tuple(roles.get((id, "to"), ())),
                tuple(roles.get((id, "cc"), ())),
                tuple(roles.get((id, "speaker"), ())),
                tuple(roles.get((id, "named"), ())),
                answers,
                _ORIGINS[origin],
                bool(via_list),
                bool(asks),
                bool(closes),
                bool(accepts),
                bool(no_answer),
                bool(everyone),
                bool(queued),
                place,
                name,
                id,
            ),
        )


def _read_names(base: Base, result: Mapping[int, Rows]) -> None:
    inside: dict[int, set[int]] = {}
    for conversation, rows in result.items():
        people = inside[conversation] = {base.me}
        for exchange in rows.exchanges:
            people.update(exchange.to, exchange.cc, exchange.speakers)
            if exchange.author is not None:
                people.add(exchange.author)
        people.update(promise.owner for promise in rows.promises)
    everybody = sorted({person for people in inside.values() for person in people})
    known: dict[int, tuple[str, str]] = {
        id: (name, kind)
        for id, name, kind in base.rows(
            f"SELECT id, name, kind FROM person WHERE id {_IN}", (json.dumps(everybody),)
        )
    }
    for conversation, rows in result.items():
        for person in sorted(inside[conversation]):
            name, kind = known[person]
            if kind == "list":
                rows.lists.add(person)
            else:
                rows.names[person] = name
