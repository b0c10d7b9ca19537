"""Who is meant in what comes in: people by address, discussion lists, and the user."""

from collections.abc import Collection

from convonote.conversation.records import Kind
from convonote.intake.records import Incoming, Party
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.incoming.shown_names import same_elsewhere
from convonote.store.people import naming, people
from convonote.store.people.namesakes import beside_namesakes

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
        self._turned: set[int] = set()
        """Who turned out to be a discussion list in this batch, and was taken for a person."""
        self._named: dict[int, str] = {}
        """Who got another name in this batch, with the one before."""
        self.new = 0
        """People made in this batch, lists left out."""

    def begin(self, recording: Recording) -> None:
        """Begin a batch; what was known is forgotten where somebody else has written since."""
        self._recording = recording
        self._turned, self._named, self.new = set(), {}, 0
        if self._version != self._state():
            self._known.clear()

    def end(self) -> None:
        """End a batch that is about to be written."""
        self._version = self._state()

    def unsettled(self) -> set[int]:
        """The conversations in which somebody counts as another than before this batch."""
        sql = "SELECT conversation FROM participant WHERE person = ?"
        found = {id for person in self._turned for (id,) in self._base.rows(sql, (person,))}
        for person, once in self._named.items():
            # T17: the same full name at another address is the same person.
            found |= beside_namesakes(self._base, person)
            found |= beside_namesakes(self._base, person, once)
        return found

    def author(self, incoming: Incoming) -> int | None:
        """Who said it; what a source says is the user's own is, whatever stands in it."""
        party = incoming.author
        if incoming.chat and incoming.delivered_to:
            self._claim(incoming)
        if not incoming.mine:
            return None if party is None else self._person(party)
        if party is not None and party.address.strip():
            owner = people.at_address(self._base, party.channel, party.address)
            if owner is None:
                self._add_mine(party.channel, party.address)
        return self._base.me

    def lists(self, incoming: Incoming) -> None:
        """Know the discussion lists that a copy came over, whether or not that copy counts."""
        for party in incoming.lists:
            self._person(party, is_list=True)

    def roles(self, incoming: Incoming, author: int | None) -> Roles:
        """Everybody else in it: addressed, reading along, present, or not reached."""
        self.lists(incoming)
        to = self._people(incoming.to)
        cc = [person for person in self._people(incoming.cc) if person not in to]
        named = self._people((*incoming.failed, *incoming.named))
        if incoming.kind is Kind.TALK:
            present = dict.fromkeys([*(() if author is None else (author,)), *to, *cc])
            to, cc = [], []
        else:
            present = {}
        roles = (("to", to), ("cc", cc), ("speaker", present), ("named", named))
        return tuple((person, role) for role, some in roles for person in some)

    def _claim(self, line: Incoming) -> None:
        """Take the address for the user's own that the export of a chat says is theirs."""
        service = next((one.channel for one in (line.author, *line.to) if one), "")
        for value in line.delivered_to if service else ():
            key = Party(value, "", service), False
            if key not in self._known:
                owner = people.at_address(self._base, service, value)
                if owner is None:
                    self._add_mine(service, value)
                self._known[key] = self._base.me if owner is None else owner

    def _add_mine(self, channel: str, value: str) -> None:
        me = self._base.me
        people.add_address(self._base, self._recording, me, channel, value)
        naming.index_person(self._base, me)

    def _people(self, parties: Collection[Party]) -> list[int]:
        found = dict.fromkeys(map(self._person, parties)) if parties else {}
        return [person for person in found if person is not None]

    def _person(self, party: Party, *, is_list: bool = False) -> int | None:
        key = (party, is_list)
        if (known := self._known.get(key)) is not None:
            return known
        if not party.address.strip():
            return None
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[key] = self._resolve(party, is_list)
        return self._known[key]

    def _resolve(self, party: Party, is_list: bool) -> int:
        known = people.at_address(self._base, party.channel, party.address)
        if known is None and (known := same_elsewhere(self._base, party)) is not None:
            people.add_address(self._base, self._recording, known, party.channel, party.address)
            naming.index_person(self._base, known)
        look = "SELECT kind, name FROM person WHERE id = ?"
        before = None if known is None else self._base.row(look, (known,))
        person = people.resolve(self._base, self._recording, party, is_list=is_list)
        if known is None:
            self.new += not is_list
        elif before is not None and (after := self._base.row(look, (person,))) is not None:
            if before[0] != after[0]:
                self._turned.add(person)
            if before[1] != after[1]:
                self._named.setdefault(person, before[1])
        return person

    def _state(self) -> tuple[int, int]:
        """Differs when another connection has written, or this one a change of another kind."""
        version: int = self._base.value("PRAGMA data_version")
        return version, self._base.value("SELECT max(id) FROM change") or 0
