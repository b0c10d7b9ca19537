"""A card written anew, as the form of the screens writes it."""

from collections.abc import Mapping

from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Contact
from convonote.store.people.records import ContactForm, WrittenAddress


def rewrite(
    notebook: Notebook,
    person: int,
    *,
    name: str | None = None,
    details: Mapping[int, tuple[str, str] | None] | None = None,
) -> Contact:
    """Give somebody another name, and details another value and addition; None takes one away."""
    before = notebook.contact(person)
    assert before is not None
    addresses = tuple(
        WrittenAddress(channel, value, place < before.preferred, (channel, value) in before.public)
        for place, (channel, value) in enumerate(before.person.addresses)
    )
    wanted = [
        (one.kind, *written)
        for one in before.details
        if (written := (details or {}).get(one.id, (one.value, one.extra))) is not None
    ]
    called = before.person.name if name is None else name
    kinds = tuple({one.kind for one in before.details})
    return notebook.edit_contact(before, ContactForm(called, addresses, kinds, tuple(wanted)))
