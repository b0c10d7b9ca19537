"""Task items in what comes in: suggestions, for anybody may have meant anything by them."""

from collections.abc import Iterable

from convonote.conversation.records import Kind
from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.incoming.arrival import Arrival
from convonote.store.people import people
from convonote.store.promises import filing


def suggest(base: Base, recording: Recording, arrivals: Iterable[Arrival]) -> None:
    """File the task items of new exchanges as suggested promises."""
    for arrival in arrivals:
        # Few mails hold a box, and only for those its people are read.
        if "[" in arrival.incoming.text:
            setting = setting_of(base, arrival.incoming, arrival.kind, arrival.author, arrival.at)
            filing.file(base, recording, arrival.id, arrival.incoming.text, setting)


def suggest_again(
    base: Base,
    recording: Recording,
    exchange: int,
    before: str,
    setting: filing.Setting,
    after: str,
) -> None:
    """Bring the suggestions of an exchange in step with another copy of it."""
    if "[" in before or "[" in after:
        filing.refile(base, recording, exchange, (before, after), setting)


def setting_of(
    base: Base, incoming: Incoming, kind: Kind, author: int | None, at: int
) -> filing.Setting:
    """Where something was said that came in, and whom it names itself.

    What is known of the conversation so far hangs on what came in before, so it does not count.
    """
    names = {}
    for party in filter(None, (incoming.author, *incoming.to, *incoming.cc)):
        person = people.at_address(base, party.channel, party.address)
        if person is not None and party.name.strip():
            names[person] = party.name
    return filing.Setting(
        kind=kind,
        author=author,
        me=base.me,
        at=at,
        offset=incoming.offset,
        names=names,
        imported=True,
    )
