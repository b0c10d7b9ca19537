"""How many conversations wait for me, at a glance: by `sqlite3` alone, for prompts and bars."""

import os
import sqlite3

from convonote.store.schema import APPLICATION, NEWEST


def waiting(path: str | os.PathLike[str], now: int) -> int | None:
    """The number where it is my turn at a moment; None where `Notebook` must say it.

    That is where time has moved something since it was last looked at, where an import was cut
    short, and where the file is no notebook of this version.
    """
    name = os.path.abspath(path).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    try:
        connection = sqlite3.connect(f"file:{name}?mode=ro", uri=True)
    except sqlite3.Error:
        return None
    try:
        return _waiting(connection, now)
    except sqlite3.Error:
        # Whatever is wrong with the file, opening it in full will say it well.
        return None
    finally:
        connection.close()


def _waiting(connection: sqlite3.Connection, now: int) -> int | None:
    for pragma, expected in (("application_id", APPLICATION), ("user_version", NEWEST)):
        if connection.execute(f"PRAGMA {pragma}").fetchone() != (expected,):
            return None
    here = "deleted_at IS NULL AND merged_into IS NULL"
    stale = connection.execute(
        "SELECT 1 FROM meta WHERE name = 'importing' UNION ALL"
        f" SELECT 1 FROM conversation WHERE changes_at <= ? AND {here} LIMIT 1",
        (now,),
    ).fetchone()
    if stale:
        return None
    count: int = connection.execute(
        f"SELECT count(*) FROM conversation WHERE section = 'mine' AND {here}"
    ).fetchone()[0]
    return count
