"""The conversations of the queue that have some words in their topic or among their people."""

from collections.abc import Mapping

from convonote.conversation.turn_records import Section
from convonote.store.base import Base
from convonote.store.search.letters import folded
from convonote.store.search.named import GRAM

MOST = 8
"""Words that are looked for; a name has no more."""


def fitting(base: Base, words: str) -> Mapping[Section, tuple[int, ...]]:
    """Their ids by section, in the order of the queue; every word is part of a topic or name."""
    where, parameters = ["deleted_at IS NULL", "merged_into IS NULL"], []
    for word in folded(words).split()[:MOST]:
        if len(word) < GRAM:
            names = "SELECT rowid AS row FROM naming WHERE instr(name, ?)"
            parameters.append(word)
        else:
            names = "SELECT rowid AS row FROM naming WHERE naming MATCH ?"
            parameters.append('"' + word.replace('"', '""') + '"')
        where.append(
            f"id IN (WITH named AS MATERIALIZED ({names})"
            " SELECT row / 2 FROM named WHERE row % 2 = 1"
            " UNION SELECT conversation FROM named"
            " JOIN participant ON person = row / 2 WHERE row % 2 = 0)"
        )
    found: dict[Section, list[int]] = {section: [] for section in Section}
    for section, id in base.rows(
        "SELECT section, id FROM conversation"
        f" WHERE {' AND '.join(where)} ORDER BY section, rank, order_at, id",
        parameters,
    ):
        found[Section(section)].append(id)
    return {section: tuple(ids) for section, ids in found.items()}
