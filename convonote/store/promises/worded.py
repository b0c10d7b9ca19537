"""What words promise, ask for, or say of a promise: all of it suggested, never decided."""

from convonote.conversation.outcomes import about, outcome
from convonote.conversation.promise_words import Spoken, spoken
from convonote.conversation.records import DAY, Kind, PromiseState
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.promises import settling
from convonote.store.promises.filing import Setting

LATELY = 90 * DAY
"""How old words may be; what was said before is quiet, as a question would be (T14)."""
_FOUND = "wording"


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
        what.casefold(): (id, state)
        for id, what, state in base.rows(
            "SELECT id, what, state FROM promise WHERE exchange = ? AND found = ?"
            " AND deleted_at IS NULL",
            (exchange, _FOUND),
        )
    }
    for what, (id, state) in there.items():
        if what not in wanted and state in (PromiseState.SUGGESTED, PromiseState.DISMISSED):
            recording.delete("promise", id)
    new = [each for each in found if each[0].what.casefold() not in there]
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
    if not found:
        return
    conversation = _conversation(base, exchange)
    for each, owner in found:
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


def _report(base: Base, recording: Recording, exchange: int, text: str, setting: Setting) -> None:
    """Note what a text seems to say of a promise that was open when it was said."""
    assert setting.author is not None
    some_open = "SELECT 1 FROM promise WHERE state = 'open' AND deleted_at IS NULL LIMIT 1"
    if base.row(some_open) is None:
        return
    open_then = base.rows(
        "SELECT id, what, owner = ? FROM promise WHERE conversation = ? AND state = 'open'"
        " AND exchange IS NOT ? AND said_at <= ? AND deleted_at IS NULL ORDER BY id",
        (setting.author, _conversation(base, exchange), exchange, setting.at),
    )
    if not open_then:
        return
    for by_owner in (True, False):
        said = outcome(text, by_owner=by_owner)
        promises = [(id, what) for id, what, own in open_then if bool(own) is by_owner]
        if said is None or not promises:
            continue
        state, clause = said
        promise = about(clause, promises)
        if promise is not None:
            settling.note(
                recording,
                promise,
                state,
                person=setting.author,
                at=setting.at,
                exchange=exchange,
                standing="suggested",
            )
            return


def _conversation(base: Base, exchange: int) -> int:
    conversation: int = base.value("SELECT conversation FROM exchange WHERE id = ?", (exchange,))
    return conversation
