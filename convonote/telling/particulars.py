"""What is known of a person, in plain words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, tzinfo

from convonote.conversation.rhythm import near_birthday, next_birthday
from convonote.conversation.zones import day_at, day_of, offset_at
from convonote.store.people.person_records import DetailRow
from convonote.store.people.records import Knows
from convonote.text.times import long_day, short_day

_NAMES = {
    "line": "who",
    "also": "also called",
    "shares": "shares an address",
    "met": "how we met",
}
"""What stands before a detail, where its kind alone does not say it."""
_SHORT = ("line", "role", "organisation", "expertise", "tag")
"""The kinds that tell in a line who somebody is."""


def lines(details: Sequence[DetailRow]) -> Iterator[str]:
    """A line for each detail; longer ones go on below."""
    for one in told(details):
        first, *more = one.value.splitlines()
        extra = f" ({one.extra})" if one.extra else ""
        yield f"  {_NAMES.get(one.kind, one.kind)}  {first}{extra}"
        yield from (f"    {line}" for line in more)


def told(details: Sequence[DetailRow]) -> Iterator[DetailRow]:
    """The details without those of which another says the same and more."""
    return (one for one in details if not _said_better(one, details))


def in_a_line(details: Sequence[DetailRow]) -> str:
    """Who somebody is: their line, else role and organisation, else what they know."""
    of = {kind: [one.value for one in details if one.kind == kind] for kind in _SHORT}
    if of["line"]:
        return of["line"][0]
    work = [*of["role"][:1], *of["organisation"][:1]]
    return ", ".join(work or of["expertise"][:3] or of["tag"][:3])


def birthday(value: str, today: date) -> str:
    """A birthday such as `1980-03-21` or `--03-21`: with its weekday where it is near."""
    if (there := near_birthday(value, today)) is not None:
        return f"birthday {'today' if there == today else f'on {long_day(there, today)}'}"
    if next_birthday(value, today) is None:
        return f"birthday {value}"
    year, day = value[:-6], date(2000, int(value[-5:-3]), int(value[-2:]))
    return f"birthday {short_day(day)}{f' {year}' if year.isdigit() else ''}"


def source(one: Knows, now: int, zone: tzinfo) -> str:
    """What somebody knows, and where that comes from."""
    told = one.recommendation
    if told is None:
        level = f" ({one.level})" if one.level else ""
        return f"{one.topic}{level}, {one.kind} {'from a card' if one.imported else 'as you wrote'}"
    by = f" by {told.by.name}" if told.by else ""
    offset = offset_at(told.at, zone) if told.offset is None else told.offset
    day = long_day(day_at(told.at, offset), day_of(now, zone))
    return f"{one.topic}, recommended{by} on {day}"


def _said_better(one: DetailRow, details: Iterable[DetailRow]) -> bool:
    """Whether another detail says the same and more."""
    return not one.extra and any(
        other.extra and (other.kind, other.value) == (one.kind, one.value) for other in details
    )
