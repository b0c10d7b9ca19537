"""Changing how, when and to whom something was said that the user wrote down."""

from dataclasses import dataclass

from convonote.store.base import Base
from convonote.store.changes import Recording
from convonote.store.errors import Refused
from convonote.store.people import people
from convonote.store.promises import filing
from convonote.store.search import searching

HEARD = "heard"
"""The field of a change that lists who an exchange was addressed to, by role and uid."""

Roles = list[list[str]]


@dataclass(frozen=True, slots=True)
class Amended:
    """What an exchange is to be, but for its text; None leaves something as it is."""

    channel: str
    at: int | None = None
    offset: int | None = None
    author: int | None = None
    to: tuple[int, ...] | None = None
    cc: tuple[int, ...] | None = None
    speakers: tuple[int, ...] | None = None
    everyone: bool = False
    no_answer: bool = False
    remind: int | None = None
    """None for never."""


def can_amend(base: Base, exchange: int) -> bool:
    """Whether the user wrote it down: what came in says itself when and to whom it was said."""
    row = base.row("SELECT made_by, message_id FROM exchange WHERE id = ?", (exchange,))
    return row is not None and row[0] == "user" and row[1] is None


def amend(base: Base, recording: Recording, exchange: int, amended: Amended) -> bool:
    """Write it, as part of a change in which the exchange is out of the index; whether it differs.

    The caller puts it back, files its promises again and folds its conversation.
    """
    if not can_amend(base, exchange):
        raise Refused("this came in by import, which says when, how and to whom it was said")
    fields: dict[str, object] = {
        "channel": amended.channel,
        "everyone": int(amended.everyone),
        "no_answer": int(amended.no_answer),
        "remind_at": amended.remind,
    }
    if amended.author is not None:
        fields["author"] = amended.author
    if amended.at is not None and amended.offset is not None:
        fields |= {"at": amended.at, "offset": amended.offset}
    before: int = base.value("SELECT at FROM exchange WHERE id = ?", (exchange,))
    changed = [recording.set("exchange", exchange, *field) for field in fields.items()]
    if amended.at is not None and amended.at != before:
        searching.renumber(base, exchange, amended.at)
        for table in ("promise", "remark"):
            for (id,) in base.rows(f"SELECT id FROM {table} WHERE exchange = ?", (exchange,)):
                recording.set(table, id, "said_at", amended.at)
    return _readdress(base, recording, exchange, amended) or any(changed)


def said_otherwise(
    base: Base, recording: Recording, exchange: int, text: str, settings: tuple[filing.Setting, ...]
) -> None:
    """Let due dates in words follow another day; `settings` are before and after."""
    before, after = ({each.what: each.due for each in filing.filed(text, it)} for it in settings)
    for what, due in after.items():
        if before.get(what) == due:
            continue
        for (id,) in base.rows(
            "SELECT id FROM promise WHERE exchange = ? AND what = ? AND due IS ?"
            " AND deleted_at IS NULL",
            (exchange, what, before.get(what)),
        ):
            recording.set("promise", id, "due", due)


def write_heard(base: Base, exchange: int, expected: Roles, new: Roles) -> bool:
    """Put other people in the place of those an exchange was addressed to; False if they differ."""
    if _heard(base, exchange) != expected:
        return False
    base.run("DELETE FROM addressee WHERE exchange = ?", (exchange,))
    base.many(
        "INSERT INTO addressee (exchange, role, person) SELECT ?, ?, id FROM person WHERE uid = ?",
        [(exchange, role, uid) for role, uid in new],
    )
    return True


def _readdress(base: Base, recording: Recording, exchange: int, amended: Amended) -> bool:
    given = {"to": amended.to, "cc": amended.cc, "speaker": amended.speakers}
    kept = _heard(base, exchange)
    roles = [(role, person) for role, some in given.items() for person in some or ()]
    people.required(base, [person for _, person in roles])
    uids = {role: some for role, some in given.items() if some is not None}
    after = [each for each in kept if each[0] not in uids]
    for role, person in roles:
        after.append([role, base.value("SELECT uid FROM person WHERE id = ?", (person,))])
    after = sorted(map(list, {tuple(each) for each in after}))
    if after == kept:
        return False
    write_heard(base, exchange, kept, after)
    recording.wrote("exchange", exchange, HEARD, kept, after)
    return True


def _heard(base: Base, exchange: int) -> Roles:
    rows = base.rows(
        "SELECT a.role, p.uid FROM addressee AS a JOIN person AS p ON p.id = a.person"
        " WHERE a.exchange = ? ORDER BY a.role, p.uid",
        (exchange,),
    )
    return [list(row) for row in rows]
