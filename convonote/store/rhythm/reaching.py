"""Whose rhythm is due (T12): read from a few rows a person, and the day it is for the user.

Nothing of this is kept but when one was last in touch, which stands with who takes part in a
conversation. So no tag, no merge and no other time zone can leave it behind.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from convonote.conversation.explain import by_channel, day_in_words
from convonote.conversation.records import DAY
from convonote.conversation.rhythm import AHEAD, due_day, every, next_birthday
from convonote.conversation.zones import day_of
from convonote.store.base import Base
from convonote.store.people import people as persons
from convonote.store.records import Person
from convonote.store.rhythm.records import GroupRhythm, Quiet, Rhythm

_GROUP = 1_000_000
"""What the days of a tag's rhythm count more than one's own, which goes first."""
_HELD = f"""
WITH held AS (
    SELECT person, min(place), days, tag, created_at FROM (
        SELECT person, days AS place, days, '' AS tag, created_at FROM rhythm
        WHERE person IS NOT NULL AND deleted_at IS NULL
        UNION ALL
        SELECT d.person, {_GROUP} + (g.value ->> 1), g.value ->> 1, g.value ->> 2, g.value ->> 3
        FROM json_each(:groups) AS g CROSS JOIN detail AS d
        ON d.value = g.value ->> 0 AND d.kind = 'tag' AND d.deleted_at IS NULL
    ) GROUP BY person
), standing AS (
    SELECT held.person AS person, days, tag, held.created_at AS since,
        (SELECT max(touched_at) FROM participant WHERE person = held.person
            AND touched_at <= :now) AS last_at,
        EXISTS (SELECT 1 FROM participant WHERE person = held.person
            AND touched_at > :now) AS ahead,
        quiet.until AS until, reason,
        (SELECT value FROM detail WHERE person = held.person AND kind = 'birthday'
            AND deleted_at IS NULL ORDER BY made_by = 'import', id LIMIT 1) AS birthday
    FROM held JOIN person ON person.id = held.person
    LEFT JOIN quiet ON quiet.person = held.person AND quiet.deleted_at IS NULL
    WHERE days > 0 AND person.kind = 'person' AND person.me = 0 AND person.deleted_at IS NULL
)
SELECT person, days, tag, since, last_at, until, reason, birthday, ahead FROM standing
"""
"""Who has a rhythm: their own before those of their tags, of these the shortest."""
_NEAR = (
    f"WHERE coalesce(last_at, 0) + days * {DAY} < :now + 2 * {DAY}"
    " OR substr(birthday, -5) IN (SELECT value FROM json_each(:soon))"
)
"""Those of whom the day can tell that it is due, and no others but some of tomorrow's."""


def count(base: Base) -> int:
    """How many people stand under *Reach out*."""
    return sum(_reaches(base, row) for row in _near(base))


def reach_out(base: Base, *, offset: int = 0, limit: int | None = None) -> list[Rhythm]:
    """A window of those under *Reach out*, the most overdue over their rhythm first."""
    some = sorted((row for row in _near(base) if _reaches(base, row)), key=_most_overdue(base))
    return _shown(base, some[offset : None if limit is None else offset + limit])


def in_touch(base: Base, *, offset: int = 0, limit: int | None = None) -> list[Rhythm]:
    """A window of those who have a rhythm that is not due yet, the next one due first."""
    rest = [row for row in _rows(base) if not _reaches(base, row)]
    rest.sort(key=lambda row: (_due(base, row), row[0]))
    return _shown(base, rest[offset : None if limit is None else offset + limit])


def counts(base: Base) -> tuple[int, int]:
    """How many stand under *Reach out*, and how many more have a rhythm."""
    reaching = [_reaches(base, row) for row in _rows(base)]
    return sum(reaching), len(reaching) - sum(reaching)


def rhythm(base: Base, person: int) -> Rhythm | None:
    """The rhythm of one person; None where there is none."""
    found = _rows(base, "WHERE person = :person", person=persons.followed(base, person))
    return _shown(base, found)[0] if found else None


def quiet(base: Base, person: int) -> Quiet | None:
    """The quiet time of one person, where it is not over."""
    row = base.row(
        "SELECT until, reason FROM quiet WHERE person = ? AND deleted_at IS NULL",
        (persons.followed(base, person),),
    )
    return None if row is None else _quiet(base, *row)


def groups(base: Base) -> list[GroupRhythm]:
    """The rhythms of tags, the shortest first."""
    people: dict[str, int] = {}
    for value, number in base.rows(
        "SELECT value, count(DISTINCT person) FROM detail WHERE kind = 'tag'"
        " AND deleted_at IS NULL GROUP BY 1"
    ):
        people[value.casefold()] = people.get(value.casefold(), 0) + number
    return [
        GroupRhythm(tag, days, people.get(tag.casefold(), 0))
        for tag, days in base.rows(
            "SELECT tag, days FROM rhythm WHERE person IS NULL AND deleted_at IS NULL"
            " ORDER BY days, tag"
        )
    ]


# Rows: (person, days, tag, since, last_at, until, reason, birthday)


def _near(base: Base) -> list[tuple[Any, ...]]:
    today = base.today()
    ahead = [today + timedelta(days) for days in range(AHEAD + 1)]
    # A birthday on 29 February is on the 28th in other years.
    soon = {f"{day:%m-%d}" for day in ahead} | {"02-29" for day in ahead if f"{day:%m}" == "02"}
    return _rows(base, _NEAR, soon=json.dumps(sorted(soon)))


def _rows(base: Base, where: str = "", **given: object) -> list[tuple[Any, ...]]:
    now = base.now()
    found = base.connection.execute(
        _HELD + where, {"groups": json.dumps(list(_groups(base))), "now": now, **given}
    ).fetchall()
    return [
        (*row[:4], _until_now(base, row[0], row[4], now) if ahead else row[4], *row[5:])
        for *row, ahead in found
    ]


def _until_now(base: Base, person: int, last_at: int | None, now: int) -> int | None:
    """When one was last in touch with somebody who also has messages that bear a date to come.

    These are of a wrong clock, or of a plan: they put off nothing.
    """
    from convonote.conversation.order import keyed
    from convonote.store.turns.rows import read
    from convonote.store.turns.summing import summary

    ahead = [
        id
        for (id,) in base.rows(
            "SELECT conversation FROM participant WHERE person = ? AND touched_at > ?",
            (person, now),
        )
    ]
    for rows in read(base, ahead).values():
        past = [exchange for exchange in rows.exchanges if exchange.at <= now]
        touched = summary(keyed(past), rows.settings(base)).participants.get(person)
        last_at = max((at for at in (last_at, touched) if at is not None), default=None)
    return last_at


def _groups(base: Base) -> Iterator[tuple[str, int, str, int]]:
    """(tag as somebody has it, days, tag, since): tags are the same in capitals and small."""
    kept = base.rows(
        "SELECT tag, days, created_at FROM rhythm WHERE person IS NULL AND deleted_at IS NULL"
    )
    if not kept:
        return
    by_tag = {tag.casefold(): (tag, days, since) for tag, days, since in kept}
    for (value,) in base.rows(
        "SELECT DISTINCT value FROM detail WHERE kind = 'tag' AND deleted_at IS NULL"
    ):
        if (found := by_tag.get(value.casefold())) is not None:
            yield value, found[1], found[0], found[2]


def _due(base: Base, row: tuple[Any, ...]) -> date:
    _, days, _, since, last_at, until, *_ = row
    last = None if last_at is None else day_of(last_at, base.zone)
    quiet = None if until is None else date.fromisoformat(until)
    return due_day(last, day_of(since, base.zone), days, quiet)


def _birthday(base: Base, row: tuple[Any, ...]) -> date | None:
    """The next birthday where it is near, and nothing was said on the very day."""
    last_at, value = row[4], row[7]
    today = base.today()
    there = None if value is None else next_birthday(value, today)
    if there is None or (there - today).days > AHEAD:
        return None
    said = last_at is not None and day_of(last_at, base.zone) >= there
    return None if said else there


def _reaches(base: Base, row: tuple[Any, ...]) -> bool:
    until = row[5]
    if until is not None and date.fromisoformat(until) > base.today():
        return False
    return _due(base, row) <= base.today() or _birthday(base, row) is not None


def _most_overdue(base: Base) -> Any:
    today = base.today()

    def key(row: tuple[Any, ...]) -> tuple[float, int]:
        return -max(0, (today - _due(base, row)).days) / row[1], row[0]

    return key


def _shown(base: Base, rows: list[tuple[Any, ...]]) -> list[Rhythm]:
    people = persons.named(base, [row[0] for row in rows])
    return [_rhythm(base, row, people[row[0]]) for row in rows]


def _rhythm(base: Base, row: tuple[Any, ...], person: Person) -> Rhythm:
    id, days, tag, _, last_at, until, reason, _ = row
    today, due, birthday = base.today(), _due(base, row), _birthday(base, row)
    quiet = None if until is None else _quiet(base, until, reason)
    conversation, channel = _where(base, id, last_at)
    return Rhythm(
        person=person,
        days=days,
        tag=tag,
        last_at=last_at,
        due=due,
        overdue=(today - due).days,
        quiet=quiet,
        birthday=birthday,
        channel=channel,
        conversation=conversation,
        why=_why(base, days, tag, last_at, channel, birthday, quiet),
    )


def _quiet(base: Base, until: str, reason: str) -> Quiet | None:
    day = date.fromisoformat(until)
    return Quiet(day, reason) if day > base.today() else None


def _where(base: Base, person: int, last_at: int | None) -> tuple[int | None, str]:
    """The conversation in which one was last in touch, and over which channel."""
    if last_at is None:
        return None, ""
    row = base.row(
        "SELECT e.conversation, e.channel FROM participant AS p"
        " JOIN exchange AS e ON e.conversation = p.conversation AND e.sorted_at >= ?2"
        " WHERE p.person = ?1 AND p.touched_at >= ?2 AND e.at = ?2"
        " AND e.deleted_at IS NULL AND e.kind <> 'note' ORDER BY e.sorted_at LIMIT 1",
        (person, last_at),
    )
    return (None, "") if row is None else (row[0], row[1])


def _why(
    base: Base,
    days: int,
    tag: str,
    last_at: int | None,
    channel: str,
    birthday: date | None,
    quiet: Quiet | None,
) -> str:
    now, zone = base.now(), base.zone
    parts = [every(days) + (f" (#{tag})" if tag else "")]
    if last_at is None:
        parts.append("never in touch so far")
    else:
        when = day_in_words(day_of(last_at, zone), now, zone)
        parts.append(f"last in touch on {when}{by_channel(channel)}")
    if birthday is not None:
        parts.append(f"birthday on {day_in_words(birthday, now, zone)}")
    if quiet is not None:
        reason = f": {quiet.reason}" if quiet.reason else ""
        parts.append(f"not before {day_in_words(quiet.until, now, zone)}{reason}")
    return "; ".join(parts)
