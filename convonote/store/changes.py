"""Every change goes through one recording: who did it, when, what was before, what after."""

import json
from functools import cache
from typing import TYPE_CHECKING

from convonote.store.uid import new_uid

if TYPE_CHECKING:
    from convonote.store.base import Base

USER, IMPORT, SETUP = "user", "import", "setup"
"""Who makes changes; undo takes those of the user, `import --undo` those of an import."""


class Recording:
    """One change while it is made; made by `Base.writing`."""

    def __init__(self, base: "Base", actor: str, what: str, change: int | None) -> None:
        self.what = what
        """What is done, for a person to read; may be said better until the end."""
        self._base = base
        self._actor = actor
        self._change = change
        self._seq = 0
        self._what_was = what
        self._ranges: dict[str, tuple[int, int]] = {}
        """Rows that were inserted since anything else was recorded, by table."""
        if change is not None:
            sql = "SELECT coalesce(max(seq) + 1, 0) FROM part WHERE change = ?"
            self._seq = base.value(sql, (change,))

    @property
    def change(self) -> int:
        """The id of the change; asking for it makes it, even if nothing follows."""
        if self._change is None:
            cursor = self._base.run(
                "INSERT INTO change (uid, at, actor, what) VALUES (?, ?, ?, ?)",
                (new_uid(), self._base.now(), self._actor, self.what),
            )
            assert cursor.lastrowid is not None
            self._change, self._what_was = cursor.lastrowid, self.what
            if self._actor == USER:
                # What was undone before is not done again on top of something else.
                self._base.run(
                    "UPDATE change SET out_of_reach = 1"
                    " WHERE undone_at IS NOT NULL AND out_of_reach = 0 AND actor = ?",
                    (USER,),
                )
        return self._change

    @property
    def empty(self) -> bool:
        """Nothing was recorded so far."""
        return self._change is None and not self._ranges

    def insert(self, table: str, **values: object) -> int:
        """Insert one row, with a `uid` where none is given, and record it."""
        values.setdefault("uid", new_uid())
        # An import makes thousands; what is left out has the same default in the schema.
        cursor = self._base.run(_insertion(table, tuple(values)), tuple(values.values()))
        assert cursor.lastrowid is not None
        self.inserted(table, cursor.lastrowid)
        return cursor.lastrowid

    def inserted(self, table: str, first: int, last: int | None = None) -> None:
        """Record that the rows from `first` to `last` were inserted, both included."""
        last = first if last is None else last
        before = self._ranges.get(table)
        if before is not None and before[1] + 1 != first:
            self._flush()
            before = None
        self._ranges[table] = (first if before is None else before[0], last)

    def set(self, table: str, id: int, field: str, after: object) -> bool:
        """Write one field of one row, recorded with what it held; False if it held that already."""
        from convonote.store.models import TABLES

        before = self._base.value(f'SELECT "{field}" FROM "{table}" WHERE id = ?', (id,))
        if before == after:
            return False
        model = TABLES[table]
        model.update({field: after}).where(model.id == id).execute(self._base.database)
        self._part(table, id, id, field, before, after)
        return True

    def wrote(self, table: str, id: int, field: str, before: object, after: object) -> None:
        """Record something about one row that was written by other means."""
        self._part(table, id, id, field, before, after)

    def delete(self, table: str, id: int) -> bool:
        """Mark one row as deleted; False if it is already."""
        sql = f'SELECT 1 FROM "{table}" WHERE id = ? AND deleted_at IS NULL'
        return self._base.row(sql, (id,)) is not None and self.set(
            table, id, "deleted_at", self._base.now()
        )

    def finish(self) -> None:
        """Write what is still held back; nothing at all where nothing was recorded."""
        self._flush()
        if self._change is not None and self.what != self._what_was:
            self._base.run("UPDATE change SET what = ? WHERE id = ?", (self.what, self._change))

    def _flush(self) -> None:
        ranges, self._ranges = self._ranges, {}
        for table, (first, last) in ranges.items():
            self._write(table, first, last, None, None, None)

    def _part(
        self, table: str, first: int, last: int, field: str, before: object, after: object
    ) -> None:
        self._flush()
        self._write(table, first, last, field, _json(before), _json(after))

    def _write(self, *part: object) -> None:
        self._base.run(
            'INSERT INTO part (change, seq, "table", first, last, field, before, after)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (self.change, self._seq, *part),
        )
        self._seq += 1


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    """The statement that inserts a row; Peewee would put it together anew for each."""
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks})'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
