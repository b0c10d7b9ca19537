"""Promises in what comes in: suggestions, for anybody may have meant anything by them."""

from collections.abc import Iterable
from dataclasses import replace

from convonote.conversation.records import Kind, Origin
from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.incoming.arrival import Arrival
from convonote.store.incoming.correspondents import Roles
from convonote.store.people import people
from convonote.store.promises import filing, worded


def suggest(base: Base, recording: Recording, arrivals: Iterable[Arrival]) -> None:
    """File what new exchanges promise, in task items and in words, as suggested promises."""
    for arrival in arrivals:
        heard = arrival.incoming, arrival.kind, arrival.author, arrival.at
        # Few mails hold a box, and only for those its people are read.
        if "[" in arrival.incoming.text:
            filing.file(
                base, recording, arrival.id, arrival.incoming.text, setting_of(base, *heard)
            )
        if arrival.origin is Origin.PERSON:
            # Only of a talk the names say who spoke.
            about = setting_of if arrival.kind is Kind.TALK else _spoken
            setting = about(base, *heard, arrival.roles)
            worded.file(base, recording, arrival.id, arrival.incoming.text, setting)


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
    worded.refile(base, recording, exchange, after, setting)


def setting_of(
    base: Base,
    incoming: Incoming,
    kind: Kind,
    author: int | None,
    at: int,
    roles: Roles = (),
) -> filing.Setting:
    """Where something was said that came in, and whom it names itself.

    What is known of the conversation so far hangs on what came in before, so it does not count.
    """
    names = {}
    for party in filter(None, (incoming.author, *incoming.to, *incoming.cc)):
        person = people.at_address(base, party.channel, party.address)
        if person is not None and party.name.strip():
            names[person] = party.name
    return replace(_spoken(base, incoming, kind, author, at, roles), names=names)


def _spoken(
    base: Base, incoming: Incoming, kind: Kind, author: int | None, at: int, roles: Roles
) -> filing.Setting:
    """The same without the names, for which people are read."""
    return filing.Setting(
        kind=kind,
        author=author,
        me=base.me,
        at=at,
        offset=incoming.offset,
        names={},
        imported=True,
        hearers=tuple(person for person, role in roles if role == "to"),
        speakers=tuple(person for person, role in roles if role == "speaker"),
    )
