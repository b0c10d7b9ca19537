"""What pictures are drawn from: how much was said in each part of a time, counted by SQL."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any

from convonote.conversation.records import DAY
from convonote.conversation.who import same_people
from convonote.conversation.zones import day_begins, day_of
from convonote.store.base import Base
from convonote.store.people import people as persons
from convonote.store.rhythm import held, moving, silences, year
from convonote.store.rhythm.picture_records import LastSpoken, Picture, SpokenLane, Weeks
from convonote.store.rhythm.silences import SPOKEN
from convonote.store.turns import queue

LANES = 4
"""People who have a lane of their own; the rest share one."""


def of_conversation(base: Base, id: int, cells: int) -> Picture | None:
    """A conversation in so many parts of its whole time; None where it is not there."""
    kept = queue.followed(base, id)
    if kept is None:
        return None
    (topic,) = base.row("SELECT topic FROM conversation WHERE id = ?", (kept,)) or ("",)
    span = base.row(
        "SELECT min(sorted_at), max(sorted_at) FROM exchange"
        " WHERE conversation = ? AND deleted_at IS NULL",
        (kept,),
    )
    first, last = span or (None, None)
    if first is None or last is None:
        return Picture(topic, base.now(), base.now(), (), (), year.none(base, base.now()))
    start, end = first, _end(first, last, base.now())
    lanes, channels = _lanes(base, kept, start, end, cells)
    moves, earlier = moving.moves(base, kept)
    weeks, begins = year.begins(base, max(last, min(base.now(), last + 26 * 7 * DAY)))
    counted = _ranges(base, kept, begins, "json_array(count(*))")
    return Picture(
        topic,
        start,
        end,
        lanes,
        channels,
        Weeks(weeks, tuple(counts[0] for counts in counted)),
        _last_spoken(base, "conversation = ?", (kept,)),
        moves=tuple(moves),
        earlier_moves=earlier,
        tied=tuple(moving.tied(base, kept)),
        silence=silences.in_conversation(base, kept, end),
    )


def of_person(base: Base, id: int, cells: int) -> Picture | None:
    """What was said between the user and somebody in a year; None where nobody is there.

    It is the past year, or where nothing was said in that, the year up to the last time.
    """
    one = persons.person(base, id)
    if one is None:
        return None
    now, last = base.now(), _last_with(base, one.id)
    weeks, begins = year.begins(base, now)
    long_ago = last is not None and last.at < begins[0]
    if last is not None and long_ago:
        now = day_begins(day_of(last.at, base.zone) + timedelta(1), base.zone) - 1
        weeks, begins = year.begins(base, now)
    start, end = begins[0], max(now + 1, begins[0] + 1)
    step = max(1, -(-(end - start) // cells))
    mine, theirs, channels = Counter[int](), Counter[int](), dict[int, set[str]]()
    by_week = Counter[int]()
    spans: list[tuple[int, int]] = []
    for day, channel, they, me, talks, earliest, latest in base.rows(
        "SELECT (s.rowid - ?) / ?, e.channel, sum(e.author IS ?), sum(e.author IS ?),"
        " sum(e.kind = 'talk'),"
        " min(CASE WHEN e.author IN (?, ?) OR e.kind = 'talk' THEN e.sorted_at END),"
        " max(CASE WHEN e.author IN (?, ?) OR e.kind = 'talk' THEN e.sorted_at END)"
        " FROM search AS s CROSS JOIN exchange AS e"
        " ON e.search_id = s.rowid JOIN conversation AS c ON c.id = e.conversation"
        " WHERE s.search MATCH ? AND s.rowid >= ? AND s.rowid <= ? AND e.deleted_at IS NULL"
        " AND e.kind <> 'note' AND e.origin = 'person' AND c.deleted_at IS NULL GROUP BY 1, 2",
        (
            *(start // 1000, DAY // 1000, *(one.id, base.me) * 3),
            *(f'tokens : "w{one.id}"', start // 1000, end // 1000),
        ),
    ):
        if not they and not me and not talks:
            continue
        spans.append((earliest, latest))
        # The middle of the day stands for it: strips are no finer.
        at = min(start + day * DAY + DAY // 2, end - 1)
        cell = (at - start) // step
        theirs[cell] += they + talks
        mine[cell] += me + talks
        channels.setdefault(cell, set()).add(channel)
        by_week[min(day // 7, year.WEEKS - 1)] += they + me + talks
    lanes = (
        SpokenLane(persons.me(base), _filled(mine, cells)),
        SpokenLane(one, _filled(theirs, cells)),
    )
    return Picture(
        one.name,
        start,
        start + step * cells,
        lanes,
        tuple(tuple(sorted(channels.get(cell, ()))) for cell in range(cells)),
        Weeks(weeks, _filled(by_week, year.WEEKS)),
        last,
        long_ago=long_ago,
        silence=silences.between(spans, end),
    )


def _end(first: int, last: int, now: int) -> int:
    """Up to now, unless it has been silent for longer than it lasted."""
    lasted = max(last - first, DAY)
    return (now if last <= now <= last + lasted else last) + 1


def _lanes(
    base: Base, conversation: int, start: int, end: int, cells: int
) -> tuple[tuple[SpokenLane, ...], tuple[tuple[str, ...], ...]]:
    step = max(1, -(-(end - start) // cells))
    groups = _groups(base, conversation)
    sums = "".join(
        f", sum(author IN ({', '.join(map(str, sorted(ids)))}))" for ids in groups.values()
    )
    counted = _ranges(
        base,
        conversation,
        [start + step * cell for cell in range(cells + 1)],
        f"json_array(count(*), sum(kind = 'talk'), min(channel), max(channel){sums})",
    )
    talks = Counter[tuple[int, int]]()
    if any(row[1] for row in counted):
        own = {id: lane for lane, ids in groups.items() for id in ids}
        for cell, person, number in base.rows(
            "SELECT (e.sorted_at - ?) / ?, a.person, count(*) FROM exchange AS e"
            " JOIN addressee AS a ON a.exchange = e.id AND a.role = 'speaker'"
            " WHERE e.conversation = ? AND e.kind = 'talk' AND e.deleted_at IS NULL GROUP BY 1, 2",
            (start, step, conversation),
        ):
            talks[cell, own.get(person, 0)] += number
    lanes = []
    rest = [row[0] - (row[1] or 0) for row in counted]
    named = persons.named(base, groups)
    for place, id in enumerate(groups):
        said = [row[4 + place] or 0 for row in counted]
        rest = [left - number for left, number in zip(rest, said, strict=True)]
        with_talks = [number + talks[cell, id] for cell, number in enumerate(said)]
        lanes.append(SpokenLane(named[id], tuple(with_talks)))
    rest = [number + talks[cell, 0] for cell, number in enumerate(rest)]
    if any(rest):
        lanes.append(SpokenLane(None, tuple(rest)))
    channels = tuple(tuple(sorted({*filter(None, row[2:4])})) for row in counted)
    return tuple(lanes), channels


def _groups(base: Base, conversation: int) -> Mapping[int, set[int]]:
    """Who has a lane: the user, then who spoke last; each with those who count as them (T17)."""
    names = dict(
        base.rows(
            "SELECT p.id, p.name FROM participant JOIN person AS p ON p.id = person"
            " WHERE conversation = ? AND p.kind = 'person'",
            (conversation,),
        )
    )
    same = same_people({**names, base.me: persons.me(base).name}, base.me)
    listed = base.value("SELECT people FROM conversation WHERE id = ?", (conversation,)) or ""
    groups: dict[int, set[int]] = {base.me: {base.me}}
    for id in map(int, filter(None, listed.split(",")[:LANES])):
        groups[id] = {id}
    for id in names:
        one = same.get(id, id)
        if one in groups:
            groups[one].add(id)
    return groups


def _ranges(base: Base, conversation: int, begins: Sequence[int], read: str) -> list[list[Any]]:
    """Something about each part of a conversation's time, read along its index without sorting."""
    rows = base.rows(
        f"SELECT (SELECT {read} FROM exchange WHERE conversation = ? AND {SPOKEN}"
        " AND sorted_at >= part.value ->> 0 AND sorted_at < part.value ->> 1)"
        " FROM json_each(?) AS part",
        (conversation, json.dumps(list(pairwise(begins)))),
    )
    return [json.loads(packed) for (packed,) in rows]


def _last_spoken(base: Base, where: str, parameters: tuple[object, ...]) -> LastSpoken | None:
    row = base.row(
        f'SELECT at, "offset", author, channel, kind FROM exchange WHERE {where} AND {SPOKEN}'
        " ORDER BY sorted_at DESC, place DESC, id DESC LIMIT 1",
        parameters,
    )
    if row is None:
        return None
    at, offset, author, channel, kind = row
    who = persons.named(base, [author]).get(author)
    return LastSpoken(at, offset, who, channel, talk=kind == "talk")


def _last_with(base: Base, person: int) -> LastSpoken | None:
    """What was said last between the user and somebody; a date yet to come tells nothing."""
    at = held.last_touch(base, person)
    row = base.row(
        "SELECT e.conversation, e.at FROM participant AS p"
        " JOIN exchange AS e ON e.conversation = p.conversation AND e.sorted_at >= ?2"
        " WHERE p.person = ?1 AND p.touched_at >= ?2 AND e.at = ?2 AND e.deleted_at IS NULL"
        " AND e.kind <> 'note' AND e.origin = 'person' ORDER BY e.sorted_at LIMIT 1",
        (person, at),
    )
    return None if row is None else _last_spoken(base, "conversation = ? AND at = ?", row)


def _filled(counts: Mapping[int, int], cells: int) -> tuple[int, ...]:
    return tuple(counts.get(cell, 0) for cell in range(cells))
