"""The parts of which the indexes of words are made, merged while many exchanges come in.

Each transaction adds a part to an index, and FTS5 merges parts by itself now and then, in bursts
for which another program's save would wait. An import merges a little with each of its
transactions instead, which is less work too.
"""

from convonote.store.base import Base

INDEXES = ("search", "naming")
PAGES = 32
"""Pages of an index that are merged at once, which takes some thousandths of a second."""
_USUALLY = {"automerge": 4, "crisismerge": 16, "usermerge": 4}
_WHILE_MANY = {"automerge": 0, "crisismerge": 1_000, "usermerge": 16}


def begin_many(base: Base) -> None:
    """Keep the indexes from merging by themselves, in the transaction under way."""
    _configure(base, _WHILE_MANY)


def end_many(base: Base) -> None:
    """Let the indexes merge by themselves again."""
    _configure(base, _USUALLY)


def merge_some(base: Base) -> bool:
    """Merge a few pages; False where there was nothing to merge."""
    merged = False
    for index in INDEXES:
        before = base.connection.total_changes
        base.run(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', {PAGES})")
        # SQLite documents it: fewer than two changes say that the command had nothing to do.
        merged |= base.connection.total_changes - before >= 2
    return merged


def _configure(base: Base, settings: dict[str, int]) -> None:
    for index in INDEXES:
        for name, number in settings.items():
            base.run(f"INSERT INTO {index} ({index}, rank) VALUES (?, ?)", (name, number))
