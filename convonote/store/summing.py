"""What the queue shows of a conversation beside the turn: who is in it, over which channels."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from convonote.conversation.records import Exchange, Kind, Settings

SHOWN = 20
"""People kept with a conversation for its row in the queue."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A conversation's exchanges in a few columns."""

    exchanges: int
    last_at: int | None
    channels: tuple[str, ...]
    """The latest first."""
    people: tuple[int, ...]
    """Who spoke last first, then those who only listened; the first ones, not me, no lists."""
    participants: frozenset[int]
    """Everybody but the user, lists too."""
    folded_to: str
    """The order key of the last exchange, as JSON."""

    def columns(self) -> tuple[int, int | None, str, str, str]:
        """As they stand in the table: exchanges, last_at, channels, people, folded_to."""
        people = ",".join(map(str, self.people))
        return self.exchanges, self.last_at, ",".join(self.channels), people, self.folded_to


def summary(in_order: Sequence[Exchange], settings: Settings) -> Summary:
    """Sum up the exchanges of a conversation, given in the order in which they count."""
    # A private note moves nothing: nobody is in a conversation because of one.
    shared = [exchange for exchange in in_order if exchange.kind is not Kind.NOTE]
    latest = (shared or in_order)[-1:]
    last = in_order[-1] if in_order else None
    spoke = dict.fromkeys(_speakers(shared))
    listened = dict.fromkeys(person for each in reversed(shared) for person in (*each.to, *each.cc))
    everybody = frozenset(spoke.keys() | listened.keys()) - {settings.me}
    as_one = dict.fromkeys(settings.same.get(person, person) for person in (*spoke, *listened))
    people = [person for person in as_one if person in everybody - settings.lists]
    return Summary(
        exchanges=len(in_order),
        last_at=latest[0].at if latest else None,
        channels=tuple(dict.fromkeys(each.channel for each in reversed(shared))),
        people=tuple(people[:SHOWN]),
        participants=everybody,
        folded_to="" if last is None else json.dumps([last.at, last.place, last.name, last.id]),
    )


def _speakers(shared: Sequence[Exchange]) -> Iterator[int]:
    for exchange in reversed(shared):
        if exchange.author is not None:
            yield exchange.author
        yield from exchange.speakers
