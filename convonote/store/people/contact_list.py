"""The part of `Notebook` that is about people: the contact list and what the user changes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from convonote.store.people import people
from convonote.store.people.person_records import Contact, DetailRow, Duplicate, Person
from convonote.store.reader import Reader
from convonote.store.search.records import Hit

if TYPE_CHECKING:
    from convonote.intake.records import Card
    from convonote.store.people.records import Briefing, ContactForm, Knower, Knows, RecommendedIn


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

    def contact_ids(self, words: str = "") -> list[int]:
        """Everybody in the contact list, by id, in the order of `contacts`."""
        with self._base.reading():
            return people.ids(self._base, words)

    def these_contacts(self, ids: Sequence[int]) -> list[Contact]:
        """These people with all that is known of each; without those who are not there any more."""
        from convonote.store.people import contacts

        with self._base.reading():
            return contacts.those(self._base, ids)

    def contact(self, person: int) -> Contact | None:
        """One person with all that is known of them, the user too."""
        from convonote.store.people import contacts

        with self._base.reading():
            return contacts.contact(self._base, person)

    def cards(self, words: str = "") -> "Iterator[Card]":
        """The contact list as cards, in its order; `intake.cards.writing` makes vCards of them."""
        from convonote.store.people import contacts

        return contacts.cards(self._base, words)

    def duplicates(self, limit: int = 200, *, of: int | None = None) -> list[Duplicate]:
        """Pairs of people who may be one, the likeliest first; `of` one person, or of all."""
        from convonote.store.people import duplicates

        with self._base.reading():
            return duplicates.duplicates(self._base, limit, of=of)

    def briefing(self, person: int) -> "Briefing | None":
        """Everything worth a look before one speaks with somebody; None where they are gone."""
        from convonote.store.people import briefing

        with self._base.reading():
            return briefing.briefing(self._base, person)

    def last_words(self, person: int, *, theirs: bool = False, limit: int = 5) -> list[Hit]:
        """What was last said by somebody or to them, the latest first; or only what they said."""
        from convonote.store.people import briefing

        with self._base.reading():
            return briefing.last_words(self._base, person, theirs=theirs, limit=limit)

    def who_knows(self, topic: str) -> "tuple[Knower, ...]":
        """Who knows about something, by card or by recommendation; `find` has what was said."""
        from convonote.store.people import knowing

        with self._base.reading():
            return knowing.who_knows(self._base, topic)

    def recommendations(self, person: int) -> "tuple[Knows, ...]":
        """What somebody was recommended for, and by whom."""
        from convonote.store.people import knowing

        with self._base.reading():
            return knowing.recommendations(self._base, person)

    def recommended_in(self, note: int) -> "list[RecommendedIn]":
        """What the lines of a note say of who is good for what, in their order."""
        from convonote.store.people import recommending
        from convonote.store.writing.saying import setting_of

        with self._base.reading():
            return recommending.recommended_in(self._base, note, setting_of(self._base, note))

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

    def edit_contact(self, before: Contact, form: "ContactForm") -> Contact:
        """Make a card what a form says that showed `before`; what came in meanwhile stays."""
        from convonote.store.people import contact_form

        return contact_form.write(self._base, before, form)

    def delete_people(self, people: Sequence[int]) -> None:
        """Take people out of the contact list; what they said stays."""
        from convonote.store.people import contact_editing

        contact_editing.delete_people(self._base, people)

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

    def recommend(
        self, person: int, topic: str, *, by: int | None = None, exchange: int | None = None
    ) -> None:
        """Write down who recommended somebody for something, and in which exchange."""
        from convonote.store.people import knowing

        knowing.recommend(self._base, person, topic, by=by, exchange=exchange)

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
