"""Questions to the user that stay open where their conversation becomes part of another one.

What the user set by hand counts for the conversation as it was, not for what comes into it. Which
of two came in first does not tell that, so the setting is made to count before such a question.
"""

import json
from collections.abc import Collection

from convonote.conversation.records import ChoiceKind
from convonote.conversation.turn_records import Section
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.turns.packing import unpack

_HIDING = (ChoiceKind.TURN, ChoiceKind.LATER, ChoiceKind.CLOSED)


def open_to_me(base: Base, conversation: int) -> frozenset[int]:
    """The exchanges of a conversation for which it is the user's turn."""
    row = base.row("SELECT section, waits FROM conversation WHERE id = ?", (conversation,))
    if row is None or row[0] != Section.MINE:
        return frozenset()
    mine = [wait for wait in unpack(row[1]).open if base.me in wait.awaited]
    said = {id for wait in mine for id in (wait.reason.exchange, wait.last)}
    return frozenset(id for id in said if id is not None)


def keep_open(base: Base, recording: Recording, into: int, asked: Collection[int]) -> bool:
    """Let nothing that was set in a conversation hide what comes into it; whether it would have."""
    if not asked:
        return False
    first = min(asked)
    hiding = [
        id
        for id, kind, holders in base.rows(
            "SELECT id, kind, holders FROM choice"
            " WHERE conversation = ? AND known >= ? AND deleted_at IS NULL",
            (into, first),
        )
        if kind in _HIDING and base.me not in json.loads(holders or "[]")
    ]
    for id in hiding:
        recording.set("choice", id, "known", first - 1)
    return bool(hiding)
