"""Messages that the notebook has already: by their name, or because the user logged them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from convonote.conversation.records import DAY, Channel, Kind, Origin
from convonote.conversation.who import full_name
from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.incoming import suggesting
from convonote.store.incoming.arrival import Arrival
from convonote.store.incoming.correspondents import Correspondents, Roles
from convonote.store.incoming.weighing import Content, carried, finer, parent, weighed
from convonote.store.people import people
from convonote.store.search import searching

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
    taken_back: bool
    """It is deleted because its import was taken back, and comes back with the next."""
    at: int
    place: int
    replies_to: str | None
    content: Content | None
    """What the copy that counts says; None where the user wrote that down before it came in."""


def known(base: Base, names: Iterable[str]) -> dict[str, Known]:
    """The exchanges that have these names, deleted ones too."""
    wanted = list(names)
    marks = ",".join("?" * len(wanted))
    rows = base.rows(
        "SELECT message_id, id, conversation, author, origin, via_list, edited_at IS NOT NULL,"
        " deleted_at IS NOT NULL, taken_back, at, place, replies_to, made_by = 'user', dated,"
        ' "offset", subject, attachments, e.text, o.text FROM exchange AS e'
        f" LEFT JOIN original AS o ON o.exchange = e.id WHERE message_id IN ({marks})",
        wanted,
    )
    return {name: _known(*row) for name, *row in rows}


def _known(id: int, conversation: int, author: int | None, origin: str, *rest: Any) -> Known:
    *flags, at, place, replies_to, own, dated, offset, subject, attachments, text, whole = rest
    via_list, edited, deleted, taken_back = map(bool, flags)
    content = Content(text, whole, subject, attachments, replies_to=replies_to)
    if dated:
        content = content._replace(at=at, offset=offset)
    return Known(
        id, conversation, author, Origin(origin), via_list, edited, deleted, taken_back,
        at, place, replies_to, None if own else content,
    )  # fmt: skip


def hear_again(
    base: Base, recording: Recording, correspondents: Correspondents, old: Known, copy: Incoming
) -> Known:
    """Take another copy of a known exchange into account; what it is then.

    The copy that was sent directly wins over a list's (T5), but for what the user edited.
    """
    if copy.chat:
        old = _hear_line(base, recording, old, copy)
    correspondents.lists(copy)
    origin, via_list, wins = weighed(old.origin, old.via_list, copy)
    if wins is None:
        wins = _counts_before(copy, old)
    mine = copy.mine and old.author != base.me
    if (origin, via_list) == (old.origin, old.via_list) and not mine and not wins:
        return old
    # All who are in a chat hear its lines, whichever copy counts.
    anew = wins and not copy.chat
    author = correspondents.author(copy) if anew or mine else old.author
    heard = Arrival.of(copy)
    heard.is_by(
        author, correspondents.roles(copy, author) if anew else _roles(base, old.id), base.me
    )
    fields: dict[str, object] = {
        "origin": str(origin),
        "via_list": int(via_list),
        "author": author,
        "kind": str(heard.kind),
    }
    if wins:
        fields |= _said_in(copy, edited=old.edited)
    before, at = base.row("SELECT text, at FROM exchange WHERE id = ?", (old.id,)) or ("", 0)
    searching.unindex(base, [old.id])
    for field, value in fields.items():
        if recording.set("exchange", old.id, field, value) and field == "replies_to":
            base.run("UPDATE exchange SET answers = NULL WHERE id = ?", (old.id,))
    _replace_people(base, old.id, heard.roles)
    if fields.get("at", at) != at:
        searching.renumber(base, old.id, int(str(fields["at"])))
    if wins and not old.edited:
        _replace_original(base, old.id, copy.whole)
    searching.index(base, [old.id])
    if wins and not old.edited:
        at = at if copy.at is None else copy.at
        setting = suggesting.setting_of(base, copy, heard.kind, author, at, heard.roles)
        suggesting.suggest_again(base, recording, old.id, before, setting, copy.text)
    return known(base, [copy.name])[copy.name]


def _counts_before(copy: Incoming, old: Known) -> bool:
    """Whether what a copy says counts before what is known, which came the same way."""
    content = old.content
    if content is not None and copy.chat:
        content = content._replace(at=None, offset=0, replies_to=None)
    return content is not None and Content.of(copy).counts_before(content, edited=old.edited)


def _hear_line(base: Base, recording: Recording, old: Known, copy: Incoming) -> Known:
    """Take what another export of a chat tells more exactly: seconds, order, what it answers."""
    at, place = finer((old.at, old.place), copy)
    replies_to = old.replies_to or parent(copy)
    if (at, place, replies_to) == (old.at, old.place, old.replies_to):
        return old
    recording.set("exchange", old.id, "place", place)
    recording.set("exchange", old.id, "replies_to", replies_to)
    if at != old.at:
        searching.unindex(base, [old.id])
        recording.set("exchange", old.id, "at", at)
        searching.renumber(base, old.id, at)
        searching.index(base, [old.id])
    return replace(old, at=at, place=place, replies_to=replies_to)


def _said_in(copy: Incoming, *, edited: bool) -> dict[str, object]:
    """The fields of an exchange that are as a copy has them, but for what the user edited."""
    fields: dict[str, object] = {"subject": copy.topic, "attachments": carried(copy)}
    if not copy.chat:
        fields["replies_to"] = parent(copy)
        if copy.at is not None:
            fields |= {"at": copy.at, "offset": copy.offset, "dated": int(copy.dated)}
    if not edited:
        fields |= {
            "text": copy.text,
            "asks": int(copy.asks),
            "closes": int(copy.closes),
            "accepts": int(copy.accepts),
        }
    return fields


def any_logged(base: Base) -> bool:
    """Whether the user has written down any mail that has not come in."""
    sql = (
        "SELECT 1 FROM exchange WHERE made_by = 'user' AND message_id IS NULL"
        " AND channel = 'email' LIMIT 1"
    )
    return base.row(sql) is not None


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


def _roles(base: Base, exchange: int) -> Roles:
    return tuple(base.rows("SELECT person, role FROM addressee WHERE exchange = ?", (exchange,)))


def _replace_people(base: Base, exchange: int, roles: Roles) -> None:
    base.run("DELETE FROM addressee WHERE exchange = ?", (exchange,))
    base.many(
        "INSERT INTO addressee (exchange, person, role) VALUES (?, ?, ?)",
        [(exchange, *role) for role in roles],
    )


def _replace_original(base: Base, exchange: int, whole: bytes | None) -> None:
    base.run("DELETE FROM original WHERE exchange = ?", (exchange,))
    if whole is not None:
        base.run("INSERT INTO original (exchange, text) VALUES (?, ?)", (exchange, whole))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
