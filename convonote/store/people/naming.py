"""What a name on the command line means, and the names most like one that means nothing.

The index `naming` has one row for a person (the name, then each address and each other name they
go by, one a line) and one for a conversation (its topic), all as they are compared: small letters,
no accents. Rowids are twice a person's id, and twice a conversation's plus one.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from enum import IntEnum

from convonote.store.base import Base
from convonote.store.people import people
from convonote.store.records import Match
from convonote.store.search.letters import folded
from convonote.store.turns import queue

MOST = 50
"""Matches that are given at most."""
_GRAM = 3
"""Characters that the index knows together."""
_SHORT = 5
"""Characters up to which a name is compared with all that begin with the same letter."""
_LIKE_ENOUGH = 0.55
"""The likeness from which a name is offered in place of another."""
_UID = re.compile(r"[0-9a-f]{8}[0-9a-f-]{0,28}")


class _Closeness(IntEnum):
    """How well a name fits what was asked for; only the best class is given."""

    EXACT = 0
    FIRST_NAME = 1
    WORD = 2
    WORD_START = 3
    PART = 4


def match(
    base: Base, what: str, *, people_only: bool = False, among: Collection[int] = ()
) -> list[Match]:
    """The people, then the conversations that a name may mean; or people, or some people only.

    A uid or its first eight characters or more; else a whole name, address or topic, before all
    others where it is so to the letter; else a first name; else a whole word; else the beginning of
    a word; else any part of a name.
    """
    found = _by_uid(base, what.strip().lower())
    if found:
        return found
    sought = folded(what)
    if not sought:
        return []
    best: dict[int, _Closeness] = {}
    for row, name in _holding(base, sought):
        person = row % 2 == 0
        if (person or not (people_only or among)) and (not among or row // 2 in among):
            best[row] = _closeness(name, sought, person=person)
    closest = min(best.values(), default=None)
    rows = [row for row, close in best.items() if close is closest]
    if closest is _Closeness.EXACT and len(rows) > 1:
        rows = [row for row in rows if _to_the_letter(base, row, what)] or rows
    return _matches(base, rows)


def nearest(base: Base, what: str, limit: int = 3) -> list[str]:
    """The names and topics most like this one, the likest first."""
    sought = folded(what)
    if not sought:
        return []
    compare = SequenceMatcher(autojunk=False)
    compare.set_seq2(sought)
    likeness: dict[int, float] = {}
    for row, name in _alike(base, sought):
        likeness[row] = max(_ratio(compare, part) for part in _parts(name))
    rows = sorted(
        (row for row, ratio in likeness.items() if ratio >= _LIKE_ENOUGH),
        key=lambda row: (-likeness[row], row % 2, row),
    )
    names = (_written(base, row) for row in rows)
    return list(dict.fromkeys(name for name in names if name))[:limit]


def index_person(base: Base, id: int) -> None:
    """Bring the row of a person up to date; a deleted one has none."""
    base.run("DELETE FROM naming WHERE rowid = ?", (2 * id,))
    expected = person_row(base, id)
    if expected is not None:
        base.run("INSERT INTO naming (rowid, name) VALUES (?, ?)", (2 * id, expected))


def index_conversation(base: Base, id: int) -> None:
    """Bring the row of a conversation up to date; a deleted or joined one has none."""
    base.run("DELETE FROM naming WHERE rowid = ?", (2 * id + 1,))
    expected = conversation_row(base, id)
    if expected is not None:
        base.run("INSERT INTO naming (rowid, name) VALUES (?, ?)", (2 * id + 1, expected))


def person_row(base: Base, id: int) -> str | None:
    """What the index should hold for a person; None for nothing."""
    name = base.value("SELECT name FROM person WHERE id = ? AND deleted_at IS NULL", (id,))
    if name is None:
        return None
    addresses = base.rows(
        "SELECT value FROM address WHERE person = ? AND deleted_at IS NULL ORDER BY id", (id,)
    )
    also = base.rows(
        "SELECT value FROM detail WHERE person = ? AND kind = 'also' AND deleted_at IS NULL"
        " ORDER BY id",
        (id,),
    )
    return "\n".join(folded(text) for text in (name, *(it for (it,) in (*addresses, *also))))


def conversation_row(base: Base, id: int) -> str | None:
    """What the index should hold for a conversation; None for nothing."""
    topic = base.value(
        "SELECT topic FROM conversation"
        " WHERE id = ? AND deleted_at IS NULL AND merged_into IS NULL",
        (id,),
    )
    return None if topic is None else folded(topic)


def _by_uid(base: Base, start: str) -> list[Match]:
    if not _UID.fullmatch(start):
        return []
    span = (start, start + "~", MOST)
    rows = [
        2 * id
        for (id,) in base.rows(
            "SELECT DISTINCT coalesce(merged_into, id) FROM person WHERE uid >= ? AND uid < ?"
            " AND (deleted_at IS NULL OR merged_into IS NOT NULL) LIMIT ?",
            span,
        )
    ]
    rows += [
        2 * id + 1
        for (id,) in base.rows(
            "SELECT id FROM conversation WHERE uid >= ? AND uid < ? LIMIT ?", span
        )
    ]
    return _matches(base, rows)


def _holding(base: Base, sought: str) -> list[tuple[int, str]]:
    """(rowid, name) of the rows that hold a text."""
    if len(sought) < _GRAM:
        return base.rows("SELECT rowid, name FROM naming WHERE instr(name, ?)", (sought,))
    return base.rows(
        "SELECT rowid, name FROM naming WHERE naming MATCH ? AND instr(name, ?)",
        (_quoted(sought), sought),
    )


def _closeness(name: str, sought: str, *, person: bool) -> _Closeness:
    lines = name.split("\n")
    if sought in lines:
        return _Closeness.EXACT
    if person and lines[0].split(" ", 1)[0] == sought:
        return _Closeness.FIRST_NAME
    closest = _Closeness.PART
    at = name.find(sought)
    while at >= 0:
        end = at + len(sought)
        if at == 0 or not name[at - 1].isalnum():
            if end == len(name) or not name[end].isalnum():
                return _Closeness.WORD
            closest = _Closeness.WORD_START
        at = name.find(sought, at + 1)
    return closest


def _to_the_letter(base: Base, row: int, what: str) -> bool:
    """Whether what is looked for is the whole of a name, accents and all, but for capitals."""
    written = [_written(base, row) or ""]
    if row % 2 == 0:
        sql = (
            "SELECT value FROM address WHERE person = ?1 AND deleted_at IS NULL UNION SELECT value"
            " FROM detail WHERE person = ?1 AND kind = 'also' AND deleted_at IS NULL"
        )
        written += [value for (value,) in base.rows(sql, (row // 2,))]
    return _letters(what) in map(_letters, written)


def _letters(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _matches(base: Base, rows: list[int]) -> list[Match]:
    """People by when they were met, then conversations, the newest first."""
    matches: list[Match] = []
    for row in sorted(row for row in rows if row % 2 == 0):
        if len(matches) < MOST and (person := people.person(base, row // 2)) is not None:
            matches.append(Match(person=person))
    seen: set[int] = set()
    for row in sorted((row for row in rows if row % 2), reverse=True):
        if len(matches) == MOST:
            break
        conversation = queue.conversation(base, row // 2)
        if conversation is not None and conversation.id not in seen:
            seen.add(conversation.id)
            matches.append(Match(conversation=conversation))
    return matches


def _alike(base: Base, sought: str) -> list[tuple[int, str]]:
    """(rowid, name) of rows worth comparing: those that share most triples, or a word's start."""
    rows: dict[int, str] = {}
    triples = {sought[at : at + _GRAM] for at in range(len(sought) - _GRAM + 1)}
    if triples:
        wanted = " OR ".join(_quoted(triple) for triple in sorted(triples))
        rows.update(
            base.rows(
                "SELECT rowid, name FROM naming WHERE naming MATCH ? ORDER BY rank LIMIT 200",
                (wanted,),
            )
        )
    # The shorter a name, the less is left of it that a slip of the finger did not touch.
    start = sought[: 1 if len(sought) <= _SHORT else _GRAM - 1]
    rows.update(
        base.rows(
            "SELECT rowid, name FROM naming WHERE substr(name, 1, ?) = ? OR instr(name, ?)"
            " LIMIT 2000",
            (len(start), start, f" {start}"),
        )
    )
    return list(rows.items())


def _parts(name: str) -> Iterator[str]:
    """What somebody may have meant to type: a line, or a word of it."""
    for line in name.split("\n"):
        yield line
        yield from line.split()[:8]


def _ratio(compare: "SequenceMatcher[str]", part: str) -> float:
    compare.set_seq1(part)
    # The quick bounds are no smaller than the ratio itself, and a hundred times cheaper.
    if compare.real_quick_ratio() < _LIKE_ENOUGH or compare.quick_ratio() < _LIKE_ENOUGH:
        return 0.0
    return compare.ratio()


def _written(base: Base, row: int) -> str | None:
    """The name or topic of a row as it was written."""
    table, column = ("conversation", "topic") if row % 2 else ("person", "name")
    name: str | None = base.value(f"SELECT {column} FROM {table} WHERE id = ?", (row // 2,))
    return name


def _quoted(text: str) -> str:
    """A text as a phrase of FTS5."""
    return '"' + text.replace('"', '""') + '"'
