"""Exchanges that come into the middle of a conversation or go, and leave its order and summary."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from convonote.conversation.records import Exchange, Kind, Settings
from convonote.conversation.rhythm import in_touch
from convonote.store.base import Base
from convonote.store.turns.rows import read_between

NEIGHBOURS = 200
"""Exchanges after a change among which the same people are looked for."""


def fit(
    base: Base, conversation: int, shifted: Iterable[tuple[int, Exchange]], settings: Settings
) -> bool:
    """Whether exchanges come or go without changing the order or what sums them up.

    The order stays where neither they nor what stands beside them count as later than they were
    said (T16), and the summary where soon after the same people speak, hear, and are in touch.
    """
    rest = sorted(shifted, key=lambda row: row[0])
    while rest:
        limit = len(rest) + NEIGHBOURS
        after = read_between(base, conversation, rest[0][0] - 1, None, limit=limit)
        after.sort(key=lambda row: row[0])
        reach = after[-NEIGHBOURS][0] if len(after) == limit else rest[-1][0]
        some = [row for row in rest if row[0] <= reach]
        if not _fit_in(some, after, settings):
            return False
        if any(_is_bumped(base, conversation, moment, exchange) for moment, exchange in some):
            return False
        rest = rest[len(some) :]
    return True


def _fit_in(
    some: Iterable[tuple[int, Exchange]], after: list[tuple[int, Exchange]], settings: Settings
) -> bool:
    """Whether each of some is followed by what stays in its place and says as much of people."""
    since = _Since(settings)
    places = len(after)
    for moment, exchange in reversed(list(some)):
        while places and after[places - 1][0] > moment:
            places -= 1
            since.hear(after[places][1])
        beside = [each for at, each in after[:places][-2:] if at == moment]
        if moment != exchange.at or any(each.id != exchange.id for each in beside):
            return False
        if places == len(after) or after[places][0] != after[places][1].at:
            return False
        if not since.covers(exchange):
            return False
    return True


def _is_bumped(base: Base, conversation: int, moment: int, exchange: Exchange) -> bool:
    """Whether something counts as later than it was said because of an exchange, or it does."""
    bumped = base.row(
        "SELECT 1 FROM exchange WHERE (answers = ?1 AND conversation = ?2 AND (sorted_at <> at"
        " OR at <= ?3) OR id = ?4 AND conversation = ?2 AND sorted_at >= ?3)"
        " AND deleted_at IS NULL LIMIT 1",
        (exchange.id, conversation, moment, exchange.answers),
    )
    return bumped is not None


@dataclass(slots=True)
class _Since:
    """Over which channels, by whom and to whom something was said after a moment."""

    settings: Settings
    channels: set[str] = field(default_factory=set)
    spoke: set[int] = field(default_factory=set)
    listened: set[int] = field(default_factory=set)
    touched: dict[int, int] = field(default_factory=dict)
    """When the user was last in touch with somebody."""

    def hear(self, exchange: Exchange) -> None:
        """Take in what was said; private notes sum up to nothing."""
        if exchange.kind is Kind.NOTE:
            return
        self.channels.add(exchange.channel)
        self.spoke |= _speakers(exchange)
        self.listened |= {*exchange.to, *exchange.cc}
        for person in in_touch(exchange, self.settings):
            self.touched[person] = max(exchange.at, self.touched.get(person, exchange.at))

    def covers(self, exchange: Exchange) -> bool:
        """Whether with or without an earlier exchange it all sums up to the same."""
        return exchange.kind is Kind.NOTE or (
            exchange.channel in self.channels
            and _speakers(exchange) <= self.spoke
            and {*exchange.to, *exchange.cc} <= self.listened
            and all(
                self.touched.get(person, exchange.at - 1) >= exchange.at
                for person in in_touch(exchange, self.settings)
            )
        )


def _speakers(exchange: Exchange) -> set[int]:
    return {*exchange.speakers} | ({exchange.author} if exchange.author is not None else set())
