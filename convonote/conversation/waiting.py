"""What becomes of a single wait: somebody answers, accepts, or asks again."""

from collections.abc import Iterable
from dataclasses import replace

from convonote.conversation.records import Exchange
from convonote.conversation.turn_records import Reason, Wait, Why


def without(wait: Wait, people: Iterable[int]) -> Wait | None:
    """The wait without those people; None where nobody is left."""
    gone = set(people)
    awaited = tuple(person for person in wait.awaited if person not in gone)
    if awaited == wait.awaited:
        return wait
    return replace(wait, awaited=awaited) if awaited else None


def accepted(wait: Wait, exchange: Exchange, author: int) -> tuple[Wait, ...]:
    """T4: who accepts goes on holding; with that, any one of several is found (T3)."""
    reason = Reason(Why.ACCEPTED, "T4", exchange.at, exchange.channel, exchange.id)
    # An answer has come, so nobody need be reminded of it.
    held = replace(wait, awaited=(author,), everyone=False, asks=True, reason=reason, remind=None)
    rest = without(wait, {author}) if wait.everyone else None
    return (held,) if rest is None else (rest, held)


def again(old: Wait, new: Wait) -> Wait:
    """T2: the same asked again keeps its since; asking weighs more than writing."""
    stronger = new.asks and not (old.asks and old.reason.why is Why.ASKED)
    # Made anew rather than by `replace`, which takes five times as long; it happens all the time.
    return Wait(
        asker=old.asker,
        awaited=old.awaited,
        since=old.since,
        reason=new.reason if stronger else old.reason,
        asks=old.asks or new.asks,
        everyone=old.everyone,
        cc=_either(old.cc, new.cc),
        last=new.last,
        lists=_either(old.lists, new.lists),
        starts=old.starts,
        overdue=old.overdue,
        due=old.due,
        lasting=old.lasting,
        remind=_still_to_come(old, new) if new.remind is None else new.remind,
    )


def _still_to_come(old: Wait, new: Wait) -> int | None:
    """T13: of a date that has come one is reminded once, and has just written again."""
    return old.remind if old.remind is not None and old.remind > new.since else None


def _either(some: tuple[int, ...], others: tuple[int, ...]) -> tuple[int, ...]:
    return some if some == others else tuple(sorted({*some, *others}))
