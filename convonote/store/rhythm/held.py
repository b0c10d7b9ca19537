"""Who has a rhythm, their own or that of a tag, with all that it is judged by (T12)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from convonote.conversation.quiet_times import QuietTime
from convonote.store.base import Base
from convonote.store.rhythm import quieting


@dataclass(frozen=True, slots=True)
class Held:
    """A rhythm that is held with somebody."""

    person: int
    days: int
    tag: str
    """The tag whose rhythm it is; empty for one of their own."""
    since: int
    """When it was set."""
    last_at: int | None
    """When one was last in touch."""
    quiet: tuple[QuietTime, ...]
    """When they are left alone, whoever said so."""
    birthday: str | None


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


def read(base: Base, where: str = "", **given: object) -> list[Held]:
    """Who has a rhythm, those only of whom a condition holds."""
    now = base.now()
    found = base.connection.execute(
        _HELD + where, {"groups": json.dumps(list(_groups(base))), "now": now, **given}
    ).fetchall()
    asked = quieting.asked(base, [person for person, *_ in found]) if found else {}
    return [
        Held(
            person,
            days,
            tag,
            since,
            _until_now(base, person, last_at, now) if ahead else last_at,
            (*_meant(until, reason), *asked.get(person, ())),
            birthday,
        )
        for person, days, tag, since, last_at, until, reason, birthday, ahead in found
    ]


def last_touch(base: Base, person: int) -> int | None:
    """When one was last in touch with somebody, up to now."""
    now = base.now()
    last_at, ahead = base.row(
        "SELECT max(touched_at) FILTER (WHERE touched_at <= ?1),"
        " count(*) FILTER (WHERE touched_at > ?1) FROM participant WHERE person = ?2",
        (now, person),
    ) or (None, 0)
    return _until_now(base, person, last_at, now) if ahead else last_at


def _meant(until: str | None, reason: str) -> Iterator[QuietTime]:
    """Until when the user means to leave them alone."""
    if until is not None:
        yield QuietTime(date.fromisoformat(until), reason=reason)


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
