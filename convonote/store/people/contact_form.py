"""Writing a whole card anew: what differs from what is known is changed, as one change."""

from collections.abc import Iterable

from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.people import contact_editing, contacts, details, people
from convonote.store.people.person_records import Contact, Person
from convonote.store.people.records import ContactForm


def write(base: Base, before: Contact, form: ContactForm) -> Contact:
    """Make a card what the form says that showed `before`; what came in meanwhile stays.

    Raises Refused, and then nothing is changed.
    """
    with base.together(USER):
        one = people.present(base, before.person.id)
        if " ".join(form.name.split()) != before.person.name:
            one = contact_editing.rename(base, one.id, form.name)
        _addresses(base, one, before, form)
        _details(base, one.id, before, form)
        with base.writing(USER, f"edited the card of {one.name}") as recording:
            _public(base, recording, one.id, before, form)
        written = contacts.contact(base, one.id)
    assert written is not None
    return written


def _addresses(base: Base, one: Person, before: Contact, form: ContactForm) -> None:
    """Take away what the form lacks, then write what it adds: one may stand in another's place."""
    wanted = {(each.channel, each.value): each for each in form.addresses}
    if len(wanted) < len(form.addresses):
        raise Refused("an address stands there twice; write each once")
    shown = before.person.addresses
    preferred = shown[: before.preferred]
    for address in shown:
        if address not in wanted and address in one.addresses:
            contact_editing.remove_address(base, one.id, *address)
    for address, each in wanted.items():
        if address not in shown or each.preferred != (address in preferred):
            contact_editing.add_address(base, one.id, *address, preferred=each.preferred)


def _details(base: Base, person: int, before: Contact, form: ContactForm) -> None:
    """The same of what is known beside the addresses, for the kinds that the form has."""
    here = {one.id for one in details.details(base, person)}
    wanted = list(dict.fromkeys(form.details))
    for one in before.details:
        if one.kind not in form.kinds:
            continue
        if (one.kind, one.value, one.extra) in wanted:
            wanted.remove((one.kind, one.value, one.extra))
        elif one.id in here:
            details.remove(base, one.id)
    for kind, value, extra in wanted:
        details.add(base, person, kind, value, extra)


def _public(
    base: Base, recording: Recording, person: int, before: Contact, form: ContactForm
) -> None:
    """Note which addresses may be passed on."""
    wanted = {(one.channel, one.value) for one in form.addresses if one.public}
    known = _marked(base, person)
    for mark, id in known.items():
        if mark in before.public and mark not in wanted:
            recording.delete("detail", id)
    for channel, value in sorted(wanted - known.keys()):
        recording.insert(
            "detail",
            person=person,
            kind=details.PUBLIC,
            value=value,
            extra=channel,
            created_at=base.now(),
        )


def _marked(base: Base, person: int) -> dict[tuple[str, str], int]:
    rows: Iterable[tuple[str, str, int]] = base.rows(
        "SELECT extra, value, id FROM detail WHERE person = ? AND kind = ? AND deleted_at IS NULL",
        (person, details.PUBLIC),
    )
    return {(channel, value): id for channel, value, id in rows}
