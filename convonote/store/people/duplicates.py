"""People who may be one: proposed with a reason, the likeliest first; nothing is merged.

Everybody is looked at once and put beside those who share a name, a number or a part of an
address, so that fifty thousand people take about a second.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from convonote.conversation.who import full_name
from convonote.store.base import Base
from convonote.store.people import called, details, people
from convonote.store.people.addresses import fold_address, often_shared
from convonote.store.people.person_records import Duplicate
from convonote.store.search.letters import fold

MOST = 200
"""Pairs that are proposed at most."""

_NUMBER_ENDS = 9
"""The last digits of a number, which are the same however it is written."""
_SHORTEST_NUMBER = 7
_BY_NUMBER = ("phone", "sms", "signal", "whatsapp")
_SHORTEST_LOCAL = 4
_CROWD = 20
"""More people than these under one key are no duplicates but an office."""


@dataclass(slots=True)
class _Someone:
    id: int
    name: str
    full: str
    """The full name as it is compared, or nothing."""
    words: tuple[str, ...]
    addresses: list[tuple[str, str]] = field(default_factory=list)
    """(channel, as it is compared)"""


def duplicates(base: Base, limit: int = MOST, *, of: int | None = None) -> list[Duplicate]:
    """Pairs of people who may be one, with their addresses; `of` one person, if given."""
    everybody = _everybody(base)
    distinct = _distinct(base)
    found: dict[tuple[int, int], str] = {}
    for one, other, reason in _proposals(base, everybody):
        pair = (min(one, other), max(one, other))
        if of is not None and of not in pair:
            continue
        if one != other and pair not in distinct and {one, other} <= everybody.keys():
            found.setdefault(pair, reason)
        if len(found) >= limit:
            break
    known = {id: people.present(base, id) for pair in found for id in pair}
    return [Duplicate(known[one], known[other], reason) for (one, other), reason in found.items()]


def _proposals(base: Base, everybody: dict[int, _Someone]) -> Iterator[tuple[int, int, str]]:
    """Pairs with their reasons, the likeliest reasons first."""
    some = sorted(everybody.values(), key=lambda one: (one.name.casefold(), one.id))
    yield from _sharing(base, some)
    yield from _alike(((one.full, one) for one in some), "the same full name")
    yield from _alike(_numbers(some), "the same number, written in another way")
    yield from _alike(_spelt(some), "an address of the one spells the name of the other")
    yield from _alike(_locals(some), "the same first part of an address, and names that agree")
    yield from _initials(some)


def _everybody(base: Base) -> dict[int, _Someone]:
    everybody: dict[int, _Someone] = {}
    for id, name in base.rows(
        "SELECT id, name FROM person WHERE kind = 'person' AND deleted_at IS NULL"
    ):
        words = tuple(fold(name).replace(",", " ").split()) if "@" not in name else ()
        everybody[id] = _Someone(id, name, full_name(name), words)
    for person, channel, folded in base.rows(
        "SELECT person, channel, folded FROM address WHERE deleted_at IS NULL ORDER BY id"
    ):
        if person in everybody:
            everybody[person].addresses.append((channel, folded))
    return everybody


def _distinct(base: Base) -> set[tuple[int, int]]:
    """The pairs that the user said are two people."""
    rows = base.rows(
        "SELECT d.person, coalesce(p.merged_into, p.id) FROM detail AS d"
        " JOIN person AS p ON p.uid = d.value WHERE d.kind = ? AND d.deleted_at IS NULL",
        (details.DISTINCT,),
    )
    return {(min(pair), max(pair)) for pair in rows}


def _sharing(base: Base, some: Sequence[_Someone]) -> Iterator[tuple[int, int, str]]:
    """Those whose cards name one address, unless it is a household's."""
    by_id = {one.id: one for one in some}
    owners = {address: one for one in some for address in one.addresses}
    for person, channel, value in base.rows(
        "SELECT person, extra, value FROM detail WHERE kind = ? AND deleted_at IS NULL ORDER BY id",
        (details.SHARES,),
    ):
        one, owner = by_id.get(person), owners.get((channel, fold_address(channel, value)))
        if one is None or owner is None:
            continue
        if not (often_shared(channel, value) and called.conflict(one.name, owner.name)):
            yield owner.id, one.id, f"both are reached at {value}"


def _alike(keyed: Iterator[tuple[str, _Someone]], reason: str) -> Iterator[tuple[int, int, str]]:
    """Those under one key, each beside the first."""
    groups: dict[str, dict[int, _Someone]] = defaultdict(dict)
    for key, one in keyed:
        if key:
            groups[key][one.id] = one
    for group in groups.values():
        first, *others = group.values()
        if len(others) < _CROWD:
            for other in others:
                if not called.conflict(first.name, other.name):
                    yield first.id, other.id, reason


def _numbers(some: Sequence[_Someone]) -> Iterator[tuple[str, _Someone]]:
    for one in some:
        for channel, folded in one.addresses:
            digits = folded.partition(";")[0].lstrip("+")
            if channel in _BY_NUMBER and digits.isdecimal() and len(digits) >= _SHORTEST_NUMBER:
                yield digits[-_NUMBER_ENDS:], one


def _spelt(some: Sequence[_Someone]) -> Iterator[tuple[str, _Someone]]:
    """By the words of a full name, whether it is somebody's name or stands in their address."""
    for one in some:
        if len(one.words) > 1:
            yield " ".join(sorted(one.words)), one
        elif not one.words:
            # Only who is known by an address alone may be anybody.
            for local in _local_parts(one):
                words = [word for word in _split(local) if word]
                if len(words) > 1:
                    yield " ".join(sorted(words)), one


def _locals(some: Sequence[_Someone]) -> Iterator[tuple[str, _Someone]]:
    for one in some:
        for local in _local_parts(one):
            if len(local) >= _SHORTEST_LOCAL and one.words:
                for word in one.words:
                    if len(word) > 1:
                        yield f"{local} {word}", one


def _initials(some: Sequence[_Someone]) -> Iterator[tuple[int, int, str]]:
    """ "A. Lima" and "Ana Lima"."""
    whole: dict[tuple[str, str], list[_Someone]] = defaultdict(list)
    short: list[_Someone] = []
    for one in some:
        if len(one.words) < 2:
            continue
        if len(one.words[0].rstrip(".")) == 1:
            short.append(one)
        else:
            whole[one.words[0][0], one.words[-1]].append(one)
    for one in short:
        meant = whole.get((one.words[0][0], one.words[-1]), [])
        if len(meant) == 1:
            yield meant[0].id, one.id, f"{one.name} may be short for {meant[0].name}"


def _local_parts(one: _Someone) -> Iterator[str]:
    for channel, folded in one.addresses:
        if channel == "email":
            yield folded.partition("@")[0].partition("+")[0]


def _split(local: str) -> list[str]:
    return local.replace("_", ".").replace("-", ".").split(".")
