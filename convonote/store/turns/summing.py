"""What the queue shows of a conversation beside the turn: who is in it, over which channels."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from convonote.conversation.order import Key
from convonote.conversation.records import Exchange, Kind, Settings
from convonote.conversation.rhythm import in_touch

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
    participants: Mapping[int, int | None] = field(default_factory=dict)
    """Everybody but the user, lists too, and when one was last in touch with them here (T12)."""
    last: Key | None = None
    """What the last exchange is ordered by."""

    def columns(self) -> tuple[int, int | None, str, str, int, str]:
        """As they stand in the table: exchanges, last_at, channels, people, spoke, folded_to."""
        people = ",".join(map(str, self.people))
        last = "" if self.last is None else json.dumps(self.last, separators=(",", ":"))
        return self.exchanges, self.last_at, ",".join(self.channels), people, self.spoke, last

    @classmethod
    def of(
        cls, columns: Sequence[int | str | None], participants: Mapping[int, int | None]
    ) -> "Summary":
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
    everybody = (before.participants.keys() | spoke.keys() | listened.keys()) - {settings.me}
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
        participants=_touched(everybody, shared, settings, before.participants),
        last=in_order[-1][0] if in_order else before.last,
    )


def _touched(
    everybody: Iterable[int],
    shared: Sequence[Exchange],
    settings: Settings,
    before: Mapping[int, int | None],
) -> dict[int, int | None]:
    """When the user was last in touch with each of them, by the clock."""
    last = {person: before.get(person) for person in everybody}
    # Backwards, so that all but the last few are older than what is known of everybody.
    oldest = None
    for exchange in reversed(shared):
        if oldest is not None and exchange.at <= oldest:
            continue
        for person in in_touch(exchange, settings):
            known = last.get(person)
            if known is None or known < exchange.at:
                last[person] = exchange.at
                moments = [at for at in last.values() if at is not None]
                oldest = min(moments) if len(moments) == len(last) else None
    return last


def _speakers(shared: Sequence[Exchange]) -> Iterator[int]:
    for exchange in reversed(shared):
        if exchange.author is not None:
            yield exchange.author
        yield from exchange.speakers
