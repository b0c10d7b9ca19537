"""What words promise, ask for, or say of a promise: all of it suggested, never decided."""

from convonote.conversation.promise_words import Spoken, essence, is_reworded, spoken
from convonote.conversation.records import Kind, PromiseState
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.promises.filing import Setting
from convonote.store.promises.reporting import report
from convonote.store.promises.speaking import counts, parts, told

_FOUND = "wording"
MOST_IN_A_TALK = 12
"""Promises that are suggested from one talk; each speaker makes a few."""


def file(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Suggest what a new text promises, and what it says of open promises."""
    if counts(base, setting):
        _suggest(base, recording, exchange, _filed(base, text, setting), setting)
        report(base, recording, exchange, text, setting)


def refile(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Bring what is suggested in step with another wording; what was taken stays."""
    found = _filed(base, text, setting) if counts(base, setting) else []
    wanted = {(each.what.casefold(), owner) for each, owner in found}
    there = {
        (what.casefold(), owner): (id, state)
        for id, what, state, owner in base.rows(
            "SELECT id, what, state, owner FROM promise WHERE exchange = ? AND found = ?"
            " AND deleted_at IS NULL",
            (exchange, _FOUND),
        )
    }
    reworded = []
    for (what, owner), (id, state) in there.items():
        if (what, owner) in wanted:
            continue
        if state in (PromiseState.SUGGESTED, PromiseState.DISMISSED):
            recording.delete("promise", id)
        else:
            reworded.append((what, owner))
    new = [
        (each, owner)
        for each, owner in found
        if (each.what.casefold(), owner) not in there
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
        report(base, recording, exchange, text, setting)


def _filed(base: Base, text: str, setting: Setting) -> list[tuple[Spoken, int]]:
    """What a text promises, each with who would owe it."""
    found = []
    for part, words in (*parts(setting, text), *told(setting, text)):
        for each in spoken(words, part.said_on):
            owner = part.author if each.own else _asked(base, part)
            if owner is not None:
                found.append((each, owner))
    return found[:MOST_IN_A_TALK] if setting.kind is Kind.TALK else found


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


def _conversation(base: Base, exchange: int) -> int:
    conversation: int = base.value("SELECT conversation FROM exchange WHERE id = ?", (exchange,))
    return conversation
