"""Erasing what was deleted: its words go, and with them what would bring them back.

The rows stay, without their words: an import must go on knowing what it need not bring again, and
what a person or a card took away. Whom the user deleted is known by their addresses for the same
reason, and by their name where something that they said or heard is still there. What was done to
them can be undone no more.
"""

from convonote.store.base import Base
from convonote.store.changes import USER
from convonote.store.keeping.records import Purged
from convonote.store.search import searching

_TALK = "SELECT id FROM conversation WHERE deleted_at IS NOT NULL AND taken_back = 0"
_SAID = (
    "SELECT id FROM exchange WHERE taken_back = 0"
    f" AND (deleted_at IS NOT NULL OR conversation IN ({_TALK}))"
)
_IN_TALK = f"deleted_at IS NOT NULL OR conversation IN ({_TALK})"
_DELETED = "SELECT id FROM person WHERE deleted_at IS NOT NULL AND merged_into IS NULL AND me = 0"
_NOBODY = (
    f"{_DELETED} AND id NOT IN (SELECT person FROM address WHERE deleted_at IS NULL"
    f" UNION SELECT author FROM exchange WHERE author IS NOT NULL AND id NOT IN ({_SAID})"
    f" UNION SELECT person FROM addressee WHERE exchange NOT IN ({_SAID})"
    " UNION SELECT owner FROM promise WHERE deleted_at IS NULL)"
)
"""People who are gone with all that was said: taken back, and needed by no import."""
_WORDS: dict[str, tuple[tuple[str, ...], str]] = {
    "exchange": (("text", "subject", "attachments"), f"id IN ({_SAID})"),
    "promise": (("what",), f"taken_back = 0 AND ({_IN_TALK})"),
    "choice": (("reason",), _IN_TALK),
    "remark": (
        ("text",),
        f"deleted_at IS NOT NULL OR exchange IN ({_SAID})"
        f" OR exchange IS NULL AND person IN ({_DELETED})",
    ),
    "draft": (("text", "topic", "words"), "deleted_at IS NOT NULL"),
    "quiet": (("reason",), f"deleted_at IS NOT NULL OR person IN ({_DELETED})"),
    # What came with a card is known by its words, so as not to come again.
    "detail": (
        ("value", "extra"),
        f"(deleted_at IS NOT NULL OR person IN ({_DELETED})) AND made_by = 'user'"
        f" OR person IN ({_NOBODY}) AND kind <> 'card'",
    ),
    "address": (("value", "folded"), f"deleted_at IS NOT NULL AND person IN ({_NOBODY})"),
    "person": (("name",), f"id IN ({_NOBODY})"),
    "conversation": (("topic",), f"id IN ({_TALK}) OR merged_into IN ({_TALK})"),
}
"""The fields with words of whatever can be deleted, and which rows are.

What an import that was taken back would bring again is not what somebody deleted.
"""
_WHAT = "something that was erased since"
"""What a change was that can be undone no more."""


def purge(base: Base) -> Purged:
    """Erase the words of all that is marked as deleted, from the file and its indexes too."""
    with base.transaction():
        base.run('CREATE TEMP TABLE IF NOT EXISTS gone ("table" TEXT, id INTEGER)')
        base.run("DELETE FROM gone")
        counts = {table: _erase(base, table) for table in _WORDS}
        # Whom the user deleted would come back without what was written of them.
        base.run(f"INSERT INTO gone SELECT 'person', id FROM person WHERE id IN ({_DELETED})")
        _forget(base)
        for index in ("search", "naming"):
            # Words of rows that left an index stay in it until its parts are put together anew.
            base.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    with base.outside():
        base.run("VACUUM")
        base.run("PRAGMA wal_checkpoint(TRUNCATE)")
    exchanges, conversations = counts.pop("exchange"), counts.pop("conversation")
    return Purged(exchanges, conversations, sum(counts.values()))


def _erase(base: Base, table: str) -> int:
    """Erase the words of one table; in how many rows there were some."""
    fields, gone = _WORDS[table]
    wordy = " OR ".join(f"\"{field}\" <> ''" for field in fields)
    ids = [id for (id,) in base.rows(f'SELECT id FROM "{table}" WHERE ({gone}) AND ({wordy})')]
    base.run(f'INSERT INTO gone SELECT ?, id FROM "{table}" WHERE {gone}', (table,))
    if table == "exchange":
        base.run(f"DELETE FROM original WHERE exchange IN ({_SAID})")
        searching.unindex(base, ids)
    emptied = ", ".join(f"\"{field}\" = ''" for field in fields)
    base.many(f'UPDATE "{table}" SET {emptied} WHERE id = ?', ((id,) for id in ids))
    if table == "exchange":
        searching.index(base, ids)
    return len(ids)


def _forget(base: Base) -> None:
    """Erase the same words from the history, and put what was done to them out of reach."""
    base.run(
        "UPDATE change SET out_of_reach = 1, what = ? WHERE actor = ? AND id IN ("
        ' SELECT change FROM part JOIN gone ON gone."table" = part."table"'
        " AND gone.id BETWEEN part.first AND part.last)",
        (_WHAT, USER),
    )
    for table, (fields, _) in _WORDS.items():
        marks = ", ".join("?" for _ in fields)
        base.run(
            'UPDATE part SET before = \'""\', after = \'""\' WHERE "table" = ?'
            f' AND field IN ({marks}) AND first IN (SELECT id FROM gone WHERE "table" = ?)',
            (table, *fields, table),
        )
