"""What was said of a promise after it was made, found when a suggestion is taken."""

import json
from collections.abc import Collection, Iterator

from convonote.conversation.outcomes import SHORT, outcome, traces
from convonote.conversation.records import Kind
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.promises.filing import Setting
from convonote.store.promises.reporting import report
from convonote.store.promises.speaking import LATELY, counts, parts

_NEAR = 40
"""Exchanges after a promise in which words that name nothing, such as `Done!`, may mean it."""
_MOST = 300
"""Later exchanges with words of the promise that are read, the earliest first."""
_AT_ONCE = 100

_LATER = (
    " AND e.id IS NOT :exchange AND e.sorted_at >= :since AND e.at >= :since"
    " AND e.deleted_at IS NULL AND e.kind IN ('said', 'talk') AND e.origin = 'person'"
    f" AND e.queued = 0 AND length(e.text) <= {SHORT}"
    " AND (e.author = :me OR EXISTS"
    " (SELECT 1 FROM addressee AS h WHERE h.exchange = e.id AND h.person = :me))"
)
_EARLIEST = " ORDER BY e.sorted_at, e.id LIMIT :most"
_NEXT_HERE = (
    "SELECT e.id FROM exchange AS e WHERE e.conversation = :conversation" + _LATER + _EARLIEST
)
_NAMING = (
    "SELECT e.id FROM search AS s CROSS JOIN exchange AS e ON e.search_id = s.rowid"
    " WHERE s.search MATCH :words AND s.rowid >= :since / 1000" + _LATER
)
_NAMING_HERE = _NAMING + " AND e.conversation = :conversation" + _EARLIEST
_NAMING_ELSEWHERE = (
    _NAMING + " AND e.conversation <> :conversation AND e.conversation IN ("
    " SELECT conversation FROM participant WHERE person IN (SELECT person FROM participant"
    " WHERE conversation = :conversation AND person <> :me))"
    " AND (e.author IN (:owner, :me) OR e.kind = 'talk')" + _EARLIEST
)
_SAID = (
    "SELECT e.id, e.kind, e.author, e.at, e.\"offset\", e.text, e.made_by = 'import',"
    " (SELECT json_group_array(json_array(a.person, a.role)) FROM addressee AS a"
    " WHERE a.exchange = e.id) FROM exchange AS e"
    " WHERE e.id IN (SELECT value FROM json_each(?)) ORDER BY e.sorted_at, e.id"
)


def look_back(base: Base, recording: Recording, promise: int) -> None:
    """Note what was said of a promise after it was made, while it was but suggested."""
    row = base.row(
        "SELECT p.conversation, p.exchange, p.said_at, p.owner, p.what, c.topic FROM promise AS p"
        " JOIN conversation AS c ON c.id = p.conversation WHERE p.id = ?",
        (promise,),
    )
    assert row is not None
    conversation, exchange, said_at, owner, what, topic = row
    values = {
        "conversation": conversation,
        "exchange": exchange,
        "since": max(said_at, base.now() - LATELY),
        "owner": owner,
        "me": base.me,
    }
    words = _expression(what)
    here = {id for (id,) in base.rows(_NEXT_HERE, {**values, "most": _NEAR})}
    elsewhere: set[int] = set()
    if words:
        people = f"f{owner} OR f{base.me}"
        for found, sql, tokens in (
            (here, _NAMING_HERE, f"v{conversation}"),
            (elsewhere, _NAMING_ELSEWHERE, people),
        ):
            sought = f"text : ({words}) AND tokens : ({tokens})"
            found.update(id for (id,) in base.rows(sql, {**values, "words": sought, "most": _MOST}))
    for ids, topics in ((here, None), (elsewhere, {promise: topic})):
        for id, text, setting in _said(base, ids):
            if not counts(base, setting):
                continue
            # Only what may mean this promise is held against all that were open then.
            if any(
                outcome(part, [(promise, what)], by_owner=each.author == owner, topics=topics)
                for each, part in parts(setting, text)
            ) and report(base, recording, id, text, setting, only=promise):
                return


def _expression(what: str) -> str:
    """What FTS5 takes to find the texts that name what was promised."""
    beginnings, whole = traces(what)
    sought = [
        *(f'"{word}"*' for word in sorted(beginnings)),
        *(f'"{one}"' for one in sorted(whole)),
    ]
    return " OR ".join(sought)


def _said(base: Base, exchanges: Collection[int]) -> Iterator[tuple[int, str, Setting]]:
    """Some exchanges in their order, each with its text and where it was said."""
    placed = base.rows(
        "SELECT id FROM exchange WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY sorted_at, id",
        (json.dumps(list(exchanges)),),
    )
    ids = [id for (id,) in placed]
    for first in range(0, len(ids), _AT_ONCE):
        some = json.dumps(ids[first : first + _AT_ONCE])
        for id, kind, author, at, offset, text, imported, heard in base.rows(_SAID, (some,)):
            said = kind, author, at, offset
            yield id, text, _setting(base, said, imported=bool(imported), heard=heard)


def _setting(
    base: Base, said: tuple[str, int | None, int, int], *, imported: bool, heard: str
) -> Setting:
    kind, author, at, offset = said
    roles = json.loads(heard)
    speakers = tuple(person for person, role in roles if role == "speaker")
    return Setting(
        Kind(kind),
        author,
        base.me,
        at,
        offset,
        _names(base, speakers),
        imported=imported,
        hearers=tuple(person for person, role in roles if role == "to"),
        speakers=speakers,
    )


def _names(base: Base, people: Collection[int]) -> dict[int, str]:
    if not people:
        return {}
    rows = base.rows(
        "SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(people)),),
    )
    return dict(rows)
