"""Whose mail and whose chats these are, guessed from what is in them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from convonote.conversation.records import Channel, Kind
from convonote.intake.chat_identity import ChatIdentity
from convonote.intake.records import Incoming

_NEARLY_ALL = 0.9
"""The share of messages in which the user must stand, where nothing else tells."""
_FAR_FROM_ALL = 0.7
"""The share that nobody else may reach then."""
_MOST = 0.5
"""The share of delivered messages that must have arrived at one address."""
_ALSO_MINE = 0.05
"""The share of sent messages from which another sender's address counts as the user's too."""
_FEWEST = 3
"""Messages without which being in nearly all of them says nothing."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Who the user is; without addresses where nothing tells clearly."""

    addresses: tuple[tuple[str, str], ...] = ()
    """(channel, value) of each."""
    name: str = ""
    why: str = ""
    """Such as "it wrote 214 messages in folders of sent mail"."""
    among: tuple[str, ...] = ()
    """Who speaks in chats of which nothing tells who of them is the user."""
    mail: bool = True
    """False where there was mail, and nothing tells whose it is."""

    @property
    def first(self) -> str:
        """The likeliest address; empty where nothing tells."""
        return self.addresses[0][1] if self.addresses else ""


class Identity:
    """What is seen of addresses while messages pass by."""

    def __init__(self, name: str = "") -> None:
        """`name` is what the user is called, where that is known."""
        self.messages = 0
        self.sent: Counter[str] = Counter()
        self.delivered: Counter[str] = Counter()
        self.arrived = 0
        self.present: Counter[str] = Counter()
        self.names: dict[str, Counter[str]] = {}
        self.lists: set[str] = set()
        self.chats = ChatIdentity(name)

    def add(self, record: Incoming) -> None:
        """Take one message, or one line of a chat, into account."""
        if record.chat:
            self.chats.add(record)
        elif record.kind is not Kind.TALK:
            self._add_mail(record)

    def _add_mail(self, record: Incoming) -> None:
        self.messages += 1
        self.lists.update(party.address.lower() for party in record.lists)
        people = (record.author, *record.to, *record.cc)
        self.present.update({party.address.lower() for party in people if party})
        if record.author is not None:
            address = record.author.address.lower()
            if record.author.name:
                self.names.setdefault(address, Counter())[record.author.name] += 1
            if record.mine:
                self.sent[address] += 1
        if record.delivered_to:
            self.arrived += 1
            self.delivered.update({address.lower() for address in record.delivered_to})

    def guess(self) -> Guess:
        """Who it is in the mail, and in the chats beside it."""
        mail = self._guess_mail()
        chats, name, why = self.chats.guess()
        return Guess(
            addresses=(*mail.addresses, *chats),
            name=mail.name or name,
            why="; ".join(filter(None, (mail.why, why))),
            among=self.chats.undecided(),
            mail=bool(mail.addresses) or not self.messages,
        )

    def _guess_mail(self) -> Guess:
        """Who it is, by what tells best: sent mail, where mail arrived, who is in all of it."""
        for gone in self.lists:
            self.delivered.pop(gone, None)
            self.present.pop(gone, None)
        if self.sent:
            wrote = self.sent.total()
            mine = [one for one, count in self.sent.most_common() if count >= wrote * _ALSO_MINE]
            return self._named(mine, f"wrote {_count(wrote)} in folders of sent mail")
        [(arrived_at, arrived), (_, second)] = _first_two(self.delivered)
        if arrived >= max(1, self.arrived * _MOST) and arrived > second:
            return self._named([arrived_at], f"{_count(arrived)} arrived there")
        [(everywhere, there), (_, other)] = _first_two(self.present)
        if (
            self.messages >= _FEWEST
            and there >= self.messages * _NEARLY_ALL
            and other <= self.messages * _FAR_FROM_ALL
        ):
            return self._named([everywhere], f"is in {there} of {_count(self.messages)}")
        return Guess()

    def _named(self, addresses: list[str], why: str) -> Guess:
        names: Counter[str] = Counter()
        for address in addresses:
            names.update(self.names.get(address, Counter()))
        best = names.most_common(1)
        mine = tuple((Channel.EMAIL.value, one) for one in addresses)
        return Guess(mine, best[0][0] if best else "", why)


def guess_me(records: Iterable[Incoming], name: str = "") -> Guess:
    """Guess who the user is from all that a source holds; `name` is what they are called."""
    identity = Identity(name)
    for record in records:
        identity.add(record)
    return identity.guess()


def _first_two(counted: Counter[str]) -> list[tuple[str, int]]:
    return [*counted.most_common(2), ("", 0), ("", 0)][:2]


def _count(messages: int) -> str:
    return "1 message" if messages == 1 else f"{messages:,} messages"
