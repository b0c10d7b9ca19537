"""Short ways to write conversations in tests: people are named, days are numbers."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, tzinfo

from convonote.conversation.records import (
    DAY,
    Channel,
    Choice,
    ChoiceKind,
    Exchange,
    Kind,
    Origin,
    Promise,
    PromiseState,
    Settings,
)
from convonote.conversation.turn import fold, place
from convonote.conversation.turn_records import Pace, Place, Waits

NAMES = ("me", "Ana", "Bob", "Chi", "Dan", "Eve")
ME, ANA, BOB, CHI, DAN, EVE = range(1, 7)
KYOTO_LIST = 50
START = 20_000 * DAY
"""The day that tests call 0, at midnight UTC."""


def day(number: float) -> int:
    """The moment that many days after the start."""
    return START + round(number * DAY)


@dataclass
class Talk:
    """A conversation being written down; every method adds to it and returns the exchange."""

    exchanges: list[Exchange] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    lists: frozenset[int] = frozenset({KYOTO_LIST})
    same: dict[int, int] = field(default_factory=dict)
    zone: tzinfo = UTC

    def say(
        self,
        author: int | None,
        to: tuple[int, ...],
        at: float,
        *,
        asks: bool = False,
        closes: bool = False,
        accepts: bool = False,
        cc: tuple[int, ...] = (),
        **more: object,
    ) -> Exchange:
        """Somebody says something to others, on day `at`."""
        number = len(self.exchanges) + 1
        exchange = Exchange(
            id=number,
            at=day(at),
            author=author,
            to=to,
            cc=cc,
            asks=asks,
            closes=closes,
            accepts=accepts,
            arrived=number,
        )
        exchange = replace(exchange, **more)  # type: ignore[arg-type]  # any field, by name
        self.exchanges.append(exchange)
        return exchange

    def ask(self, author: int, to: tuple[int, ...], at: float, **more: object) -> Exchange:
        """Somebody asks others something."""
        return self.say(author, to, at, asks=True, **more)  # type: ignore[arg-type]  # by name

    def close(self, author: int, to: tuple[int, ...], at: float, **more: object) -> Exchange:
        """Somebody says thanks, or never mind."""
        return self.say(author, to, at, closes=True, **more)  # type: ignore[arg-type]  # by name

    def accept(self, author: int, to: tuple[int, ...], at: float, **more: object) -> Exchange:
        """Somebody says that they will."""
        return self.say(author, to, at, accepts=True, **more)  # type: ignore[arg-type]  # by name

    def note(self, at: float) -> Exchange:
        """A private note."""
        return self.say(ME, (), at, kind=Kind.NOTE, asks=True)

    def meet(self, people: tuple[int, ...], at: float) -> Exchange:
        """A talk on the phone."""
        return self.say(None, (), at, kind=Kind.TALK, speakers=people, channel=Channel.PHONE)

    def machine(
        self, author: int, to: tuple[int, ...], at: float, origin: Origin = Origin.MACHINE
    ) -> Exchange:
        """A robot's message."""
        return self.say(author, to, at, origin=origin)

    def promise(
        self,
        owner: int,
        at: float,
        due: date | None = None,
        state: PromiseState = PromiseState.OPEN,
    ) -> Promise:
        """Somebody promises something in what was said last."""
        last = self.exchanges[-1]
        promise = Promise(len(self.promises) + 1, owner, day(at), due, state, last.id, last.arrived)
        self.promises.append(promise)
        return promise

    def choose(self, at: float, *holders: int, everyone: bool = True, reason: str = "") -> Choice:
        """The turn is set by hand, now."""
        return self._choice(at, ChoiceKind.TURN, holders=holders, everyone=everyone, reason=reason)

    def later(self, at: float, until: float) -> Choice:
        """Snoozed."""
        return self._choice(at, ChoiceKind.LATER, until=day(until))

    def archive(self, at: float) -> Choice:
        """Closed."""
        return self._choice(at, ChoiceKind.CLOSED)

    def _choice(self, at: float, kind: ChoiceKind, **more: object) -> Choice:
        known = max((exchange.arrived for exchange in self.exchanges), default=0)
        choice = Choice(len(self.choices) + 1, day(at), kind, known=known)
        choice = replace(choice, **more)  # type: ignore[arg-type]  # any field, by name
        self.choices.append(choice)
        return choice

    @property
    def settings(self) -> Settings:
        """What fold must know."""
        return Settings(
            me=ME,
            zone=self.zone,
            choices=tuple(self.choices),
            lists=self.lists,
            same=self.same,
        )

    def waits(self) -> Waits:
        """Who waits for whom."""
        return fold(self.exchanges, self.promises, self.settings)

    def place(self, now: float, pace: Pace | None = None) -> Place:
        """Where it stands on day `now`."""
        return place(self.waits(), pace or Pace(), day(now))

    def holders(self, now: float) -> dict[int, float]:
        """Who holds the turn on day `now`, with the day since when."""
        return {h.person: (h.since - START) / DAY for h in self.place(now).holders}
