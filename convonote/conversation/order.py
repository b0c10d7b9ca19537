"""T16: the order in which exchanges count."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from convonote.conversation.records import Exchange

Key = tuple[int, int, str, int]

own_key = attrgetter("at", "place", "name", "id")
"""What an exchange is ordered by where it answers nothing later."""


def ordered(exchanges: Iterable[Exchange]) -> list[tuple[int, Exchange]]:
    """The exchanges in the order in which they count, each with a strictly growing moment.

    The moment is the exchange's own, or as much later as that order needs.
    """
    return list(moments(keyed(exchanges)))


def keyed(exchanges: Iterable[Exchange]) -> list[tuple[Key, Exchange]]:
    """The exchanges in the order in which they count, each with what it is ordered by.

    By time, then by place in the source, then by name and id; but nothing comes before what it
    answers, for clocks are wrong by hours. What answers in a circle counts by time alone.
    """
    ranked = sorted(exchanges, key=own_key)
    keys: Mapping[int, Key] = {exchange.id: own_key(exchange) for exchange in ranked}
    if any(_too_early(exchange, keys) for exchange in ranked):
        keys = _keys_after_what_is_answered(ranked)
        ranked.sort(key=lambda exchange: keys[exchange.id])
    return [(keys[exchange.id], exchange) for exchange in ranked]


def moments(
    in_order: Iterable[tuple[Key, Exchange]], after: int | None = None
) -> Iterator[tuple[int, Exchange]]:
    """Each exchange with its moment; `after` is the moment of the one before the first."""
    moment = after
    for key, exchange in in_order:
        own = key[0]
        moment = own if moment is None or own > moment else moment + 1
        yield moment, exchange


def _too_early(exchange: Exchange, keys: Mapping[int, Key]) -> bool:
    if exchange.answers is None:
        return False
    answered = keys.get(exchange.answers)
    return answered is not None and answered > keys[exchange.id]


def _keys_after_what_is_answered(ranked: list[Exchange]) -> dict[int, Key]:
    """Keys in which whatever answers something is greater than what it answers."""
    by_id = {exchange.id: exchange for exchange in ranked}
    keys: dict[int, Key] = {}
    for start in ranked:
        chain: dict[int, Exchange] = {}
        at: Exchange | None = start
        while at is not None and at.id not in keys and at.id not in chain:
            chain[at.id] = at
            at = by_id.get(at.answers) if at.answers is not None else None
        if at is not None and at.id in chain:
            _cut_circle(chain, at, keys)
        for exchange in reversed(chain.values()):
            answered = keys.get(exchange.answers) if exchange.answers is not None else None
            own = own_key(exchange)
            if answered is not None and own <= answered:
                own = (answered[0] + 1, *own[1:])
            keys[exchange.id] = own
    return keys


def _cut_circle(chain: dict[int, Exchange], start: Exchange, keys: dict[int, Key]) -> None:
    """Take those that answer each other in a circle out of the chain, with keys of their own."""
    at: Exchange | None = start
    while at is not None:
        keys[at.id] = own_key(at)
        del chain[at.id]
        at = chain.get(at.answers) if at.answers is not None else None
