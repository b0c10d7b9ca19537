"""Whose turn it is: the rules T1 to T11, T15 and T17, over plain records.

`fold` reads a whole conversation. `advance` and `further` take more exchanges into what `fold`
gave, and give what `fold` would give with them, provided that they come last (T16), are new to the
notebook (T8), and bring nobody who counts as somebody else (T17).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter

from convonote.conversation.order import ordered
from convonote.conversation.queue import place
from convonote.conversation.records import (
    Choice,
    ChoiceKind,
    Exchange,
    Promise,
    PromiseState,
    Settings,
)
from convonote.conversation.rules import Folding
from convonote.conversation.turn_records import Reason, Wait, Waits, Why
from convonote.conversation.zones import day_begins

__all__ = ["advance", "fold", "fold_in_stages", "further", "place", "spoken", "with_promises"]


def fold(exchanges: Iterable[Exchange], promises: Iterable[Promise], settings: Settings) -> Waits:
    """Who waits for whom in a conversation, since when, and what falls due (T1 to T11).

    The order in which records are given does not matter: T16 decides, and for a setting by hand
    the exchanges that were known when it was made (T8).
    """
    return fold_in_stages(ordered(exchanges), promises, settings)[0]


def fold_in_stages(
    in_order: Sequence[tuple[int, Exchange]],
    promises: Iterable[Promise],
    settings: Settings,
    stops: Collection[int] = (),
) -> tuple[Waits, dict[int, Waits]]:
    """What `fold` gives, and how it stood, promises apart, after the exchange of each stop.

    `in_order` is what `ordered` gives: exchanges with their moments, by which stops are named.
    """
    by_id = {exchange.id: exchange for _, exchange in in_order}
    folding = Folding(settings)
    stages = {}
    for choice, known in _by_choice(in_order, settings.choices):
        for moment, exchange in known:
            folding.hear(exchange, _answered(exchange, by_id))
            if moment in stops:
                stages[moment] = folding.waits()
        if choice is not None:
            folding.choose(choice)
    return with_promises(folding.waits(), promises, settings), stages


def advance(
    waits: Waits,
    exchange: Exchange,
    promises: Iterable[Promise],
    settings: Settings,
    answered: Exchange | None = None,
) -> Waits:
    """What `fold` gives with one more exchange at the end; `answered` is what it replies to."""
    return further(waits, [(exchange, answered)], promises, settings)


def further(
    waits: Waits,
    exchanges: Iterable[tuple[Exchange, Exchange | None]],
    promises: Iterable[Promise],
    settings: Settings,
) -> Waits:
    """The same with several at the end, in their order, each with what it replies to."""
    folding = Folding(settings, waits)
    for exchange, answered in exchanges:
        folding.hear(exchange, answered)
    return with_promises(folding.waits(), promises, settings)


def _answered(exchange: Exchange, by_id: Mapping[int, Exchange]) -> Exchange | None:
    return None if exchange.answers is None else by_id.get(exchange.answers)


def _by_choice(
    in_order: Sequence[tuple[int, Exchange]], choices: Iterable[Choice]
) -> Iterable[tuple[Choice | None, list[tuple[int, Exchange]]]]:
    """Each setting by hand with the exchanges that came to be known before it, and the rest."""
    rest = list(in_order)
    for choice in sorted(choices, key=lambda choice: (choice.known, choice.id)):
        yield choice, [each for each in rest if each[1].arrived <= choice.known]
        rest = [each for each in rest if each[1].arrived > choice.known]
    yield None, rest


def with_promises(waits: Waits, promises: Iterable[Promise], settings: Settings) -> Waits:
    """Waits with those that open promises make, in place of what earlier promises made.

    T6: an open promise holds its owner, at once or from its due day.
    T8: a setting by hand lifts the promises that were known then, until their next due day.
    """
    waits = spoken(waits)
    by_hand = max(
        (choice for choice in settings.choices if choice.kind is ChoiceKind.TURN),
        key=lambda choice: (choice.known, choice.id),
        default=None,
    )
    held = [
        (promise.id, wait)
        for promise in promises
        if promise.state is PromiseState.OPEN
        and settings.same.get(promise.owner, promise.owner) in waits.people
        and (wait := _promise_wait(promise, by_hand, settings)) is not None
    ]
    if not held:
        return waits
    made = tuple(wait for _, wait in sorted(held, key=itemgetter(0)))
    return replace(waits, open=waits.open + made)


def spoken(waits: Waits) -> Waits:
    """Waits without those that promises make."""
    left = tuple(wait for wait in waits.open if wait.reason.why is not Why.PROMISED)
    return waits if len(left) == len(waits.open) else replace(waits, open=left)


def _was_known(promise: Promise, by_hand: Choice) -> bool:
    """Whether a promise stood open already when the turn was set (T8)."""
    stated_since = promise.stated_at is not None and promise.stated_at > by_hand.at
    return promise.arrived <= by_hand.known and not stated_since


def _promise_wait(promise: Promise, by_hand: Choice | None, settings: Settings) -> Wait | None:
    starts = None if promise.due is None else day_begins(promise.due, settings.zone)
    if by_hand is not None and _was_known(promise, by_hand):
        lifted_since = max(promise.said_at, by_hand.at)
        if starts is None or starts <= lifted_since:
            return None
    overdue = None
    if promise.due is not None and promise.due < date.max:
        overdue = day_begins(promise.due + timedelta(days=1), settings.zone)
    return Wait(
        asker=None,
        awaited=(settings.same.get(promise.owner, promise.owner),),
        since=promise.said_at if starts is None else max(promise.said_at, starts),
        reason=Reason(
            Why.PROMISED, "T6", promise.said_at, exchange=promise.exchange, promise=promise.id
        ),
        asks=True,
        starts=starts,
        overdue=overdue,
        due=promise.due,
        lasting=True,
    )
