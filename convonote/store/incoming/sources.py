"""Where things were imported from, and which files of it were taken in as they are.

Both speak of this machine's files, so that they are no recorded changes and undo leaves them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from convonote.intake.records import Taken
from convonote.store.base import Base
from convonote.store.incoming.records import Source
from convonote.store.uid import new_uid

_DRAFT, _MINE, _IDLE = 1, 2, 4


def sources(base: Base) -> list[Source]:
    """The sources that are remembered, the one that was imported first before the others."""
    sql = "SELECT path, kind, read_at FROM source WHERE deleted_at IS NULL ORDER BY id"
    return [Source(*row) for row in base.rows(sql)]


def remember(base: Base, path: str, *, kind: str, ended: bool) -> bool:
    """Remember a source by its absolute path; `ended`: it has just been read to its end.

    False where its name is no text, by which it could not be found again.
    """
    if _as_text(path) != path:
        return False
    with base.transaction():
        base.run(
            "INSERT INTO source (uid, path, kind, created_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (path) WHERE deleted_at IS NULL DO UPDATE SET kind = excluded.kind",
            (new_uid(), path, kind, base.now()),
        )
        if ended:
            base.run(
                "UPDATE source SET read_at = ? WHERE path = ? AND deleted_at IS NULL",
                (base.now(), path),
            )
    return True


def forget(base: Base, path: str) -> bool:
    """Remember a source no longer, nor what was seen in it; False if it was not remembered."""
    inside = path.rstrip("/") + "/"
    folder, _, name = path.rpartition("/")
    with base.transaction():
        gone = base.run(
            "UPDATE source SET deleted_at = ? WHERE path = ? AND deleted_at IS NULL",
            (base.now(), path),
        )
        if not gone.rowcount:
            return False
        base.run(
            "DELETE FROM seen WHERE folder IN"
            " (SELECT id FROM folder WHERE path = ?1 OR substr(path, 1, length(?2)) = ?2)"
            " OR folder = (SELECT id FROM folder WHERE path = ?3) AND name = ?4",
            (path, inside, folder or "/", name),
        )
    return True


def seen(base: Base, folder: str, names: Sequence[str]) -> Mapping[str, Taken]:
    """What was taken in of a folder, by name, for some of the names in it."""
    written = {_as_text(name): name for name in names}
    rows = base.rows(
        "SELECT name, size, modified, flags, upto, messages, tail FROM seen"
        " WHERE folder = (SELECT id FROM folder WHERE path = ?)"
        " AND name IN (SELECT value FROM json_each(?))",
        (_as_text(folder), json.dumps(list(written))),
    )
    found = {}
    for text, size, modified, flags, upto, messages, tail in rows:
        name = written[text]
        found[name] = Taken(
            folder,
            name,
            size,
            modified,
            flags & _DRAFT > 0,
            flags & _MINE > 0,
            upto,
            messages,
            tail or b"",
            idle=flags & _IDLE > 0,
        )
    return found


def mark(base: Base, taken: Iterable[Taken]) -> None:
    """Note files that were taken in, or how far; only after what was in them is stored."""
    folders: dict[str, int] = {}
    with base.transaction():
        rows = []
        for one in taken:
            if one.folder not in folders:
                folders[one.folder] = _folder(base, _as_text(one.folder))
            flags = _DRAFT * one.draft + _MINE * one.mine + _IDLE * one.idle
            rows.append(
                (
                    folders[one.folder],
                    _as_text(one.name),
                    one.size,
                    one.modified,
                    flags,
                    one.upto,
                    one.messages,
                    one.tail or None,
                )
            )
        base.many(
            "INSERT OR REPLACE INTO seen"
            " (folder, name, size, modified, flags, upto, messages, tail)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )


def forget_seen(base: Base) -> None:
    """Have everything read again: what was taken in may be there no longer."""
    base.run("DELETE FROM seen")


def _folder(base: Base, path: str) -> int:
    base.run("INSERT OR IGNORE INTO folder (path) VALUES (?)", (path,))
    found: int = base.value("SELECT id FROM folder WHERE path = ?", (path,))
    return found


def _as_text(name: str) -> str:
    """A name as SQLite can hold it; what is no UTF-8 in it is spelt out."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode()
