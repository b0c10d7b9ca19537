"""The keys that the records of an export have in this notebook."""

import json
from collections.abc import Mapping

from convonote.store.base import Base
from convonote.store.exporting.shapes import Unfit, attachments_of, uid_of, uids_of, value_of
from convonote.store.exporting.stream import TABLES, Column, reference
from convonote.store.incoming import chat_lines
from convonote.store.people import naming, people

Record = Mapping[str, object]
Values = dict[str, object]

LATER = {("person", "merged_into"), ("conversation", "merged_into"), ("exchange", "answers")}
"""References that may be to a later record, and so are resolved at the end."""
_AT_ONCE = 200


class Keys:
    """Finds rows by uid, also where a record stands for a row that has another uid here.

    What it must remember is in temporary tables, so that a stream of any length takes no memory.
    """

    def __init__(self, base: Base) -> None:
        self._base = base
        self.pending = 0
        """References to later records that are not resolved yet."""
        with base.transaction():
            self._drop()
            base.run("CREATE TEMP TABLE known_as (what, uid, id, PRIMARY KEY (what, uid))")
            base.run("CREATE TEMP TABLE unresolved (what, id, field, uid)")

    def forget(self) -> None:
        """Drop the temporary tables."""
        with self._base.transaction():
            self._drop()

    def find(self, table: str, uid: str) -> int | None:
        """The key of a record, or None where it is not there."""
        found: int | None = self._base.value(f"SELECT id FROM {table} WHERE uid = ?", (uid,))
        if found is None:
            found = self._base.value(
                "SELECT id FROM temp.known_as WHERE what = ? AND uid = ?", (table, uid)
            )
        return found

    def get(self, table: str, uid: str) -> int:
        """The key of a record that must be there; of a person who was merged, the other's."""
        found = self.find(table, uid)
        if found is None:
            raise Unfit(f"it refers to the {table} {uid}, which does not stand before it")
        return people.followed(self._base, found) if table == "person" else found

    def is_known(self, table: str, uid: object, id: int) -> int:
        """Note that a record stands for a row that is here under another uid."""
        self._base.run("INSERT OR REPLACE INTO temp.known_as VALUES (?, ?, ?)", (table, uid, id))
        return id

    def values(self, table: str, record: Record) -> Values:
        """The columns of a row, references as keys; those to later records are left empty."""
        values: Values = {}
        for column in TABLES[table]:
            if (table, column.name) in LATER:
                value_of(column, record)
                values[column.name] = None
            elif column.shape == "attachments":
                carried = attachments_of(record)
                values[column.name] = json.dumps(carried, ensure_ascii=False) if carried else ""
            elif column.shape.startswith("uids"):
                # An older export lacks a list that was added since.
                missing = column.optional and column.name not in record
                uids = [] if missing else uids_of(column.name, record)
                values[column.name] = json.dumps([self.get(column.refers, uid) for uid in uids])
            else:
                values[column.name] = self._value(column, record)
        return values

    def side(self, table: str, field: str, value: object) -> str:
        """The value of a field before or after a change, as the history keeps it."""
        column = reference(table, field)
        if column is not None and value is not None and not column.shape.startswith("uids"):
            value = self.get(column.refers, uid_of(field, value))
        return json.dumps(value, ensure_ascii=False)

    def resolve_later(self, table: str, id: int, record: Record) -> None:
        """Note the references of a row to records that may come later."""
        for column in TABLES[table]:
            if (table, column.name) in LATER and record.get(column.name) is not None:
                self._base.run(
                    "INSERT INTO temp.unresolved VALUES (?, ?, ?, ?)",
                    (table, id, column.name, record[column.name]),
                )
                self.pending += 1

    def settle(self) -> set[int]:
        """Resolve some of them; the conversations to be folded again."""
        touched = set()
        rows = self._base.rows(
            f"SELECT rowid, what, id, field, uid FROM temp.unresolved LIMIT {_AT_ONCE}"
        )
        for row, table, id, field, uid in rows:
            self._base.run(
                f'UPDATE {table} SET "{field}" = ? WHERE id = ? AND "{field}" IS NULL',
                (self.find(table, uid), id),
            )
            if table == "exchange":
                conversation = self._base.value(
                    "SELECT conversation FROM exchange WHERE id = ?", (id,)
                )
                touched.add(conversation)
            elif table == "conversation":
                naming.index_conversation(self._base, id)
                touched.add(id)
            else:
                # Until now they counted in their chats as somebody beside the one they became.
                touched |= chat_lines.heard_by(self._base, id)
            self._base.run("DELETE FROM temp.unresolved WHERE rowid = ?", (row,))
        self.pending = self._base.value("SELECT count(*) FROM temp.unresolved")
        return touched

    def _value(self, column: Column, record: Record) -> object:
        value = value_of(column, record)
        if column.refers == "exchange" and column.name == "known":
            return 0 if value is None else self.get("exchange", str(value))
        if column.refers and value is not None:
            return self.get(column.refers, str(value))
        return value

    def _drop(self) -> None:
        for table in ("known_as", "unresolved"):
            self._base.run(f"DROP TABLE IF EXISTS temp.{table}")
