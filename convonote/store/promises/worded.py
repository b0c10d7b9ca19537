"""What words promise, ask for, or say of a promise: all of it suggested, never decided."""

import json

from convonote.conversation.outcomes import outcome
from convonote.conversation.promise_words import Spoken, essence, is_reworded, spoken
from convonote.conversation.records import DAY, Kind, PromiseState
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.promises.filing import Setting
from convonote.store.promises.noting import note

LATELY = 90 * DAY
"""How old words may be; what was said before is quiet, as a question would be (T14)."""
_FOUND = "wording"
_LOOKED_AT = 40
"""Exchanges after a promise in which it may be said to be kept."""


def counts(base: Base, setting: Setting) -> bool:
    """Whether words may promise something here: said lately, by the user or to the user."""
    return (
        setting.kind is Kind.SAID
        and setting.author is not None
        and base.me in (setting.author, *setting.hearers)
        and setting.at >= base.now() - LATELY
    )


def file(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Suggest what a new text promises, and what it says of open promises."""
    if counts(base, setting):
        _suggest(base, recording, exchange, _filed(base, text, setting), setting)
        _report(base, recording, exchange, text, setting)


def refile(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Bring what is suggested in step with another wording; what was taken stays."""
    found = _filed(base, text, setting) if counts(base, setting) else []
    wanted = {each.what.casefold() for each, _ in found}
    there = {
        what.casefold(): (id, state, owner)
        for id, what, state, owner in base.rows(
            "SELECT id, what, state, owner FROM promise WHERE exchange = ? AND found = ?"
            " AND deleted_at IS NULL",
            (exchange, _FOUND),
        )
    }
    reworded = []
    for what, (id, state, owner) in there.items():
        if what in wanted:
            continue
        if state in (PromiseState.SUGGESTED, PromiseState.DISMISSED):
            recording.delete("promise", id)
        else:
            reworded.append((what, owner))
    new = [
        (each, owner)
        for each, owner in found
        if each.what.casefold() not in there
        and not any(whose == owner and is_reworded(each.what, what) for what, whose in reworded)
    ]
    _suggest(base, recording, exchange, new, setting)
    guessed = base.rows(
        "SELECT id FROM settling WHERE exchange = ? AND standing = 'suggested'"
        " AND deleted_at IS NULL",
        (exchange,),
    )
    for (id,) in guessed:
        recording.delete("settling", id)
    if counts(base, setting):
        _report(base, recording, exchange, text, setting)


def _filed(base: Base, text: str, setting: Setting) -> list[tuple[Spoken, int]]:
    """What a text promises, each with who would owe it."""
    found = []
    for each in spoken(text, setting.said_on):
        owner = setting.author if each.own else _asked(base, setting)
        if owner is not None:
            found.append((each, owner))
    return found


def _asked(base: Base, setting: Setting) -> int | None:
    """Who is asked to do something: the only one who is spoken to, if that is a person."""
    if len(setting.hearers) != 1 or setting.hearers[0] == setting.author:
        return None
    kind = base.value("SELECT kind FROM person WHERE id = ?", (setting.hearers[0],))
    return setting.hearers[0] if kind == "person" else None


def _suggest(
    base: Base,
    recording: Recording,
    exchange: int,
    found: list[tuple[Spoken, int]],
    setting: Setting,
) -> None:
    """Suggest what is neither promised in the same text nor open in the conversation.

    Where texts come in, what another one suggests does not count: which is first is chance. The
    list shows one of those with the same words, and deciding on it decides on all.
    """
    if not found:
        return
    conversation = _conversation(base, exchange)
    standing = "('open')" if setting.imported else "('open', 'suggested')"
    known = {
        (owner, essence(what))
        for owner, what in base.rows(
            "SELECT owner, what FROM promise WHERE conversation = ? AND deleted_at IS NULL"
            f" AND (exchange = ? OR state IN {standing})",
            (conversation, exchange),
        )
    }
    for each, owner in found:
        key = owner, essence(each.what)
        if key in known:
            continue
        known.add(key)
        recording.insert(
            "promise",
            conversation=conversation,
            exchange=exchange,
            owner=owner,
            what=each.what,
            due=None if each.due is None else each.due.isoformat(),
            state=str(PromiseState.SUGGESTED),
            said_at=setting.at,
            found=_FOUND,
        )


def look_back(base: Base, recording: Recording, promise: int) -> None:
    """Note what was said of a promise after it was made, while it was but suggested."""
    since = base.row("SELECT conversation, exchange, said_at FROM promise WHERE id = ?", (promise,))
    assert since is not None
    later = base.rows(
        "SELECT e.id, e.author, e.at, e.offset, e.text, (SELECT json_group_array(a.person)"
        " FROM addressee AS a WHERE a.exchange = e.id AND a.role = 'to') FROM exchange AS e"
        " WHERE e.conversation = ?1 AND e.id IS NOT ?2 AND e.sorted_at >= ?3"
        " AND e.deleted_at IS NULL AND e.kind = 'said' AND e.origin = 'person' AND e.queued = 0"
        " ORDER BY e.sorted_at, e.id LIMIT ?4",
        (*since, _LOOKED_AT),
    )
    for exchange, author, at, offset, text, to in later:
        setting = Setting(Kind.SAID, author, base.me, at, offset, {}, hearers=tuple(json.loads(to)))
        if counts(base, setting) and _report(
            base, recording, exchange, text, setting, only=promise
        ):
            return


def _report(
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
    assert setting.author is not None
    some_open = "SELECT 1 FROM promise WHERE state = 'open' AND deleted_at IS NULL LIMIT 1"
    if base.row(some_open) is None:
        return False
    open_then = base.rows(
        "SELECT id, what, owner = ? FROM promise WHERE conversation = ? AND state = 'open'"
        " AND exchange IS NOT ? AND said_at <= ? AND deleted_at IS NULL ORDER BY id",
        (setting.author, _conversation(base, exchange), exchange, setting.at),
    )
    for by_owner in (True, False):
        promises = [(id, what) for id, what, own in open_then if bool(own) is by_owner]
        said = outcome(text, promises, by_owner=by_owner)
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


def _conversation(base: Base, exchange: int) -> int:
    conversation: int = base.value("SELECT conversation FROM exchange WHERE id = ?", (exchange,))
    return conversation
