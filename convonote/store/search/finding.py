"""Find: everything ever said, newest first, by words and filters.

Whatever is typed is a valid query. Newest first needs no sorting, since the rowids of the index
follow the time said; what is deleted is passed over.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from convonote.store import said_days
from convonote.store.base import Base
from convonote.store.search import filtering, snippet
from convonote.store.search.beginnings import akin, begun
from convonote.store.search.filtering import Narrowed
from convonote.store.search.query import Query, parse
from convonote.store.search.records import Found, Hit

NEWEST = 5_000
"""Hits among which the best are chosen: weighing all that have a common word takes seconds."""
_READ = snippet.FURTHEST
"""Characters of a text that are read for its snippet."""
SPEAKERS = (
    "(SELECT group_concat(spoke.name, ', ') FROM addressee"
    " JOIN person AS spoke ON spoke.id = addressee.person"
    " WHERE addressee.exchange = e.id AND addressee.role = 'speaker')"
)
"""Who spoke in a talk `e`, as SQL."""
_COLUMNS = (
    f"e.id, e.uid, c.id, c.uid, c.topic, coalesce(p.name, {SPEAKERS}, ''), e.at, e.offset,"
    " e.channel,"
    f" substr(e.text, 1, {_READ})"
)
_PROMISED = (
    "SELECT said.search_id FROM exchange AS said"
    f" WHERE said.id IN (SELECT exchange {filtering.PROMISED})"
)


@dataclass(frozen=True, slots=True)
class _Matches:
    """SQL that gives what fits, as exchanges `e` of conversations `c`."""

    source: str
    where: str
    parameters: tuple[object, ...]
    order: str
    query: Query


def search(
    base: Base,
    line: str,
    *,
    limit: int = 50,
    offset: int = 0,
    best: bool = False,
    without: Sequence[int] = (),
    kindred: bool = False,
) -> Found:
    """What was said with these words and filters, newest first.

    `best` has those first that the words fit best, among the newest few thousand; `without` are
    conversations that are passed over; with `kindred` other words of the same stem will do.
    """
    asked = filtering.narrowed(base, line, without)
    found = Found((), asked.understood, asked.troubles)
    matches = _matches(base, asked, kindred=kindred)
    if matches is None:
        return found
    if best and matches.query.said:
        matches = _best_of(base, matches)
    pattern = matches.query.pattern()
    hits = []
    for *row, text in base.rows(
        f"SELECT {_COLUMNS} {matches.source} LEFT JOIN person AS p ON p.id = e.author"
        f" WHERE {matches.where} ORDER BY {matches.order} LIMIT ? OFFSET ?",
        (*matches.parameters, limit, offset),
    ):
        around, marks = snippet.around(text, pattern)
        hits.append(Hit(*(*row, around, marks)))
    return replace(found, hits=tuple(hits))


def matching(base: Base, line: str, conversation: int) -> tuple[int, ...] | None:
    """The exchanges of a conversation that fit, oldest first; None where nothing is asked for."""
    asked = filtering.narrowed(base, line)
    if parse(asked.words).empty and not asked.filtered:
        return () if asked.nobody else None
    matches = _matches(base, filtering.within(asked, conversation))
    if matches is None:
        return ()
    rows = base.rows(
        f"SELECT e.id {matches.source} WHERE {matches.where} ORDER BY e.sorted_at, e.place, e.id",
        matches.parameters,
    )
    return tuple(id for (id,) in rows)


def _matches(base: Base, asked: Narrowed, *, kindred: bool = False) -> _Matches | None:
    """What fits; None where nothing is asked for or nothing can fit."""
    query = parse(asked.words, asked.tokens, without=[f"v{id}" for id in asked.without])
    query = query.spelt(lambda start: begun(base, start))
    if kindred:
        query = query.kindred(lambda word: akin(base, word))
    if asked.nobody or (query.empty and not asked.filtered):
        return None
    where = ["e.deleted_at IS NULL", "c.deleted_at IS NULL"]
    parameters: list[object] = []
    source = "FROM exchange AS e CROSS JOIN conversation AS c ON c.id = e.conversation"
    moment = "e.search_id"
    if not query.empty:
        source = (
            "FROM search AS s CROSS JOIN exchange AS e ON e.search_id = s.rowid"
            " JOIN conversation AS c ON c.id = e.conversation"
        )
        moment = "s.rowid"
        where.append("s.search MATCH ?")
        parameters.append(query.expression())
    for day, said in ((asked.first, said_days.from_day), (asked.before, said_days.before_day)):
        if day is not None:
            sql, moments = said(moment, day, of="e.", unit=1000)
            where.append(sql)
            parameters += moments
    if asked.without and query.empty:
        where.append("c.id NOT IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(asked.without))
    for turn in asked.turns:
        where.append("c.turn = ?")
        parameters.append(turn)
    if asked.promised:
        # The plus keeps the index from being asked for each of them by itself.
        sign = "" if query.empty else "+"
        where.append(f"{sign}{moment} IN ({_PROMISED})")
    return _Matches(source, " AND ".join(where), tuple(parameters), f"{moment} DESC", query)


def _best_of(base: Base, matches: _Matches) -> _Matches:
    """The same among the newest only, those first that the words fit best."""
    rows = base.rows(
        f"SELECT s.rowid {matches.source} WHERE {matches.where} ORDER BY {matches.order} LIMIT ?",
        (*matches.parameters, NEWEST),
    )
    oldest = rows[-1][0] if rows else 0
    return replace(
        matches,
        where=f"{matches.where} AND s.rowid >= ?",
        parameters=(*matches.parameters, oldest),
        # The filters weigh nothing.
        order="bm25(search, 1.0, 0.0), s.rowid DESC",
    )
