"""Checks everything: the file, its rows, the indexes and every turn.

What can be computed from the rest is mended; what somebody said or did is only reported.
"""

import stat
from collections.abc import Callable

from convonote.store.base import Base
from convonote.store.errors import NotebookError
from convonote.store.findings import Findings
from convonote.store.records import Finding
from convonote.store.search.index_check import check_names, check_tokens, check_words
from convonote.store.turns import placing
from convonote.store.turns.turn_check import check_answers, check_turns

_SAMPLE = 20
"""Troubles of a damaged file that are named."""
_ROWS: tuple[tuple[str, str], ...] = (
    (
        "SELECT e.id FROM exchange AS e JOIN conversation AS c ON c.id = e.conversation"
        " WHERE c.merged_into IS NOT NULL",
        "exchange {} is in a conversation that was joined to another",
    ),
    (
        "SELECT c.id FROM conversation AS c JOIN conversation AS k ON k.id = c.merged_into"
        " WHERE k.merged_into IS NOT NULL",
        "conversation {} leads to one that was joined to another itself",
    ),
    (
        "SELECT name FROM message AS m JOIN conversation AS c ON c.id = m.conversation"
        " WHERE c.merged_into IS NOT NULL",
        "replies to {} would go to a conversation that was joined to another",
    ),
    (
        "SELECT id FROM apart WHERE conversation = other",
        "the note {} of what was split says that a conversation was split off itself",
    ),
    *(
        (
            f"SELECT id FROM {table} WHERE taken_back = 1 AND deleted_at IS NULL",
            f"{table} {{}} is there, and waits for its import to come again",
        )
        for table in ("conversation", "exchange", "promise", "settling")
    ),
    (
        "SELECT p.id FROM person AS p JOIN person AS k ON k.id = p.merged_into"
        " WHERE k.merged_into IS NOT NULL OR p.deleted_at IS NULL",
        "person {} leads to somebody who was merged too, or is there besides",
    ),
    (
        "SELECT e.id FROM exchange AS e LEFT JOIN message AS m ON m.name = e.message_id"
        " WHERE e.message_id IS NOT NULL AND e.deleted_at IS NULL"
        " AND m.conversation IS NOT e.conversation",
        "replies to exchange {} would go to another conversation than its own",
    ),
    (
        "SELECT p.id FROM promise AS p JOIN exchange AS e ON e.id = p.exchange"
        " WHERE p.conversation <> e.conversation AND p.deleted_at IS NULL",
        "promise {} stands in another conversation than the exchange it was made in",
    ),
)
"""Queries that find nothing in a sound notebook, and what it means if they do."""


def doctor(base: Base, *, progress: Callable[[int, int], None] | None = None) -> list[Finding]:
    """Check everything, mend what can be computed again, and say what was wrong.

    `progress` is given (rows done, rows in all) now and then.
    """
    findings = Findings()
    _check_permissions(base, findings)
    if not _check_file(base, findings):
        return findings.all()
    tick = _ticking(base, progress)
    if not _check_rows(base, findings):
        return findings.all()
    check_answers(base, findings)
    placing.settle(base)
    check_turns(base, findings, tick)
    check_tokens(base, findings, tick)
    check_names(base, findings, tick)
    check_words(base, findings)
    return findings.all()


def _check_permissions(base: Base, findings: Findings) -> None:
    for end in ("", "-wal", "-shm"):
        file = base.path.with_name(base.path.name + end)
        try:
            mode = stat.S_IMODE(file.stat().st_mode)
        except FileNotFoundError:
            continue
        if not mode & 0o077:
            continue
        try:
            file.chmod(mode & 0o700)
        except PermissionError:
            findings.add("files", f"{file} can be read by others; run chmod 600 on it")
        else:
            findings.add("files", f"{file} could be read by others", mended=True)


def _check_file(base: Base, findings: Findings) -> bool:
    """Whether SQLite finds its file sound; nothing else can be trusted where it does not."""
    try:
        with base.reading():
            rows = base.rows(f"PRAGMA integrity_check({_SAMPLE})")
    except NotebookError as error:
        findings.add("troubles", str(error))
        return False
    for (line,) in rows:
        if line != "ok":
            findings.add("troubles", f"the file is damaged: {line}; put a backup back")
    return rows == [("ok",)]


def _check_rows(base: Base, findings: Findings) -> bool:
    """Whether all rows that are referred to are there, without which no turn can be told."""
    whole = True
    with base.reading():
        for table, row, other, _ in base.run("PRAGMA foreign_key_check"):
            whole = False
            findings.add("rows", f"{table} {row} refers to a {other} that is not there")
        for sql, what in _ROWS:
            for (id,) in base.run(sql):
                findings.add("rows", what.format(id))
    return whole


def _ticking(base: Base, progress: Callable[[int, int], None] | None) -> Callable[[int], None]:
    """Counts what is done towards all rows that are looked at."""
    with base.reading():
        total = sum(
            times * base.value(f"SELECT count(*) FROM {table}")
            for table, times in (("conversation", 2), ("exchange", 1), ("person", 1))
        )
    done = 0

    def tick(rows: int) -> None:
        nonlocal done
        done += rows
        if progress is not None:
            progress(done, total)

    return tick
