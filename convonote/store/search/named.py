"""Whom and what a name in a filter may mean: all that it fits, for a search leaves nobody out."""

from convonote.store.base import Base
from convonote.store.search.letters import folded

GRAM = 3
"""Letters from which the index of names can be asked."""


def people(base: Base, name: str, most: int) -> list[int]:
    """Everybody with a name or address in which some word begins so; else holds it anywhere."""
    sought = folded(name)
    if not sought:
        return []
    if len(sought) < GRAM:
        # So short, only the beginnings of names are looked through: they stand in order.
        rows = base.rows(
            "SELECT id FROM person WHERE name COLLATE NOCASE >= ?1 AND name COLLATE NOCASE < ?2"
            " AND deleted_at IS NULL ORDER BY id LIMIT ?3",
            (sought, sought + "\U0010ffff", most),
        )
        return [id for (id,) in rows]
    return [row // 2 for row in _fitting(base, sought, 0, most)]


def conversations(base: Base, topic: str, most: int) -> list[int]:
    """The conversations in whose topic some word begins so, else that hold it; the latest made."""
    sought = folded(topic)
    return [row // 2 for row in _fitting(base, sought, 1, most)] if sought else []


def _fitting(base: Base, sought: str, odd: int, most: int) -> list[int]:
    """Rows of the index of names: of people, or of conversations where `odd` is 1."""
    match = ""
    parameters: list[object] = [odd, sought]
    if len(sought) >= GRAM:
        match = "naming MATCH ? AND"
        parameters.insert(0, '"' + sought.replace('"', '""') + '"')
    rows = base.rows(
        f"SELECT rowid, name FROM naming WHERE {match} rowid % 2 = ?"
        f" AND instr(name, ?) ORDER BY rowid DESC",
        parameters,
    )
    begun = [row for row, name in rows if _begins_a_word(name, sought)]
    return (begun or [row for row, _ in rows])[:most]


def _begins_a_word(name: str, sought: str) -> bool:
    at = name.find(sought)
    while at > 0 and name[at - 1].isalnum():
        at = name.find(sought, at + 1)
    return at >= 0
