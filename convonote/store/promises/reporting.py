"""What is said of open promises: suggested as kept or let go, never decided."""

import json

from convonote.conversation.outcomes import outcome
from convonote.conversation.records import Kind
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.promises.filing import Setting
from convonote.store.promises.noting import note
from convonote.store.promises.speaking import parts

_OPEN_HERE = (
    "SELECT id, what, owner, '' FROM promise WHERE conversation = :conversation AND state = 'open'"
    " AND exchange IS NOT :exchange AND said_at <= :at AND deleted_at IS NULL ORDER BY id"
)
_OPEN_ELSEWHERE = (
    "SELECT p.id, p.what, p.owner, c.topic FROM promise AS p"
    " JOIN conversation AS c ON c.id = p.conversation"
    " WHERE p.state = 'open' AND p.deleted_at IS NULL AND p.conversation <> :conversation"
    " AND c.deleted_at IS NULL AND c.merged_into IS NULL AND p.said_at <= :at"
    " AND p.owner IN (SELECT value FROM json_each(:people))"
    " AND (p.owner <> :me OR EXISTS (SELECT 1 FROM participant AS t"
    " WHERE t.conversation = p.conversation AND t.person <> :me"
    " AND t.person IN (SELECT value FROM json_each(:people)))) ORDER BY p.id"
)
"""SQL: promises of those who speak or hear now, made where one of the others was."""


def report(
    base: Base,
    recording: Recording,
    exchange: int,
    text: str,
    setting: Setting,
    *,
    only: int | None = None,
) -> bool:
    """Note what a text seems to say of a promise that was open when it was said; whether it did.

    With `only`, nothing is noted of other promises, for that was done when it was said.
    """
    some_open = "SELECT 1 FROM promise WHERE state = 'open' AND deleted_at IS NULL LIMIT 1"
    if base.row(some_open) is None:
        return False
    talked = setting.kind is Kind.TALK
    noted = False
    for part, words in parts(setting, text):
        noted |= _report(base, recording, exchange, words, part, only=only, talked=talked)
    return noted


def _report(
    base: Base,
    recording: Recording,
    exchange: int,
    text: str,
    setting: Setting,
    *,
    only: int | None,
    talked: bool,
) -> bool:
    """Note what one speaker says of a promise made here, or else of one made elsewhere."""
    assert setting.author is not None
    values = {
        "conversation": base.value("SELECT conversation FROM exchange WHERE id = ?", (exchange,)),
        "exchange": exchange,
        "at": setting.at,
        "me": base.me,
        "people": json.dumps([setting.author, *setting.hearers]),
    }
    for sql, clearly in ((_OPEN_HERE, talked), (_OPEN_ELSEWHERE, True)):
        rows = base.rows(sql, values)
        topics = {id: topic for id, _, _, topic in rows} if clearly else None
        for by_owner in (True, False):
            promises = [
                (id, what) for id, what, owner, _ in rows if (owner == setting.author) is by_owner
            ]
            said = outcome(text, promises, by_owner=by_owner, topics=topics)
            if said is None:
                continue
            state, promise = said
            if only not in (None, promise):
                return False
            note(
                recording,
                promise,
                state,
                person=setting.author,
                at=setting.at,
                exchange=exchange,
                standing="suggested",
            )
            return True
    return False
