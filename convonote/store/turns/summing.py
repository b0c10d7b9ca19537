"""What the queue shows of a conversation beside the turn: who is in it, over which channels."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from convonote.conversation.order import Key
from convonote.conversation.records import Exchange, Kind, Settings

SHOWN = 20
"""People kept with a conversation for its row in the queue."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A conversation's exchanges in a few columns."""

    exchanges: int = 0
    last_at: int | None = None
    channels: tuple[str, ...] = ()
    """The latest first."""
    people: tuple[int, ...] = ()
    """Who spoke last first, then those who only listened; the first ones, not me, no lists."""
    spoke: int = 0
    """How many of these have spoken."""
    participants: frozenset[int] = frozenset()
    """Everybody but the user, lists too."""
    last: Key | None = None
    """What the last exchange is ordered by."""

    def columns(self) -> tuple[int, int | None, str, str, int, str]:
        """As they stand in the table: exchanges, last_at, channels, people, spoke, folded_to."""
        people = ",".join(map(str, self.people))
        last = "" if self.last is None else json.dumps(self.last, separators=(",", ":"))
        return self.exchanges, self.last_at, ",".join(self.channels), people, self.spoke, last

    @classmethod
    def of(cls, columns: Sequence[int | str | None], participants: frozenset[int]) -> "Summary":
        """What such columns say."""
        exchanges, last_at, channels, people, spoke, last = columns
        return cls(
            exchanges=int(exchanges or 0),
            last_at=None if last_at is None else int(last_at),
            channels=tuple(filter(None, str(channels).split(","))),
            people=tuple(map(int, filter(None, str(people).split(",")))),
            spoke=int(spoke or 0),
            participants=participants,
            last=tuple(json.loads(str(last))) if last else None,
        )


NOTHING = Summary()


def summary(
    in_order: Sequence[tuple[Key, Exchange]], settings: Settings, before: Summary = NOTHING
) -> Summary:
    """Sum up exchanges in the order in which they count, on top of those that came before them."""
    # A private note moves nothing: nobody is in a conversation because of one.
    shared = [exchange for _, exchange in in_order if exchange.kind is not Kind.NOTE]
    spoke = dict.fromkeys(_speakers(shared))
    listened = dict.fromkeys(person for each in reversed(shared) for person in (*each.to, *each.cc))
    everybody = (before.participants | spoke.keys() | listened.keys()) - {settings.me}
    shown = everybody - settings.lists

    def as_one(people: Iterable[int]) -> list[int]:
        one = (settings.same.get(person, person) for person in people)
        return [person for person in one if person in shown]

    talkers = dict.fromkeys((*as_one(spoke), *before.people[: before.spoke]))
    hearers = dict.fromkeys((*as_one(listened), *before.people[before.spoke :]))
    people = tuple(dict.fromkeys((*talkers, *hearers)))[:SHOWN]
    channels = dict.fromkeys((*(each.channel for each in reversed(shared)), *before.channels))
    last_at = before.last_at
    if in_order and (shared or not before.channels):
        last_at = (shared or [exchange for _, exchange in in_order])[-1].at
    return Summary(
        exchanges=before.exchanges + len(in_order),
        last_at=last_at,
        channels=tuple(channels),
        people=people,
        spoke=min(len(talkers), SHOWN),
        participants=everybody,
        last=in_order[-1][0] if in_order else before.last,
    )


def _speakers(shared: Sequence[Exchange]) -> Iterator[int]:
    for exchange in reversed(shared):
        if exchange.author is not None:
            yield exchange.author
        yield from exchange.speakers
