"""Whether everything can be found: the words, their filters, and the names."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable

from convonote.store.base import Base
from convonote.store.findings import Findings
from convonote.store.people import naming
from convonote.store.search import searching
from convonote.store.search.tokens import tokens

_AT_ONCE = 500
"""Rows compared at a time."""


def check_tokens(base: Base, findings: Findings, tick: Callable[[int], None]) -> None:
    """Compare the filters of every exchange with its people, channel and conversation."""
    last = 0
    while True:
        with base.reading():
            rows = base.rows(
                f"SELECT id, author, channel, conversation, text, {searching.ATTACHED}, tokens"
                " FROM exchange"
                " WHERE id > ? ORDER BY id LIMIT ?",
                (last, _AT_ONCE),
            )
            if not rows:
                return
            roles = defaultdict(list)
            for exchange, person, role in base.rows(
                "SELECT exchange, person, role FROM addressee WHERE exchange BETWEEN ? AND ?",
                (rows[0][0], rows[-1][0]),
            ):
                roles[exchange].append((person, role))
        wrong = [
            id
            for id, author, channel, conversation, text, attached, kept in rows
            if kept != tokens(author, roles[id], channel, conversation, text, attached=attached)
        ]
        if wrong and not base.read_only:
            with base.transaction():
                searching.unindex(base, wrong)
                searching.index(base, wrong)
        for id in wrong:
            findings.add(
                "exchanges",
                f"exchange {id} would not be found by its people, channel or conversation",
                mended=not base.read_only,
            )
        last = rows[-1][0]
        tick(len(rows))


def check_words(base: Base, findings: Findings) -> None:
    """Let SQLite compare both indexes with what they index; a wrong one is made anew."""
    if base.read_only:
        return
    for index, rank in (("search", 1), ("naming", 0)):
        if _is_whole(base, index, rank):
            continue
        with base.transaction():
            base.run(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        findings.add("indexes", f"the index “{index}” was not as it should be", mended=True)


def check_names(base: Base, findings: Findings, tick: Callable[[int], None]) -> None:
    """Compare the names that can be typed with those of people and conversations."""
    for table, odd in (("person", 0), ("conversation", 1)):
        last = 0
        while True:
            with base.reading():
                rows = base.rows(
                    f"SELECT t.id, n.name FROM {table} AS t LEFT JOIN naming AS n"
                    " ON n.rowid = 2 * t.id + ? WHERE t.id > ? ORDER BY t.id LIMIT ?",
                    (odd, last, _AT_ONCE),
                )
                expected = naming.conversation_row if odd else naming.person_row
                wrong = [id for id, name in rows if name != expected(base, id)]
            if not rows:
                break
            _name_again(base, table, wrong, findings)
            last = rows[-1][0]
            tick(len(rows))


def _name_again(base: Base, table: str, ids: list[int], findings: Findings) -> None:
    if ids and not base.read_only:
        with base.transaction():
            for id in ids:
                if table == "person":
                    naming.index_person(base, id)
                else:
                    naming.index_conversation(base, id)
    for id in ids:
        findings.add("names", f"{table} {id} would not be found by name", mended=not base.read_only)


def _is_whole(base: Base, index: str, rank: int) -> bool:
    with base.transaction():
        try:
            base.run(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', ?)", (rank,))
        except sqlite3.DatabaseError as error:
            # So FTS5 answers no; any other trouble is not about the index.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            return False
    return True
