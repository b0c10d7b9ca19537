"""Cards that come in: each completes somebody who is known, or makes somebody new.

Nobody is merged, and nothing that the user wrote or took away is changed. A card that was taken in
is remembered with its person, so that it adds nothing when it comes again.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from convonote.conversation.details import DetailKind
from convonote.intake.records import Card, Party
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.people import called, details, naming, people
from convonote.store.people.addresses import fold_address, often_shared
from convonote.store.people.namesakes import beside_namesakes
from convonote.store.storable import storable

_URN = "urn:uuid:"


@dataclass(slots=True)
class CardBatch:
    """What one batch of cards does; made and used within one transaction."""

    base: Base
    recording: Recording
    added: int = 0
    already: int = 0
    people: int = 0
    """New ones."""
    touched: set[int] = field(default_factory=set)
    """Conversations in which somebody counts as another than before."""

    def write(self, cards: Sequence[Card]) -> None:
        """Take some cards in."""
        for card in cards:
            if self._take(card):
                self.added += 1
            else:
                self.already += 1

    def _take(self, card: Card) -> bool:
        """Take one card in; False where it brings nothing new."""
        digest = _digest(card)
        if _of_card(self.base, digest) is not None:
            return False
        person, by_name = self._whose(card)
        new = person is None
        if person is None:
            person = self._make(card)
        brought = [new, self._name(person, card), *self._reach(person, card)]
        brought += [self._put(person, each.kind, each.value, each.extra) for each in card.details]
        if card.organisation and card.name:
            brought.append(self._put(person, DetailKind.ORGANISATION, card.name))
        if any(brought) or by_name:
            self._put(person, details.CARD, digest)
            if card.uid and self._own(card.uid) is None:
                self._put(person, details.CARD, _named(card.uid))
        if any(brought):
            naming.index_person(self.base, person)
        return any(brought)

    # Who it is

    def _whose(self, card: Card) -> tuple[int | None, bool]:
        """Who is meant, and whether only the name tells; None where nobody known is."""
        if card.uid:
            known = self._own(card.uid)
            if known is None:
                known = _of_card(self.base, _named(card.uid))
            if known is not None and not called.conflict(card.name, self._called(known)):
                return known, False
        owners = [(party, self._owner(party)) for party in card.addresses]
        for party, owner in owners:
            if owner is not None and not self._only_shared(party, card.name, owner):
                return owner, False
        return self._by_name(card), True

    def _own(self, uid: str) -> int | None:
        """Whom this notebook itself named so in a card it wrote."""
        found: int | None = self.base.value(
            "SELECT coalesce(merged_into, id) FROM person WHERE uid = ?"
            " AND (deleted_at IS NULL OR merged_into IS NOT NULL)",
            (uid.lower().removeprefix(_URN),),
        )
        return found

    def _owner(self, party: Party) -> int | None:
        """Whose address this is; a list's is nobody's."""
        found: int | None = self.base.value(
            "SELECT person.id FROM address JOIN person ON person.id = address.person"
            " WHERE channel = ? AND folded = ? AND address.deleted_at IS NULL"
            " AND kind = 'person'",
            (party.channel, fold_address(party.channel, party.address)),
        )
        return found

    def _only_shared(self, party: Party, name: str, owner: int) -> bool:
        """Whether two people of different names have this address, as a household has a number."""
        shared = often_shared(party.channel, party.address)
        return shared and called.conflict(name, self._called(owner))

    def _by_name(self, card: Card) -> int | None:
        """The only one of that name who is known by nothing else; a card without addresses is
        that of the only one of its name."""
        if not card.name:
            return None
        rows = self.base.rows(
            "SELECT id, EXISTS (SELECT 1 FROM address WHERE person = person.id"
            " AND deleted_at IS NULL) FROM person WHERE name = ? COLLATE NOCASE"
            " AND kind = 'person' AND me = 0 AND deleted_at IS NULL",
            (storable(card.name),),
        )
        bare = [id for id, has_address in rows if not has_address]
        if not bare and not card.addresses:
            bare = [id for id, _ in rows]
        return bare[0] if len(bare) == 1 else None

    def _make(self, card: Card) -> int:
        self.people += 1
        name = card.name or card.addresses[0].address
        return people.make(self.base, self.recording, name)

    # What it says

    def _name(self, person: int, card: Card) -> bool:
        """Take a better name than the one that is known; the other stays as one they go by."""
        name, known = storable(card.name), self._called(person)
        if not name or name == known:
            return False
        if person == self.base.me:
            unnamed = known == "me" and not self._user_named(person)
            if unnamed:
                people.call(self.base, self.recording, person, name, named_by="import")
            return unnamed
        if self._user_named(person) or not called.better(name, known):
            return self._put(person, DetailKind.ALSO, name)
        self.touched |= beside_namesakes(self.base, person)
        people.call(self.base, self.recording, person, name, named_by="import")
        self.touched |= beside_namesakes(self.base, person)
        self._no_longer_also(person, name)
        if not self._is_address(person, known):
            self._put(person, DetailKind.ALSO, known)
        return True

    def _reach(self, person: int, card: Card) -> Iterator[bool]:
        """Take in the addresses; one that is somebody else's is noted as shared."""
        for place, party in enumerate(card.addresses):
            preferred = place < card.preferred
            value = storable(party.address)
            owner = people.at_address(self.base, party.channel, value)
            if owner is None:
                yield self._add_address(person, party, preferred)
            elif owner != person:
                yield self._put(person, details.SHARES, value, party.channel)
            elif preferred:
                yield self._prefer(party)

    def _add_address(self, person: int, party: Party, preferred: bool) -> bool:
        removed = self.base.rows(
            "SELECT id FROM address WHERE person = ? AND channel = ? AND folded = ?",
            (person, party.channel, fold_address(party.channel, party.address)),
        )
        if any(details.by_user(self.base, "address", id, "deleted_at") for (id,) in removed):
            return False
        people.add_address(
            self.base,
            self.recording,
            person,
            party.channel,
            party.address,
            preferred=preferred,
        )
        return True

    def _prefer(self, party: Party) -> bool:
        row = self.base.row(
            "SELECT id FROM address WHERE channel = ? AND folded = ? AND deleted_at IS NULL"
            " AND preferred = 0",
            (party.channel, fold_address(party.channel, party.address)),
        )
        if row is None or details.by_user(self.base, "address", row[0], "preferred"):
            return False
        return self.recording.set("address", row[0], "preferred", 1)

    def _put(self, person: int, kind: str, value: str, extra: str = "") -> bool:
        if kind == DetailKind.ALSO and value == self._called(person):
            return False
        return details.put(self.base, self.recording, person, kind, value, extra)

    def _no_longer_also(self, person: int, name: str) -> None:
        for (id,) in self.base.rows(
            "SELECT id FROM detail WHERE person = ? AND kind = ? AND value = ?"
            " AND made_by = 'import' AND deleted_at IS NULL",
            (person, str(DetailKind.ALSO), name),
        ):
            self.recording.delete("detail", id)

    # Small questions

    def _called(self, person: int) -> str:
        name: str = self.base.value("SELECT name FROM person WHERE id = ?", (person,))
        return name

    def _user_named(self, person: int) -> bool:
        return bool(self.base.value("SELECT named_by = 'user' FROM person WHERE id = ?", (person,)))

    def _is_address(self, person: int, name: str) -> bool:
        rows = self.base.rows("SELECT value FROM address WHERE person = ?", (person,))
        return any(value.casefold() == name.casefold() for (value,) in rows)


def _of_card(base: Base, name: str) -> int | None:
    """Whose card this is."""
    found: int | None = base.value(
        "SELECT person FROM detail WHERE kind = 'card' AND value = ? AND deleted_at IS NULL",
        (name,),
    )
    return found


def _named(uid: str) -> str:
    """What a card's own uid is remembered as."""
    return f"uid:{storable(uid)}"


def _digest(card: Card) -> str:
    """What a card is remembered as: the same for the same content, wherever it is kept."""
    parts: list[str] = [card.name, card.uid, str(card.organisation), str(card.preferred)]
    parts += [text for party in card.addresses for text in (party.channel, party.address)]
    parts += [text for each in card.details for text in (each.kind, each.value, each.extra)]
    content = "\0".join(map(storable, parts))
    return f"content:{hashlib.sha256(content.encode()).hexdigest()[:40]}"
