"""What conversations are folded from, read for many of them with the same few queries as for one.

No text is read: what was in it stands in the flags of the exchange.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from convonote.conversation.records import (
    Channel,
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
from convonote.store.turns import lapsing
from convonote.store.turns.chats import Hearers

_IN = "IN (SELECT value FROM json_each(?))"
_STATED = (
    "coalesce((SELECT max(s.at) FROM settling AS s WHERE s.promise = promise.id"
    " AND s.state = 'open' AND s.standing = 'taken' AND s.deleted_at IS NULL),"
    " CASE WHEN found = 'hand' THEN said_at END)"
)
"""SQL: when the user said last that a promise stands open."""
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
    """Everybody in it but the lists, the user too; who is in private notes alone is not."""
    lists: set[int] = field(default_factory=set)
    participants: dict[int, int | None] = field(default_factory=dict)
    """Everybody in it but the user, lists too, and when the user was last in touch with them
    here; as stored so far."""

    def settings(self, base: Base) -> Settings:
        """What the rules must know beyond the exchanges."""
        return Settings(
            me=base.me,
            zone=base.zone,
            choices=tuple(self.choices),
            lists=frozenset(self.lists),
            same=same_people(self.names, base.me),
            quiet_after=base.quiet_after,
            quiet_after_ask=base.quiet_after_ask,
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
    for conversation, sorted_at, exchange in _exchanges(base, f"conversation {_IN}", key):
        if conversation in alive:
            result[conversation].exchanges.append(exchange)
            result[conversation].sorted_at[exchange.id] = sorted_at
    read_around(base, {id: rows for id, rows in result.items() if id in alive})
    read_participants(base, result)
    read_names(base, {id: (rows, present(rows.exchanges)) for id, rows in result.items()})
    return result


def rows_at_hand(
    base: Base,
    conversations: Mapping[int, Iterable[int]],
    exchanges: Mapping[int, tuple[int, int, Exchange]],
) -> dict[int, Rows]:
    """The rows of conversations, each with all its exchanges, that nobody has been in before."""
    result = {}
    for conversation, ids in conversations.items():
        there = [exchanges[id] for id in ids]
        result[conversation] = Rows(
            [exchange for _, _, exchange in there], {it.id: moment for _, moment, it in there}
        )
    if result:
        read_around(base, result)
        read_names(base, {id: (rows, present(rows.exchanges)) for id, rows in result.items()})
    return result


def read_exchanges(base: Base, ids: Collection[int]) -> list[tuple[int, int, Exchange]]:
    """Some exchanges that are not deleted: (conversation, moment as stored so far, exchange)."""
    return list(_exchanges(base, f"id {_IN}", (json.dumps(list(ids)),))) if ids else []


def read_removed(base: Base, ids: Collection[int]) -> list[tuple[int, int, Exchange]]:
    """Some exchanges, even deleted ones, as `read_exchanges` gives them."""
    if not ids:
        return []
    return list(_exchanges(base, f"id {_IN}", (json.dumps(list(ids)),), deleted=True))


def read_between(
    base: Base, conversation: int, begin: int, end: int | None, *, limit: int = -1
) -> list[tuple[int, Exchange]]:
    """The exchanges of a conversation after a moment up to another one, the first so many.

    Each with its moment as stored; their order is not that of the moments.
    """
    which = (
        "id IN (SELECT id FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
        " AND sorted_at > ? AND sorted_at <= ? ORDER BY sorted_at LIMIT ?)"
    )
    key = (conversation, begin, (1 << 63) - 1 if end is None else end, limit)
    return [(moment, exchange) for _, moment, exchange in _exchanges(base, which, key)]


def read_around(base: Base, result: Mapping[int, Rows]) -> None:
    """Read the promises and the settings by hand of living conversations.

    What the rules go by besides is brought up to date too.
    """
    lapsing.catch_up(base)
    key = (json.dumps(list(result)),)
    for id, conversation, owner, said_at, due, state, exchange, stated_at in base.rows(
        f"SELECT id, conversation, owner, said_at, due, state, exchange, {_STATED} FROM promise"
        f" WHERE conversation {_IN} AND deleted_at IS NULL",
        key,
    ):
        day = None if due is None else date.fromisoformat(due)
        promise = Promise(
            id, owner, said_at, day, PromiseState(state), exchange, exchange or 0, stated_at
        )
        result[conversation].promises.append(promise)
    for id, conversation, at, kind, holders, everyone, until, reason, known in base.rows(
        "SELECT id, conversation, at, kind, holders, everyone, until, reason, known FROM choice"
        f" WHERE conversation {_IN} AND deleted_at IS NULL",
        key,
    ):
        people = tuple(json.loads(holders)) if holders else ()
        choice = Choice(id, at, ChoiceKind(kind), people, bool(everyone), until, reason, known)
        result[conversation].choices.append(choice)


def read_participants(base: Base, result: Mapping[int, Rows]) -> None:
    """Read who takes part in conversations, as stored so far."""
    sql = f"SELECT conversation, person, touched_at FROM participant WHERE conversation {_IN}"
    for conversation, person, touched_at in base.rows(sql, (json.dumps(list(result)),)):
        result[conversation].participants[person] = touched_at


def read_names(base: Base, inside: Mapping[int, tuple[Rows, Iterable[int]]]) -> None:
    """Read the names and lists among those who are present in conversations, owners too."""
    everybody = {
        conversation: {base.me, *people, *(promise.owner for promise in rows.promises)}
        for conversation, (rows, people) in inside.items()
    }
    wanted = sorted({person for people in everybody.values() for person in people})
    known: dict[int, tuple[str, str]] = {
        id: (name, kind)
        for id, name, kind in base.rows(
            f"SELECT id, name, kind FROM person WHERE id {_IN}", (json.dumps(wanted),)
        )
    }
    for conversation, (rows, _) in inside.items():
        for person in sorted(everybody[conversation]):
            name, kind = known[person]
            if kind == "list":
                rows.lists.add(person)
            else:
                rows.names[person] = name


def present(exchanges: Iterable[Exchange]) -> set[int]:
    """Everybody in exchanges; private notes bring nobody into a conversation."""
    people: set[int] = set()
    for exchange in exchanges:
        if exchange.kind is not Kind.NOTE:
            people.update(exchange.to, exchange.cc, exchange.speakers)
            if exchange.author is not None:
                people.add(exchange.author)
    return people


def _exchanges(
    base: Base, which: str, key: Sequence[object], *, deleted: bool = False
) -> Iterator[tuple[int, int, Exchange]]:
    which = which if deleted else f"{which} AND deleted_at IS NULL"
    roles: dict[tuple[int, str], list[int]] = defaultdict(list)
    for exchange, person, role in base.rows(
        "SELECT addressee.exchange, person, role FROM exchange"
        " JOIN addressee ON addressee.exchange = exchange.id"
        f" WHERE {which}",
        key,
    ):
        roles[exchange, role].append(person)
    hearers = Hearers(base)
    for row in base.run(
        "SELECT conversation, sorted_at, id, at, author, kind, channel, answers, origin, via_list,"
        " asks, closes, accepts, no_answer, everyone, queued, place, coalesce(message_id, uid),"
        " remind_at"
        f" FROM exchange WHERE {which}",
        key,
    ):
        conversation, sorted_at, id, at, author, kind, channel, answers, origin, *flags = row
        via_list, asks, closes, accepts, no_answer, everyone, queued, place, name, remind = flags
        to = tuple(roles.get((id, "to"), ()))
        if channel == Channel.CHAT and kind == Kind.SAID:
            to = hearers.of(name, author) or to
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
                to,
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
                remind,
            ),
        )
