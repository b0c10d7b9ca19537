"""Messages that the notebook has already: by their name, or because the user logged them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from convonote.conversation.records import DAY, Channel, Kind, Origin
from convonote.conversation.who import full_name
from convonote.intake.records import Incoming
from convonote.store import people, searching
from convonote.store.arrival import Arrival, packed, parent, weighed
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.correspondents import Correspondents

LOGGED_WITHIN = 7 * DAY
"""How far apart a message and what the user logged of it may be."""


@dataclass(frozen=True, slots=True)
class Known:
    """An exchange that is in the notebook."""

    id: int
    conversation: int
    author: int | None
    origin: Origin
    via_list: bool
    edited: bool
    deleted: bool


def known(base: Base, names: Iterable[str]) -> dict[str, Known]:
    """The exchanges that have these names, deleted ones too."""
    wanted = list(names)
    marks = ",".join("?" * len(wanted))
    rows = base.rows(
        "SELECT message_id, id, conversation, author, origin, via_list, edited_at IS NOT NULL,"
        f" deleted_at IS NOT NULL FROM exchange WHERE message_id IN ({marks})",
        wanted,
    )
    return {
        name: Known(id, conversation, author, Origin(origin), bool(via), bool(edited), bool(gone))
        for name, id, conversation, author, origin, via, edited, gone in rows
    }


def hear_again(
    base: Base, recording: Recording, correspondents: Correspondents, old: Known, copy: Incoming
) -> Known:
    """Take another copy of a known exchange into account; what it is then.

    The copy that was sent directly wins over a list's (T5), but for what the user edited.
    """
    origin, via_list, wins = weighed(old.origin, old.via_list, copy)
    mine = copy.mine and old.author != base.me
    if (origin, via_list) == (old.origin, old.via_list) and not mine:
        return old
    fields: dict[str, object] = {"origin": str(origin), "via_list": int(via_list)}
    author = correspondents.author(copy) if wins or mine else old.author
    fields["author"] = author
    if wins:
        fields |= {
            "subject": copy.topic,
            "replies_to": parent(copy),
            "asks": int(copy.asks),
            "closes": int(copy.closes),
            "accepts": int(copy.accepts),
        }
        if copy.at is not None:
            fields |= {"at": copy.at, "offset": copy.offset, "dated": 1}
        if not old.edited:
            fields["text"] = copy.text
    searching.unindex(base, [old.id])
    for field, value in fields.items():
        recording.set("exchange", old.id, field, value)
    if wins:
        _replace_people(base, correspondents, old.id, copy, author)
        _replace_original(base, old.id, copy.original)
    searching.index(base, [old.id])
    return replace(old, origin=origin, via_list=via_list, author=author)


def logged(base: Base, arrival: Arrival) -> tuple[int, int] | None:
    """(exchange, conversation) where the user wrote this message down before it came in."""
    at = arrival.incoming.at
    if arrival.author != base.me or at is None or arrival.incoming.channel != Channel.EMAIL:
        return None
    text = _squeezed(arrival.incoming.text)
    if arrival.kind is not Kind.SAID or not text:
        return None
    for id, conversation, said in base.rows(
        "SELECT e.id, e.conversation, e.text FROM exchange AS e"
        " JOIN conversation AS c ON c.id = e.conversation"
        " WHERE e.made_by = 'user' AND e.message_id IS NULL AND e.channel = 'email'"
        " AND e.at BETWEEN ? AND ? AND e.author = ? AND e.kind = 'said'"
        " AND e.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY abs(e.at - ?), e.id",
        (at - LOGGED_WITHIN, at + LOGGED_WITHIN, base.me, at),
    ):
        if _squeezed(said) == text and _same_people(base, id, arrival):
            return id, conversation
    return None


def adopt(recording: Recording, logged_id: int, incoming: Incoming) -> None:
    """Make what the user logged the exchange that came in: it is known to be sent."""
    recording.set("exchange", logged_id, "message_id", incoming.name)
    recording.set("exchange", logged_id, "replies_to", parent(incoming))
    recording.set("exchange", logged_id, "queued", 0)


def _same_people(base: Base, logged_id: int, arrival: Arrival) -> bool:
    written_to = base.rows(
        "SELECT person FROM addressee WHERE exchange = ? AND role IN ('to', 'cc')", (logged_id,)
    )
    sent_to = [person for person, role in arrival.roles if role in ("to", "cc")]
    return _who(base, (person for (person,) in written_to)) == _who(base, sent_to)


def _who(base: Base, ids: Iterable[int]) -> set[int | str]:
    """Who they are, by full name where they have one: the same person at another address."""
    everybody = people.named(base, ids)
    return {full_name(each.name) or id for id, each in everybody.items() if id != base.me}


def _replace_people(
    base: Base,
    correspondents: Correspondents,
    exchange: int,
    copy: Incoming,
    author: int | None,
) -> None:
    base.run("DELETE FROM addressee WHERE exchange = ?", (exchange,))
    base.many(
        "INSERT INTO addressee (exchange, person, role) VALUES (?, ?, ?)",
        [(exchange, *role) for role in correspondents.roles(copy, author)],
    )


def _replace_original(base: Base, exchange: int, original: str | None) -> None:
    base.run("DELETE FROM original WHERE exchange = ?", (exchange,))
    if original is not None:
        base.run(
            "INSERT INTO original (exchange, text) VALUES (?, ?)", (exchange, packed(original))
        )


def _squeezed(text: str) -> str:
    return " ".join(text.split())
