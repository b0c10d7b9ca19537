"""Taking an import back: what it added is marked as deleted, what it changed is set back.

It goes from the last row to the first in short transactions, each of which may be the last: taken
up again, it goes on from there. Names and uids of what is taken back become free, so that the same
source can be imported again. What the user built on it stays: a conversation in which they wrote,
the people in it. What they did something to is set aside as it is (see `returning`).
"""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby

from convonote.store.base import Base
from convonote.store.changes import IMPORT
from convonote.store.errors import UndoError
from convonote.store.incoming import linking, returning, sources
from convonote.store.people import details, naming
from convonote.store.search import searching
from convonote.store.turns import placing
from convonote.store.turns.folding import refold
from convonote.store.uid import new_uid
from convonote.store.writing import moving
from convonote.store.writing.titling import retitle

_AT_ONCE = 200
"""Rows or parts in one transaction."""
_INDEXED = ("text", "author", "channel", "conversation")
"""The fields of an exchange that its entry in the index is made of."""

_Part = tuple[int, str, int, int, str | None, str | None, str | None]
"""seq, table, first, last, field, before, after"""


def undo_import(base: Base) -> str:
    """Take the last import back; says what that was. Raises UndoError."""
    with base.reading():
        row = base.row(
            "SELECT id, what FROM change WHERE actor = ? AND undone_at IS NULL"
            " ORDER BY id DESC LIMIT 1",
            (IMPORT,),
        )
    if row is None:
        raise UndoError("there is no import to take back")
    change, what = row
    _Undoing(base, change).run()
    return f"taken back: {what}"


def _is_row(part: _Part) -> bool:
    """It says that rows came in, or that one came again."""
    return part[4] is None or part[4] == returning.MARK


class _Undoing:
    def __init__(self, base: Base, change: int) -> None:
        self._base = base
        self._change = change
        self._paced: set[int] = set()
        with base.reading():
            self._mine = returning.touched(base)
            self._first: int = base.value(
                "SELECT coalesce(min(first), 1 << 62) FROM part"
                """ WHERE change = ? AND "table" = 'person' AND field IS NULL""",
                (change,),
            )
            """The first person that the import made; whoever has a smaller id was known."""
        self._needed: set[int] = set()

    def run(self) -> None:
        """First what was said, then the conversations it was said in, then the people."""
        with self._base.transaction():
            # Every copy of what is taken back here counts as not read yet, wherever it lies.
            sources.forget_seen(self._base)
        rows = ("settling", "exchange", "promise", "choice", "draft", "detail")
        self._each(rows, fields=True)
        self._each(("conversation",))
        with self._base.reading():
            self._needed = returning.needed(self._base) | set(self._mine.people)
        self._each(("address",))
        self._each(("person",))
        with self._base.transaction():
            self._base.run(
                "UPDATE change SET undone_at = ? WHERE id = ?", (self._base.now(), self._change)
            )
        placing.finish_import(self._base, self._paced)

    def _each(self, tables: Sequence[str], *, fields: bool = False) -> None:
        """Take back the rows of some tables, and the altered fields of all, the last first."""
        marks = ", ".join("?" * len(tables))
        # What an import revived is taken out again as if it had come in anew.
        wanted = f"(\"table\" IN ({marks}) AND (field IS NULL OR field = '{returning.MARK}'))"
        if fields:
            wanted += f" OR field <> '{returning.MARK}'"
        below = 1 << 62
        while parts := self._parts(wanted, tables, below):
            below = parts[-1][0]
            # In their order: what a row came into is as it was then when the row goes.
            for are_rows, some in groupby(parts, _is_row):
                if not are_rows:
                    with self._base.transaction():
                        self._set_back(some)
                    continue
                for _, table, first, last, *_ in some:
                    self._take_out(table, first, last)

    def _parts(self, wanted: str, tables: Sequence[str], below: int) -> list[_Part]:
        with self._base.transaction():
            placing.begin_import(self._base)
            return self._base.rows(
                'SELECT seq, "table", first, last, field, before, after FROM part'
                f" WHERE change = ? AND seq < ? AND ({wanted}) ORDER BY seq DESC LIMIT ?",
                (self._change, below, *tables, _AT_ONCE),
            )

    def _take_out(self, table: str, first: int, last: int) -> None:
        for start in range(first, last + 1, _AT_ONCE):
            with self._base.transaction():
                ids = [
                    id
                    for (id,) in self._base.rows(
                        f"SELECT id FROM {table} WHERE id BETWEEN ? AND ?"
                        " AND deleted_at IS NULL ORDER BY id",
                        (start, min(last, start + _AT_ONCE - 1)),
                    )
                    if not self._kept(table, id)
                ]
                touched = self._conversations(table, ids)
                if table == "settling":
                    ids = self._without_taken(ids)
                aside = [id for id in ids if self._comes_again(table, id)]
                if aside:
                    returning.set_aside(self._base, table, aside)
                self._mark(table, [id for id in ids if id not in aside])
                if table == "exchange":
                    returning.set_aside_empty(self._base, touched, self._mine)
                refold(self._base, touched, paced=self._paced)
                retitle(self._base, touched)

    def _without_taken(self, settlings: Sequence[int]) -> list[int]:
        """What was said of promises, but for what the user took: that is their own word now."""
        sql = "SELECT 1 FROM settling WHERE id = ? AND standing = 'taken'"
        decided = [id for id in settlings if id in self._mine.settlings]
        taken = [id for id in decided if self._base.row(sql, (id,))]
        own = "UPDATE settling SET person = ?, exchange = NULL WHERE id = ?"
        self._base.many(own, [(self._base.me, id) for id in taken])
        return [id for id in settlings if id not in taken]

    def _kept(self, table: str, id: int) -> bool:
        """The user has built on it since."""
        if table == "conversation":
            uses = ["SELECT 1 FROM exchange WHERE conversation = ?1 AND deleted_at IS NULL"]
            uses += ["SELECT 1 FROM draft WHERE conversation = ?1 AND deleted_at IS NULL"]
        elif table == "person":
            uses = ["SELECT 1 FROM person WHERE id = ?1 AND (named_by = 'user' OR me = 1)"]
            uses += ["SELECT 1 FROM participant WHERE person = ?1"]
            uses += ["SELECT 1 FROM address WHERE person = ?1 AND deleted_at IS NULL"]
            uses += ["SELECT 1 FROM detail WHERE person = ?1 AND deleted_at IS NULL"]
        elif table == "address":
            # Addresses go with their person, if the import made that; those that it gave to
            # somebody known, or took for the user's, go at once.
            uses = [
                "SELECT 1 FROM address AS a JOIN person AS p ON p.id = a.person"
                f" WHERE a.id = ?1 AND p.me = 0 AND p.id >= {self._first} AND (p.named_by = 'user'"
                " OR EXISTS (SELECT 1 FROM participant WHERE person = p.id))"
            ]
        elif table != "detail":
            return False
        if table in ("address", "detail") and details.by_user(self._base, table, id, "person"):
            # The user merged its person with another, who answers to it from now on.
            return True
        if table == "detail":
            return False
        if table in ("address", "person") and self._owner(table, id) in self._needed:
            return True
        return self._base.row(" UNION ALL ".join(uses) + " LIMIT 1", (id,)) is not None

    def _owner(self, table: str, id: int) -> int | None:
        if table == "person":
            return id
        owner: int | None = self._base.value(
            "SELECT a.person FROM address AS a JOIN person AS p ON p.id = a.person"
            " WHERE a.id = ? AND p.me = 0 AND p.id >= ?",
            (id, self._first),
        )
        return owner

    def _comes_again(self, table: str, id: int) -> bool:
        """The user did something to it, which must hold when it is imported again."""
        if table == "conversation":
            return id in self._mine.conversations
        if table == "exchange":
            conversation = self._base.value("SELECT conversation FROM exchange WHERE id = ?", (id,))
            return id in self._mine.exchanges or conversation in self._mine.conversations
        if table in ("promise", "settling"):
            which = "?" if table == "promise" else "(SELECT promise FROM settling WHERE id = ?)"
            sql = f"SELECT conversation, exchange FROM promise WHERE id = {which}"
            conversation, exchange = self._base.row(sql, (id,)) or (None, None)
            return exchange in self._mine.exchanges or conversation in self._mine.conversations
        return False

    def _conversations(self, table: str, ids: Iterable[int]) -> set[int]:
        if table not in ("exchange", "promise", "choice"):
            return set(ids) if table == "conversation" else set()
        sql = f"SELECT conversation FROM {table} WHERE id = ?"
        return {self._base.value(sql, (id,)) for id in ids}

    def _mark(self, table: str, ids: Sequence[int]) -> None:
        base = self._base
        now = base.now()
        base.many(
            f"UPDATE {table} SET deleted_at = ?, uid = ? WHERE id = ?",
            [(now, new_uid(), id) for id in ids],
        )
        one = [(id,) for id in ids]
        if table == "exchange":
            linking.unlink(base, ids)
            base.many("UPDATE exchange SET message_id = NULL, replies_to = NULL WHERE id = ?", one)
        elif table == "conversation":
            base.many("DELETE FROM message WHERE conversation = ?", one)
            for id in ids:
                naming.index_conversation(base, id)
        elif table == "person":
            for id in ids:
                naming.index_person(base, id)
        elif table in ("address", "detail"):
            for person in {
                base.value(f"SELECT person FROM {table} WHERE id = ?", (id,)) for id in ids
            }:
                naming.index_person(base, person)

    def _set_back(self, parts: Iterable[_Part]) -> None:
        """Put altered fields back, each only if it holds what the import wrote."""
        touched: set[int] = set()
        for _, table, id, _, field, before, after in parts:
            assert field is not None
            assert before is not None
            assert after is not None
            if field == moving.NAMES:
                sql = "SELECT id FROM conversation WHERE uid = ?"
                joined = self._base.value(sql, (json.loads(after),))
                moving.put_names(self._base, self._absent(json.loads(before)), joined, id)
                continue
            now = self._base.value(f'SELECT "{field}" FROM {table} WHERE id = ?', (id,))
            if now != json.loads(after) or (table == "person" and id in self._mine.people):
                continue
            touched |= self._conversations(table, [id])
            indexed = [id] if table == "exchange" and field in _INDEXED else []
            searching.unindex(self._base, indexed)
            self._base.run(
                f'UPDATE {table} SET "{field}" = ? WHERE id = ?', (json.loads(before), id)
            )
            searching.index(self._base, indexed)
            if (table, field) == ("exchange", "conversation"):
                # Answers to what is there go where it is.
                self._base.run(
                    "UPDATE message SET conversation = ?"
                    " WHERE name = (SELECT message_id FROM exchange WHERE id = ?)",
                    (json.loads(before), id),
                )
            touched |= self._conversations(table, [id])
            touched |= self._follow(table, id, field)
        refold(self._base, touched, paced=self._paced)
        retitle(self._base, touched)

    def _absent(self, names: Sequence[str]) -> list[str]:
        """Those names whose messages are not there."""
        here = "SELECT 1 FROM exchange WHERE message_id = ?"
        return [name for name in names if self._base.row(here, (name,)) is None]

    def _follow(self, table: str, id: int, field: str) -> set[int]:
        """Bring in step what hangs on a field that was set back; conversations to fold again."""
        base = self._base
        if table == "person":
            naming.index_person(base, id)
            sql = "SELECT conversation FROM participant WHERE person = ?"
            return {conversation for (conversation,) in base.rows(sql, (id,))}
        if table == "conversation":
            naming.index_conversation(base, id)
        if table in ("address", "detail"):
            naming.index_person(base, base.value(f"SELECT person FROM {table} WHERE id = ?", (id,)))
        return set()
