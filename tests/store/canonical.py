"""A notebook as it means something: without its own keys, uids and the order of arrival."""

import json
from collections import defaultdict
from typing import Any

from convonote.store.base import Base
from convonote.store.turns import placing, queue
from convonote.store.turns.folding import folded_again

Facts = dict[str, list[tuple[Any, ...]]]


def canonical(base: Base) -> Facts:
    """Everything in a notebook that somebody could notice, sorted."""
    with base.transaction():
        # What people usually take moves by the day, but for an import.
        placing.begin_import(base)
    placing.finish_import(base)
    with base.reading():
        people = _people(base)
        messages = _messages(base)
        inside = _inside(base, messages)
        facts = {
            "people": _whoever(base, people),
            "details": _details(base, people),
            "exchanges": _exchanges(base, people, messages),
            "conversations": _conversations(base, people, messages, inside),
            "names": [
                (name, inside.get(id, frozenset()))
                for name, id in base.rows("SELECT name, conversation FROM message")
            ],
            "promises": _promises(base, people, messages, inside),
            "drafts": _drafts(base, people, messages, inside),
        }
    return {what: sorted(rows, key=repr) for what, rows in facts.items()}


def _people(base: Base) -> dict[int, str]:
    """Everybody by addresses, else by name."""
    addresses = defaultdict(list)
    for person, channel, folded in base.rows(
        "SELECT person, channel, folded FROM address WHERE deleted_at IS NULL"
    ):
        addresses[person].append(f"{channel} {folded}")
    return {
        id: "me" if me else ", ".join(sorted(addresses[id])) or name
        for id, name, me in base.rows("SELECT id, name, me FROM person")
    }


def _messages(base: Base) -> dict[int, str]:
    """Every exchange that is there, by its name; those written by hand by what they say."""
    return dict(
        base.rows(
            "SELECT e.id, coalesce(e.message_id, e.text || ' at ' || e.at) FROM exchange AS e"
            " JOIN conversation AS c ON c.id = e.conversation"
            " WHERE e.deleted_at IS NULL AND c.deleted_at IS NULL"
        )
    )


def _inside(base: Base, messages: dict[int, str]) -> dict[int, frozenset[str]]:
    found = defaultdict(set)
    for id, conversation in base.rows("SELECT id, conversation FROM exchange"):
        if id in messages:
            found[conversation].add(messages[id])
    return {conversation: frozenset(names) for conversation, names in found.items()}


def _whoever(base: Base, people: dict[int, str]) -> list[tuple[Any, ...]]:
    return [
        (people[id], *rest)
        for id, *rest in base.rows(
            "SELECT id, name, named_by, kind FROM person"
            " WHERE deleted_at IS NULL AND merged_into IS NULL"
        )
    ]


def _details(base: Base, people: dict[int, str]) -> list[tuple[Any, ...]]:
    # Which names are noted beside the one shown hangs on what was shown when they came in.
    return [
        (people[person], *rest)
        for person, *rest in base.rows(
            "SELECT person, kind, value, extra, made_by FROM detail WHERE deleted_at IS NULL"
            " AND kind <> 'also'"
        )
    ]


def _exchanges(
    base: Base, people: dict[int, str], messages: dict[int, str]
) -> list[tuple[Any, ...]]:
    roles = defaultdict(list)
    for exchange, person, role in base.rows(
        "SELECT exchange, person, role FROM addressee AS a WHERE role <> 'cc' OR NOT EXISTS"
        " (SELECT 1 FROM addressee WHERE exchange = a.exchange AND person = a.person"
        " AND role = 'to')"
    ):
        roles[exchange].append((role, people[person]))
    return [
        (messages[id], people.get(author), messages.get(answers), sorted(roles[id]), *rest)
        for id, author, answers, *rest in base.rows(
            'SELECT e.id, author, answers, kind, channel, at, "offset", place, subject, e.text,'
            " replies_to, origin, via_list, asks, closes, accepts, queued, dated, attachments,"
            " made_by, sorted_at, o.text FROM exchange AS e"
            " LEFT JOIN original AS o ON o.exchange = e.id"
        )
        if id in messages
    ]


def _conversations(
    base: Base,
    people: dict[int, str],
    messages: dict[int, str],
    inside: dict[int, frozenset[str]],
) -> list[tuple[Any, ...]]:
    ids = [id for (id,) in base.rows("SELECT id FROM conversation") if id in inside]
    shown = {row.id: row for row in queue.shown(base, ids)}
    settings = defaultdict(list)
    for conversation, kind, at, holders, *rest in base.rows(
        "SELECT conversation, kind, at, holders, everyone, until, reason FROM choice"
        " WHERE deleted_at IS NULL"
    ):
        names = sorted(people[id] for id in json.loads(holders or "[]"))
        settings[conversation].append((kind, at, names, *rest))
    spoke = dict(base.rows("SELECT id, spoke FROM conversation"))
    found = []
    # By name: of those who count as one here (T17) the first who came in stands for all.
    for id, (_, folded) in folded_again(base, ids).items():
        row = shown[id]
        holders = sorted(
            (each.person.name, each.since, each.why, each.rule, messages.get(each.exchange or 0))
            for each in row.holders
        )
        order = sorted(folded.sorted_at, key=lambda exchange: folded.sorted_at[exchange])
        found.append(
            (
                tuple(messages[exchange] for exchange in order),
                row.topic,
                [each.name for each in row.people[: spoke[id]]],
                # Those who only listened come in no order that a source gives.
                sorted(each.name for each in row.people[spoke[id] :]),
                str(row.section),
                str(row.turn),
                holders,
                row.until,
                row.last_at,
                row.channels,
                sorted(settings[id]),
            )
        )
    return found


def _promises(
    base: Base,
    people: dict[int, str],
    messages: dict[int, str],
    inside: dict[int, frozenset[str]],
) -> list[tuple[Any, ...]]:
    return [
        (messages.get(exchange), people[owner], inside[conversation], *rest)
        for exchange, owner, conversation, *rest in base.rows(
            "SELECT exchange, owner, conversation, what, line, due, state, said_at FROM promise"
            " WHERE deleted_at IS NULL"
        )
        if conversation in inside
    ]


def _drafts(
    base: Base,
    people: dict[int, str],
    messages: dict[int, str],
    inside: dict[int, frozenset[str]],
) -> list[tuple[Any, ...]]:
    return [
        (
            inside.get(conversation),
            messages.get(answers),
            sorted(people[id] for id in json.loads(to)),
            *rest,
        )
        for conversation, answers, to, *rest in base.rows(
            "SELECT conversation, answers, people, kind, channel, topic, text, updated_at"
            " FROM draft WHERE deleted_at IS NULL"
        )
    ]


def differences(one: Facts, other: Facts) -> str:
    """What two notebooks tell differently, one line each."""
    found = []
    for what in one:
        for sign, here, there in (("-", one, other), ("+", other, one)):
            missing = [row for row in here[what] if row not in there[what]]
            found += [f"{sign} {what}: {row}" for row in missing]
    return "\n".join(found)
