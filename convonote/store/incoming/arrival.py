"""One exchange on its way into the notebook: which of its copies counts, and its row."""

from dataclasses import dataclass, field, replace

from convonote.conversation.records import Exchange, Kind, Origin
from convonote.intake.records import Incoming, Party
from convonote.store.incoming.correspondents import Roles
from convonote.store.incoming.weighing import Content, carried, finer, parent, weighed
from convonote.store.search.tokens import tokens
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
        before = self.incoming
        self.origin, self.via_list, wins = weighed(self.origin, self.via_list, copy)
        if wins is None:
            wins = Content.of(copy).counts_before(Content.of(before))
        counts = copy if wins else before
        if wins:
            self.kind = copy.kind
        if before.mine or copy.mine:
            counts = replace(counts, mine=True)
        if copy.chat and before.at is not None:
            at, place = finer((before.at, before.place), copy)
            replies_to = before.replies_to or copy.replies_to
            counts = replace(
                counts, at=at, offset=before.offset, place=place, replies_to=replies_to
            )
        elif counts.at is None:
            counts = replace(counts, at=before.at, offset=before.offset, dated=before.dated)
        self.incoming = counts

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
        self.tokens = tokens(
            self.author,
            self.roles,
            incoming.channel,
            self.conversation,
            incoming.text,
            attached=bool(incoming.attachments),
        )


def sound(incoming: Incoming) -> Incoming:
    """The same, in characters that SQLite can store, at a moment that a calendar has."""
    if incoming.at is not None and not EARLIEST <= incoming.at <= LATEST:
        incoming = replace(incoming, at=None)
    if abs(incoming.offset) >= DAY_MINUTES:
        incoming = replace(incoming, offset=0)
    texts = [incoming.name, incoming.topic, incoming.text, incoming.original or ""]
    texts += (*incoming.references, incoming.replies_to or "")
    parties = (*incoming.to, *incoming.cc, *incoming.lists, *incoming.failed, *incoming.named)
    for party in parties if incoming.author is None else (incoming.author, *parties):
        texts += (party.address, party.name)
    for each in incoming.attachments:
        texts += (each.name, each.type)
    try:
        "".join(texts).encode()
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
