"""Promises as they are shown."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from convonote.conversation.records import PromiseState
from convonote.store.base import Base
from convonote.store.records import Person, PromiseRow

_COLUMNS = "id, uid, conversation, exchange, owner, what, due, state, said_at"

Row = tuple[Any, ...]


def open_in(base: Base, conversations: Iterable[int]) -> list[Row]:
    """The rows of the open promises of conversations, those due first at the head."""
    return base.rows(
        f"SELECT {_COLUMNS} FROM promise WHERE conversation IN (SELECT value FROM json_each(?))"
        " AND state = 'open' AND deleted_at IS NULL ORDER BY due IS NULL, due, id",
        (json.dumps(list(conversations)),),
    )


def said_in(base: Base, exchanges: Iterable[int]) -> list[Row]:
    """The rows of the promises made in exchanges, in the order of their lines."""
    return base.rows(
        f"SELECT {_COLUMNS} FROM promise WHERE conversation IN (SELECT conversation FROM exchange"
        " WHERE id IN (SELECT value FROM json_each(?1)))"
        " AND exchange IN (SELECT value FROM json_each(?1)) AND deleted_at IS NULL"
        " ORDER BY line, id",
        (json.dumps(list(exchanges)),),
    )


def owners(rows: Iterable[Row]) -> set[int]:
    """Who owns the promises in these rows."""
    return {row[4] for row in rows}


def shown(base: Base, row: Row, people: Mapping[int, Person]) -> PromiseRow:
    """One promise, with its owner from `people`."""
    id, uid, conversation, exchange, owner, what, due, state, said_at = row
    day = None if due is None else date.fromisoformat(due)
    state = PromiseState(state)
    late = day is not None and state is PromiseState.OPEN and day < base.today()
    return PromiseRow(
        id, uid, conversation, exchange, people[owner], what, day, state, said_at, late
    )
