"""Whose rhythm is due (T12): read from a few rows a person, and the day it is for the user.

Nothing of this is kept but when one was last in touch, which stands with who takes part in a
conversation. So no tag, no merge and no other time zone can leave it behind.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from convonote.conversation.explain import by_channel, day_in_words
from convonote.conversation.records import DAY
from convonote.conversation.rhythm import AHEAD, due_day, every, near_birthday
from convonote.conversation.zones import day_of
from convonote.store.base import Base
from convonote.store.people import people as persons
from convonote.store.people.person_records import Person
from convonote.store.rhythm import held, quieting
from convonote.store.rhythm.held import Held
from convonote.store.rhythm.records import GroupRhythm, Quiet, Rhythm

_NEAR = (
    f"WHERE coalesce(last_at, 0) + days * {DAY} < :now + 2 * {DAY}"
    " OR substr(birthday, -5) IN (SELECT value FROM json_each(:soon))"
)
"""Those of whom the day can tell that it is due, and no others but some of tomorrow's."""


def count(base: Base) -> int:
    """How many people stand under *Reach out*."""
    return sum(_reaches(base, one) for one in _near(base))


def reach_out(base: Base, *, offset: int = 0, limit: int | None = None) -> list[Rhythm]:
    """A window of those under *Reach out*, the most overdue over their rhythm first."""
    some = sorted((one for one in _near(base) if _reaches(base, one)), key=_most_overdue(base))
    return _shown(base, some[offset : None if limit is None else offset + limit])


def in_touch(base: Base, *, offset: int = 0, limit: int | None = None) -> list[Rhythm]:
    """A window of those who have a rhythm that is not due yet, the next one due first."""
    rest = [one for one in held.read(base) if not _reaches(base, one)]
    rest.sort(key=lambda one: (_due(base, one), one.person))
    return _shown(base, rest[offset : None if limit is None else offset + limit])


def counts(base: Base) -> tuple[int, int]:
    """How many stand under *Reach out*, and how many more have a rhythm."""
    reaching = [_reaches(base, one) for one in held.read(base)]
    return sum(reaching), len(reaching) - sum(reaching)


def rhythm(base: Base, person: int) -> Rhythm | None:
    """The rhythm of one person; None where there is none."""
    found = held.read(base, "WHERE person = :person", person=persons.followed(base, person))
    return _shown(base, found)[0] if found else None


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


def _near(base: Base) -> list[Held]:
    today = base.today()
    ahead = [today + timedelta(days) for days in range(AHEAD + 1)]
    # A birthday on 29 February is on the 28th in other years.
    soon = {f"{day:%m-%d}" for day in ahead} | {"02-29" for day in ahead if f"{day:%m}" == "02"}
    return held.read(base, _NEAR, soon=json.dumps(sorted(soon)))


def _due(base: Base, one: Held) -> date:
    last = None if one.last_at is None else day_of(one.last_at, base.zone)
    return due_day(last, day_of(one.since, base.zone), one.days, base.today(), one.quiet)


def _birthday(base: Base, one: Held) -> date | None:
    """The next birthday where it is near, and nothing was said on the very day."""
    there = None if one.birthday is None else near_birthday(one.birthday, base.today())
    said = one.last_at is not None and there and day_of(one.last_at, base.zone) >= there
    return None if said else there


def _reaches(base: Base, one: Held) -> bool:
    today = base.today()
    if any(time.holds(today) for time in one.quiet):
        return False
    return _due(base, one) <= today or _birthday(base, one) is not None


def _most_overdue(base: Base) -> Callable[[Held], tuple[float, int]]:
    today = base.today()

    def key(one: Held) -> tuple[float, int]:
        return -max(0, (today - _due(base, one)).days) / one.days, one.person

    return key


def _shown(base: Base, some: list[Held]) -> list[Rhythm]:
    people = persons.named(base, [one.person for one in some])
    return [_rhythm(base, one, people[one.person]) for one in some]


def _rhythm(base: Base, one: Held, person: Person) -> Rhythm:
    today, due, birthday = base.today(), _due(base, one), _birthday(base, one)
    quiet = quieting.today(base, one.quiet)
    conversation, channel = _where(base, one.person, one.last_at)
    return Rhythm(
        person=person,
        days=one.days,
        tag=one.tag,
        last_at=one.last_at,
        due=due,
        overdue=(today - due).days,
        quiet=quiet,
        birthday=birthday,
        channel=channel,
        conversation=conversation,
        said=tuple(_said(base, one, channel, birthday, quiet)),
    )


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


def _said(
    base: Base, one: Held, channel: str, birthday: date | None, quiet: Quiet | None
) -> Iterator[str]:
    now, zone = base.now(), base.zone
    yield every(one.days) + (f" (#{one.tag})" if one.tag else "")
    if one.last_at is None:
        yield "never in touch so far"
    else:
        when = day_in_words(day_of(one.last_at, zone), now, zone)
        yield f"last in touch on {when}{by_channel(channel)}"
    if birthday is not None:
        yield f"birthday on {day_in_words(birthday, now, zone)}"
    if quiet is not None:
        reason = f": {quiet.reason}" if quiet.reason else ""
        yield f"not before {day_in_words(quiet.until, now, zone)}{reason}"
