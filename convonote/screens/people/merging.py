"""`Merging`: who of the others somebody is; the likeliest are proposed, others found by name."""

from convonote.host import host
from convonote.screens.choosing import OFFERED, Choosing, Offer
from convonote.store.people.person_records import Person


class Merging(Choosing[Person]):
    """Asks who is the same; dismisses who is chosen."""

    def __init__(self, person: Person) -> None:
        super().__init__(f"Who else is {person.with_address}?", placeholder="a name or an address")
        self._person = person

    def read(self, words: str) -> list[Offer[Person]]:
        """Those who have the words, else those who look like the same person."""
        notebook, own = host(self).notebook, self._person.id
        if words:
            some = notebook.these_contacts(notebook.contact_ids(words)[: OFFERED + 1])
            people = [one.person for one in some if one.person.id != own]
            return [Offer(person, person.with_address) for person in people[:OFFERED]]
        pairs = [
            (one.other if one.one.id == own else one.one, one.reason)
            for one in notebook.duplicates(OFFERED, of=own)
        ]
        return [Offer(person, f"{person.with_address}  ({why})") for person, why in pairs]

    def none(self, words: str) -> str:
        """Nobody fits."""
        return "Nobody has these words" if words else "Nobody looks like them; type a name"
