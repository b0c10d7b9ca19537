"""The list of promises, in sections and windows, filtered by words."""

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import PromiseState
from convonote.store.base import Base
from convonote.store.promises import promises
from convonote.store.promises.records import PromiseRow

WHOSE = ("all", "mine", "theirs")

_FROM = "promise AS p JOIN conversation AS c ON c.id = p.conversation"
_THERE = "p.deleted_at IS NULL AND c.deleted_at IS NULL AND c.merged_into IS NULL"
_FIRST = (
    "(p.state <> 'suggested' OR NOT EXISTS (SELECT 1 FROM promise AS q"
    " WHERE q.conversation = p.conversation AND q.owner = p.owner"
    " AND q.what = p.what COLLATE NOCASE AND q.state = 'suggested' AND q.deleted_at IS NULL"
    " AND (q.said_at, q.id) < (p.said_at, p.id)))"
)
"""SQL: of what is suggested again and again in a conversation, only the first time."""
_DUE_FIRST = "p.due IS NULL, p.due, p.said_at, p.id"
_NEWEST = "p.said_at DESC, p.id DESC"
_SETTLED_LAST = (
    "(SELECT max(s.at) FROM settling AS s WHERE s.promise = p.id AND s.standing = 'taken'"
    f" AND s.deleted_at IS NULL) DESC, {_NEWEST}"
)
_IN_SECTION = {
    PromiseSection.OVERDUE: ("p.state = 'open' AND p.due < :today", _DUE_FIRST),
    PromiseSection.DUE: ("p.state = 'open' AND p.due >= :today", _DUE_FIRST),
    PromiseSection.OPEN: ("p.state = 'open' AND p.due IS NULL", _DUE_FIRST),
    PromiseSection.SUGGESTED: ("p.state = 'suggested'", _NEWEST),
    PromiseSection.KEPT: ("p.state = 'kept'", _SETTLED_LAST),
    PromiseSection.LET_GO: ("p.state = 'let go'", _SETTLED_LAST),
}
_SECTION = " ".join(f"WHEN {where} THEN '{name}'" for name, (where, _) in _IN_SECTION.items())
"""SQL: the section in which a promise stands, within `CASE`."""
_COLUMNS = ", ".join(f"p.{name}" for name in promises.COLUMNS.split(", "))


@dataclass(frozen=True, slots=True)
class Filter:
    """Which promises are listed."""

    whose: str = "all"
    """`all`, `mine` or `theirs`."""
    words: str = ""
    """Each of them stands in what is promised, in the owner's name or in the topic."""
    person: int | None = None
    """What they promised, and what the user promised where they are."""
    conversation: int | None = None


def promised(
    base: Base,
    which: Filter,
    states: Sequence[PromiseState],
    *,
    offset: int = 0,
    limit: int | None = None,
) -> list[PromiseRow]:
    """The promises in some states: those overdue and due first, then the earliest first."""
    listed = ", ".join(f"'{PromiseState(state).value}'" for state in states)
    return _window(base, which, f"p.state IN ({listed})", _DUE_FIRST, offset, limit)


def in_section(
    base: Base, section: PromiseSection, which: Filter, *, offset: int = 0, limit: int | None = None
) -> list[PromiseRow]:
    """A window of a section."""
    where, order = _IN_SECTION[section]
    return _window(base, which, where, order, offset, limit)


def counts(base: Base, which: Filter) -> dict[PromiseSection, int]:
    """How many promises stand in each section, 0 too."""
    where, values = _where(base, which)
    found = dict.fromkeys(PromiseSection, 0)
    rows = base.rows(
        f"SELECT CASE {_SECTION} END AS standing, count(*)"
        f" FROM {_FROM} WHERE p.state <> 'dismissed' AND {where} GROUP BY standing",
        values,
    )
    return found | {PromiseSection(section): count for section, count in rows}


def place_of(base: Base, promise: int, which: Filter) -> tuple[PromiseSection, int] | None:
    """The section in which a promise stands, and its place there, from 0."""
    filtered, values = _where(base, which)
    for section, (where, order) in _IN_SECTION.items():
        standing = base.row(
            f"SELECT 1 FROM {_FROM} WHERE p.id = :promise AND {where} AND {filtered}",
            {**values, "promise": promise},
        )
        if standing is not None:
            place: int = base.value(
                f"SELECT place FROM (SELECT p.id, row_number() OVER (ORDER BY {order}) - 1 AS place"
                f" FROM {_FROM} WHERE {where} AND {filtered}) WHERE id = :promise",
                {**values, "promise": promise},
            )
            return section, place
    return None


def promise(base: Base, id: int) -> PromiseRow | None:
    """One promise, None where it was deleted."""
    row = base.row(
        f"SELECT {promises.COLUMNS} FROM promise WHERE id = ? AND deleted_at IS NULL", (id,)
    )
    return None if row is None else promises.whole(base, [row])[0]


def _window(
    base: Base, which: Filter, section: str, order: str, offset: int, limit: int | None
) -> list[PromiseRow]:
    where, values = _where(base, which)
    rows = base.rows(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE {section} AND {where}"
        f" ORDER BY {order} LIMIT :limit OFFSET :offset",
        {**values, "limit": -1 if limit is None else limit, "offset": offset},
    )
    return promises.whole(base, rows)


def _where(base: Base, which: Filter) -> tuple[str, dict[str, object]]:
    """What a filter comes to in SQL."""
    if which.whose not in WHOSE:
        raise ValueError(f"{which.whose!r} is none of {', '.join(WHOSE)}")
    terms = [_THERE, _FIRST]
    values: dict[str, object] = {"today": base.today().isoformat(), "me": base.me}
    if which.whose != "all":
        terms.append("p.owner = :me" if which.whose == "mine" else "p.owner <> :me")
    if which.person is not None:
        values["person"] = which.person
        terms.append(
            "(p.owner = :person OR (p.owner = :me AND p.conversation IN"
            " (SELECT conversation FROM participant WHERE person = :person)))"
        )
    if which.conversation is not None:
        values["conversation"] = which.conversation
        terms.append("p.conversation = :conversation")
    if words := _folded(which.words).split():
        values["fitting"] = json.dumps(_with_words(base, words))
        terms.append("p.id IN (SELECT value FROM json_each(:fitting))")
    return " AND ".join(terms), values


def _with_words(base: Base, words: Sequence[str]) -> list[int]:
    """The promises in which all of some folded words stand."""
    rows = base.rows(
        f"SELECT p.id, p.what, c.topic, o.name, p.owner FROM {_FROM} JOIN person AS o"
        f" ON o.id = p.owner WHERE p.state <> 'dismissed' AND {_THERE}"
    )
    found = []
    for id, what, topic, name, owner in rows:
        text = _folded(f"{what} {topic} {name} {'me' if owner == base.me else ''}")
        if all(word in text for word in words):
            found.append(id)
    return found


def _folded(text: str) -> str:
    """A text as it is compared: small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
