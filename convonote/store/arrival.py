"""One exchange on its way into the notebook: which of its copies counts, and its row."""

import json
from dataclasses import dataclass, field, replace

from convonote.conversation.records import Exchange, Kind, Origin
from convonote.intake.records import Incoming, Party
from convonote.store import searching
from convonote.store.correspondents import Roles
from convonote.store.storable import storable
from convonote.store.uid import new_uid

COLUMNS = (
    "id", "uid", "conversation", "kind", "channel", "author", "at", "offset", "place", "subject",
    "text", "answers", "message_id", "replies_to", "origin", "via_list", "asks", "closes",
    "accepts", "dated", "attachments", "made_by", "sorted_at", "search_id", "tokens",
)  # fmt: skip
"""The columns of a row in the order in which `Arrival.row` gives them."""

EARLIEST, LATEST = -62_135_510_400_000_000, 253_402_214_400_000_000
"""The moments that can be shown in any zone: the years 1 to 9999, less a day at either end."""
DAY_MINUTES = 24 * 60

_MINUTE = 60_000_000
"""Microseconds in a minute."""

_PREFERRED = (Origin.PERSON, Origin.ACCEPTANCE, Origin.BOUNCE, Origin.MACHINE)
"""Copies of one message may differ in who seems to have made it; a person is likeliest."""


@dataclass(slots=True)
class Arrival:
    """An exchange that is not in the notebook yet."""

    incoming: Incoming
    """The copy that counts."""
    origin: Origin
    via_list: bool
    kind: Kind
    author: int | None = None
    roles: Roles = ()
    id: int = 0
    conversation: int = 0
    answers: int | None = None
    """What it replies to, where that is known already."""
    search_id: int = 0
    at: int = 0
    tokens: str = ""
    copies: list[Incoming] = field(default_factory=list)
    """All copies, since each may refer to other messages."""

    @classmethod
    def of(cls, incoming: Incoming) -> "Arrival":
        """A first copy."""
        return cls(
            incoming, incoming.origin, bool(incoming.lists), incoming.kind, copies=[incoming]
        )

    def hear(self, copy: Incoming) -> None:
        """Take another copy into account: the one sent directly wins over a list's (T5)."""
        self.copies.append(copy)
        mine = self.incoming.mine or copy.mine
        self.origin, self.via_list, wins = weighed(self.origin, self.via_list, copy)
        if wins:
            self.incoming, self.kind = copy, copy.kind
        if mine != self.incoming.mine:
            self.incoming = replace(self.incoming, mine=mine)
        if copy.chat and self.incoming.at is not None:
            at, place = finer((self.incoming.at, self.incoming.place), copy)
            replies_to = self.incoming.replies_to or copy.replies_to
            self.incoming = replace(self.incoming, at=at, place=place, replies_to=replies_to)

    @property
    def replies_to(self) -> str | None:
        """The name of what it replies to; nothing replies to itself."""
        return parent(self.incoming)

    def is_by(self, author: int | None, roles: Roles, me: int) -> None:
        """Take its people; what the user wrote to nobody else is a note."""
        self.author, self.roles = author, roles
        others = {person for person, role in roles if role in ("to", "cc")}
        if self.kind is Kind.SAID and author == me and others == {me}:
            self.kind, self.roles = Kind.NOTE, ()

    def row(self) -> tuple[object, ...]:
        """The row, as `COLUMNS` says."""
        incoming = self.incoming
        return (
            self.id,
            new_uid(),
            self.conversation,
            str(self.kind),
            incoming.channel,
            self.author,
            self.at,
            incoming.offset,
            incoming.place,
            incoming.topic,
            incoming.text,
            self.answers,
            incoming.name,
            self.replies_to,
            str(self.origin),
            int(self.via_list),
            int(incoming.asks),
            int(incoming.closes),
            int(incoming.accepts),
            int(incoming.at is not None and incoming.dated),
            carried(incoming),
            "import",
            self.at,
            self.search_id,
            self.tokens,
        )

    def exchange(self) -> Exchange:
        """As folding reads it from the row; people by number, as a query gives them."""
        incoming = self.incoming
        people: dict[str, list[int]] = {"to": [], "cc": [], "speaker": [], "named": []}
        for person, role in sorted(self.roles):
            people[role].append(person)
        return Exchange(
            id=self.id,
            at=self.at,
            author=self.author,
            kind=self.kind,
            channel=incoming.channel,
            to=tuple(people["to"]),
            cc=tuple(people["cc"]),
            speakers=tuple(people["speaker"]),
            named=tuple(people["named"]),
            answers=self.answers,
            origin=self.origin,
            via_list=self.via_list,
            asks=incoming.asks,
            closes=incoming.closes,
            accepts=incoming.accepts,
            place=incoming.place,
            name=incoming.name,
            arrived=self.id,
        )

    def find_tokens(self) -> None:
        """Find its words for the index, once its people and its conversation are known."""
        incoming = self.incoming
        self.tokens = searching.tokens(
            self.author, self.roles, incoming.channel, self.conversation, incoming.text
        )


def weighed(origin: Origin, via_list: bool, copy: Incoming) -> tuple[Origin, bool, bool]:
    """Origin and via_list of a message with one more copy, and whether that copy's text counts.

    It gives the same whatever the order: copies that came over no list count before all others.
    """
    over_list = bool(copy.lists)
    if over_list == via_list:
        return min(origin, copy.origin, key=_PREFERRED.index), via_list, False
    return (copy.origin, False, True) if via_list else (origin, False, False)


def finer(known: tuple[int, int], copy: Incoming) -> tuple[int, int]:
    """Moment and place of a line of a chat with one more copy of it, in whatever order they come.

    Some exports know no seconds, and one that begins within a minute counts fewer lines in it.
    """
    at, place = known
    if copy.at is not None and at < copy.at < at + _MINUTE:
        at = copy.at
    return at, max(place, copy.place)


def parent(incoming: Incoming) -> str | None:
    """The name of what a message replies to; nothing replies to itself."""
    return None if incoming.replies_to == incoming.name else incoming.replies_to


def carried(incoming: Incoming) -> str:
    """The attachments of a message as a column holds them."""
    attachments = [[each.name, each.type, each.size] for each in incoming.attachments]
    return json.dumps(attachments, ensure_ascii=False) if attachments else ""


def sound(incoming: Incoming) -> Incoming:
    """The same, in characters that SQLite can store, at a moment that a calendar has."""
    if incoming.at is not None and not EARLIEST <= incoming.at <= LATEST:
        incoming = replace(incoming, at=None)
    if abs(incoming.offset) >= DAY_MINUTES:
        incoming = replace(incoming, offset=0)
    texts = (incoming.name, incoming.topic, incoming.text, incoming.original or "")
    names = (*incoming.references, incoming.replies_to or "")
    parties = (*incoming.to, *incoming.cc, *incoming.lists, *incoming.failed, *incoming.named)
    if incoming.author is not None:
        parties += (incoming.author,)
    named = [text for party in parties for text in (party.address, party.name)]
    carried = [text for each in incoming.attachments for text in (each.name, each.type)]
    try:
        "".join([*texts, *names, *named, *carried]).encode()
    except UnicodeEncodeError:
        return _repaired(incoming)
    return incoming


def _repaired(incoming: Incoming) -> Incoming:
    def party(one: Party) -> Party:
        return Party(storable(one.address), storable(one.name), one.channel)

    return replace(
        incoming,
        name=storable(incoming.name),
        references=tuple(map(storable, incoming.references)),
        replies_to=None if incoming.replies_to is None else storable(incoming.replies_to),
        author=None if incoming.author is None else party(incoming.author),
        to=tuple(map(party, incoming.to)),
        cc=tuple(map(party, incoming.cc)),
        lists=tuple(map(party, incoming.lists)),
        failed=tuple(map(party, incoming.failed)),
        named=tuple(map(party, incoming.named)),
        topic=storable(incoming.topic),
        text=storable(incoming.text),
        original=None if incoming.original is None else storable(incoming.original),
        attachments=tuple(
            replace(each, name=storable(each.name), type=storable(each.type))
            for each in incoming.attachments
        ),
    )
