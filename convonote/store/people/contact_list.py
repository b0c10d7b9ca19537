"""The part of `Notebook` that is about people: the contact list and what the user changes."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from convonote.store.people import people
from convonote.store.reader import Reader
from convonote.store.records import Contact, DetailRow, Duplicate, Person

if TYPE_CHECKING:
    from convonote.intake.records import Card


class ContactList(Reader):
    """What can be asked and said of people; each change is one that `undo` takes back."""

    def contacts(
        self, words: str = "", *, offset: int = 0, limit: int | None = None
    ) -> list[Contact]:
        """The contact list by name, with all that is known of each.

        Each word stands in the name, in an address or in what is known of them.
        """
        from convonote.store.people import contacts

        with self._base.reading():
            return contacts.contacts(self._base, words, offset=offset, limit=limit)

    def contact(self, person: int) -> Contact | None:
        """One person with all that is known of them, the user too."""
        from convonote.store.people import contacts

        with self._base.reading():
            return contacts.contact(self._base, person)

    def cards(self, words: str = "") -> "Iterator[Card]":
        """The contact list as cards, in its order; `intake.cards.writing` makes vCards of them."""
        from convonote.store.people import contacts

        return contacts.cards(self._base, words)

    def duplicates(self, limit: int = 200) -> list[Duplicate]:
        """Pairs of people who may be one, the likeliest first."""
        from convonote.store.people import duplicates

        with self._base.reading():
            return duplicates.duplicates(self._base, limit)

    def details(self, person: int) -> tuple[DetailRow, ...]:
        """What is known of somebody beside name and addresses."""
        from convonote.store.people import details

        with self._base.reading():
            return details.details(self._base, people.followed(self._base, person))

    # Changes

    def set_me(self, name: str | None, addresses: Iterable[tuple[str, str]]) -> Person:
        """Say who the user is: a name, or None to keep it, and more (channel, value) addresses.

        An address that stood with somebody else moves to the user; who has no other address left
        turns out to be the user, and so is everything they said. No `undo` takes this back.
        """
        from convonote.store.people import identity

        return identity.set_me(self._base, name, addresses)

    def add_person(self, name: str, addresses: Iterable[tuple[str, str]] = ()) -> Person:
        """Add somebody; raises NotebookError where an address is somebody else's."""
        return people.add_person(self._base, name, addresses)

    def edit_person(self, person: int, *, name: str) -> Person:
        """Give somebody another name, which no import overwrites."""
        from convonote.store.people import contact_editing

        return contact_editing.rename(self._base, person, name)

    def add_address(
        self, person: int, channel: str, value: str, *, preferred: bool | None = None
    ) -> Person:
        """Write an address of somebody; of a known one, whether it is preferred.

        Raises NotebookError where it is somebody else's.
        """
        from convonote.store.people import contact_editing

        return contact_editing.add_address(self._base, person, channel, value, preferred=preferred)

    def remove_address(self, person: int, channel: str, value: str) -> Person:
        """Take an address away from somebody; no card brings it back."""
        from convonote.store.people import contact_editing

        return contact_editing.remove_address(self._base, person, channel, value)

    def add_detail(self, person: int, kind: str, value: str, extra: str = "") -> DetailRow:
        """Write something about somebody; `kind` is one of `DetailKind`."""
        from convonote.store.people import details

        return details.add(self._base, person, kind, value, extra)

    def edit_detail(self, detail: int, value: str, extra: str = "") -> DetailRow:
        """Write something else in the place of a detail; gives the new one."""
        from convonote.store.people import details

        return details.edit(self._base, detail, value, extra)

    def remove_detail(self, detail: int) -> None:
        """Take a detail away; no card brings it back."""
        from convonote.store.people import details

        details.remove(self._base, detail)

    def merge_people(self, kept: int, gone: int) -> Person:
        """Make one person of two; the uid of the other leads to the one who is kept.

        The user is kept whichever is named; a discussion list cannot be merged.
        """
        from convonote.store.people import merging

        return merging.merge_people(self._base, kept, gone)

    def keep_distinct(self, one: int, other: int) -> None:
        """Say that two people are two, so that `duplicates` does not propose them again."""
        from convonote.store.people import contact_editing

        contact_editing.keep_distinct(self._base, one, other)
