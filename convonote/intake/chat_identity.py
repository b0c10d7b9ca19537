"""Which of those who speak in chats is the user."""

from dataclasses import dataclass, field

from convonote.intake.records import Incoming, Party

_MOST_CHATS = 100_000
_MOST_NAMES = 100_000
_LISTED = 10
"""Speakers that are named where nothing tells who of them is the user."""

Address = tuple[str, str]


@dataclass(slots=True)
class _Service:
    """What is seen of the chats of one program."""

    members: dict[str, frozenset[Address]] = field(default_factory=dict)
    """By chat: who is in it."""
    mine: dict[Address, None] = field(default_factory=dict)
    """Those whom the export itself says to be the user."""
    names: dict[Address, str] = field(default_factory=dict)


class ChatIdentity:
    """What is seen of the speakers while lines of chats pass by."""

    def __init__(self, name: str = "") -> None:
        """`name` is what the user is called, where that is known."""
        self._name = name.casefold()
        self._services: dict[str, _Service] = {}

    def add(self, line: Incoming) -> None:
        """Take one line into account."""
        people = [party for party in (line.author, *line.to) if party is not None]
        if not people:
            return
        service = self._services.setdefault(people[0].channel, _Service())
        if line.chat not in service.members and len(service.members) < _MOST_CHATS:
            service.members[line.chat] = frozenset(map(_address, people))
            if len(service.names) < _MOST_NAMES:
                service.names.update((_address(one), one.name or one.address) for one in people)
        for value in line.delivered_to:
            service.mine[people[0].channel, value] = None

    def guess(self) -> tuple[tuple[Address, ...], str, str]:
        """The user's addresses in those chats that tell them, their name there, and why."""
        addresses: list[Address] = []
        names: list[str] = []
        reasons: list[str] = []
        for service in self._services.values():
            found, why = self._in(service)
            addresses += found
            names += [service.names[one] for one in found if one in service.names]
            reasons += [why] if found else []
        # A number is no name.
        name = next((name for name in names if any(map(str.isalpha, name))), "")
        return tuple(addresses), name, "; ".join(dict.fromkeys(reasons))

    def undecided(self) -> tuple[str, ...]:
        """Who speaks in chats of which nothing tells who of them is the user."""
        for service in self._services.values():
            if not self._in(service)[0]:
                return tuple(service.names[one] for one in sorted(service.names))[:_LISTED]
        return ()

    def _in(self, service: _Service) -> tuple[tuple[Address, ...], str]:
        if service.mine:
            return tuple(service.mine), "is the one whose export it is"
        alike = [
            address
            for address, name in service.names.items()
            if self._name and self._name in (name.casefold(), address[1].casefold())
        ]
        if len(alike) == 1:
            return tuple(alike), "has the name that you go by"
        in_all = frozenset.intersection(*service.members.values())
        if len(in_all) == 1 and len(service.members) > 1:
            return tuple(in_all), f"is in all {len(service.members)} chats"
        return (), ""


def _address(party: Party) -> Address:
    return party.channel, party.address
