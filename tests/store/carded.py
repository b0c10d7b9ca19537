"""Cards to take in, and what a notebook knows afterwards."""

from convonote.conversation.details import DetailKind
from convonote.intake.records import Card, Detail, Party
from convonote.store.incoming.records import Received
from convonote.store.notebook import Notebook
from convonote.store.people.person_records import Contact

PLUMBER = Detail(DetailKind.EXPERTISE, "plumbing", "expert")


def card(name: str, *addresses: str | tuple[str, str], **more: object) -> Card:
    """A card; an address that is text alone is one of mail."""
    parties = [
        Party(each) if isinstance(each, str) else Party(each[1], channel=each[0])
        for each in addresses
    ]
    return Card("test.vcf", 0, name, tuple(parties), **more)  # type: ignore[arg-type]  # By name.


def take(notebook: Notebook, *cards: Card) -> Received:
    """Take cards in."""
    with notebook.receive("test.vcf") as into:
        return into.add_cards(cards)


def only(notebook: Notebook) -> Contact:
    """The only person there is beside the user."""
    (one,) = notebook.contacts()
    return one


def known(notebook: Notebook) -> object:
    """Everybody with all that is known of them, whatever came first."""
    return sorted(
        (
            one.person.name,
            sorted(
                {
                    *one.person.addresses,
                    *((d.extra, d.value) for d in one.details if d.kind == "shares"),
                }
            ),
            sorted((d.kind, d.value, d.extra) for d in one.details if d.kind != "shares"),
        )
        for one in notebook.contacts()
    )
