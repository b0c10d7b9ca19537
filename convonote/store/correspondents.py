"""Who is meant in what comes in: people by address, discussion lists, and the user."""

from collections.abc import Iterable

from convonote.conversation.records import Kind
from convonote.intake.records import Incoming, Party
from convonote.store import people
from convonote.store.base import Base
from convonote.store.changes import Recording

_REMEMBERED = 20_000
"""Addresses kept at hand; an import of any size takes no more memory than that."""

Roles = tuple[tuple[int, str], ...]
"""(person, role) for everybody in an exchange but its author."""


class Correspondents:
    """Finds the people of an import, and makes those who are new."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._known: dict[tuple[Party, bool], int] = {}
        self._version: tuple[int, int] | None = None
        self.turned: set[int] = set()
        """Who turned out to be a discussion list in this batch, and was taken for a person."""
        self.new = 0
        """People made in this batch, lists left out."""

    def begin(self, recording: Recording) -> None:
        """Begin a batch; what was known is forgotten where somebody else has written since."""
        self._recording = recording
        self.turned, self.new = set(), 0
        if self._version != self._state():
            self._known.clear()

    def end(self) -> None:
        """End a batch that is about to be written."""
        self._version = self._state()

    def author(self, incoming: Incoming) -> int | None:
        """Who said it; what a source says is the user's own is, whatever stands in it."""
        party = incoming.author
        if not incoming.mine:
            return None if party is None else self._person(party)
        if party is not None and party.address.strip():
            owner = people.at_address(self._base, party.channel, party.address)
            if owner is None:
                people.add_address(
                    self._base, self._recording, self._base.me, party.channel, party.address
                )
        return self._base.me

    def roles(self, incoming: Incoming, author: int | None) -> Roles:
        """Everybody else in it: addressed, reading along, present, or not reached."""
        for party in incoming.lists:
            self._person(party, is_list=True)
        to = self._people(incoming.to)
        cc = [person for person in self._people(incoming.cc) if person not in to]
        named = self._people(incoming.failed)
        if incoming.kind is Kind.TALK:
            present = dict.fromkeys([*(() if author is None else (author,)), *to, *cc])
            to, cc = [], []
        else:
            present = {}
        roles = (("to", to), ("cc", cc), ("speaker", present), ("named", named))
        return tuple((person, role) for role, some in roles for person in some)

    def _people(self, parties: Iterable[Party]) -> list[int]:
        found = (self._person(party) for party in parties)
        return list(dict.fromkeys(person for person in found if person is not None))

    def _person(self, party: Party, *, is_list: bool = False) -> int | None:
        if not party.address.strip():
            return None
        key = (party, is_list)
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._resolve(party, is_list)
        return self._known[key]

    def _resolve(self, party: Party, is_list: bool) -> int:
        known = people.at_address(self._base, party.channel, party.address)
        kind = "SELECT kind FROM person WHERE id = ?"
        before = None if known is None else self._base.value(kind, (known,))
        person = people.resolve(self._base, self._recording, party, is_list=is_list)
        if known is None:
            self.new += not is_list
        elif before != self._base.value(kind, (person,)):
            self.turned.add(person)
        return person

    def _state(self) -> tuple[int, int]:
        """Differs when anybody has written: another connection, or this one elsewhere."""
        version: int = self._base.value("PRAGMA data_version")
        return version, self._base.connection.total_changes
