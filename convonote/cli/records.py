"""The JSON of conversations, people and exchanges; docs/json.md says what each part means."""

from convonote.cli.printing import iso, iso_day
from convonote.store.people.person_records import Contact, Person
from convonote.store.promises.records import PromiseRow, Report, Settled
from convonote.store.records import Conversation, Entry
from convonote.store.search.records import Hit


def person(one: Person) -> dict[str, object]:
    """A person, by name and lasting id."""
    return {"uid": one.uid, "name": one.name}


def contact(one: Contact) -> dict[str, object]:
    """A person with their addresses and all that is known of them."""
    addresses = [
        {
            "channel": channel,
            "value": value,
            "preferred": place < one.preferred,
            "public": (channel, value) in one.public,
        }
        for place, (channel, value) in enumerate(one.person.addresses)
    ]
    return {
        "uid": one.person.uid,
        "name": one.person.name,
        "me": one.person.me,
        "addresses": addresses,
        "details": [
            {"kind": each.kind, "value": each.value, "extra": each.extra} for each in one.details
        ],
        "last": iso(one.last_at),
    }


def conversation(one: Conversation) -> dict[str, object]:
    """A conversation as the queue shows it."""
    return {
        "conversation": one.uid,
        "topic": one.topic,
        "people": [person(other) for other in one.people],
        "turn": one.turn.value,
        "section": one.section.value,
        "holders": [
            {
                "uid": holder.person.uid,
                "person": holder.person.name,
                "me": holder.person.me,
                "since": iso(holder.since),
                "due": iso_day(holder.due),
                "why": holder.why,
                "rule": holder.rule,
                "everyone": holder.everyone and holder.together > 1,
                "remind": iso(holder.remind),
            }
            for holder in one.holders
        ],
        "promises": [promise(other) for other in one.promises],
        "until": iso(one.until),
        "last": iso(one.last_at),
        "channels": list(one.channels),
    }


def promise(one: PromiseRow) -> dict[str, object]:
    """A promise with its owner's name."""
    return {
        "uid": one.uid,
        "owner": None if one.unowned else one.owner.name,
        "what": one.what,
        "due": iso_day(one.due),
    }


def owed(one: PromiseRow) -> dict[str, object]:
    """A promise with where it stands, who said so, and what somebody seems to say of it."""
    settled, reported = one.settled, one.reported
    return {
        **promise(one),
        "me": one.owner.me and not one.unowned,
        "state": one.state.value,
        "overdue": one.overdue,
        "said": iso(one.said_at),
        "conversation": one.conversation_uid,
        "exchange": one.exchange_uid,
        "topic": one.topic,
        "people": [person(other) for other in one.people],
        "settled": None if settled is None else _said_so(settled),
        "reported": None
        if reported is None
        else {"state": reported.state.value, **_said_so(reported)},
    }


def _said_so(said: Settled | Report) -> dict[str, object]:
    """Who said where a promise stands, when, and in which exchange."""
    return {"person": person(said.person), "at": iso(said.at), "exchange": said.exchange_uid}


def entry(one: Entry, text: str) -> dict[str, object]:
    """An exchange with its text, new part or original."""
    return {
        "exchange": one.uid,
        "kind": one.kind.value,
        "at": iso(one.at),
        "channel": one.channel,
        "author": None if one.author is None else person(one.author),
        "to": [person(other) for other in one.to],
        "cc": [person(other) for other in one.cc],
        "speakers": [person(other) for other in one.speakers],
        "subject": one.subject,
        "text": text,
        "origin": one.origin.value,
        "queued": one.queued,
        "waiting": one.waiting,
        "attachments": [
            {"name": name, "type": type_, "bytes": size} for name, type_, size in one.attachments
        ],
        "promises": [{**promise(it), "state": it.state.value} for it in one.promises],
    }


def hit(one: Hit) -> dict[str, object]:
    """Something found."""
    return {
        "conversation": one.conversation_uid,
        "topic": one.topic,
        "author": one.author,
        "at": iso(one.at),
        "channel": one.channel,
        "snippet": one.snippet,
        "exchange": one.exchange_uid,
    }
