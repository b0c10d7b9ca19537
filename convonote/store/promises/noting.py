"""Writing down where a promise stands, as part of a change."""

from convonote.conversation.records import PromiseState
from convonote.store.base import Base
from convonote.store.changes import Recording


def set_state(
    base: Base,
    recording: Recording,
    promise: int,
    state: PromiseState,
    *,
    person: int,
    at: int,
    exchange: int | None = None,
) -> bool:
    """Write where a promise stands and who said so; False where it stood so already."""
    if not recording.set("promise", promise, "state", str(state)):
        return False
    note(recording, promise, state, person=person, at=at, exchange=exchange)
    answer_reports(base, recording, promise)
    return True


def note(
    recording: Recording,
    promise: int,
    state: PromiseState,
    *,
    person: int,
    at: int,
    exchange: int | None,
    standing: str = "taken",
) -> None:
    """Write down that somebody said where a promise stands."""
    recording.insert(
        "settling",
        promise=promise,
        state=str(state),
        at=at,
        person=person,
        exchange=exchange,
        standing=standing,
    )


def answer_reports(base: Base, recording: Recording, promise: int) -> None:
    """What was guessed of a promise is decided by what the user says of it."""
    guessed = (
        "SELECT id FROM settling WHERE promise = ? AND standing = 'suggested'"
        " AND deleted_at IS NULL ORDER BY id"
    )
    for (id,) in base.rows(guessed, (promise,)):
        recording.set("settling", id, "standing", "dismissed")
