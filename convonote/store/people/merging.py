"""Two people turn out to be one: everything of the one becomes the other's.

What was said stands in thousands of rows, so a merge is recorded as one field of the person who is
gone, which lists them by uid: taking it back, doing it again and an export all go by that list.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from convonote.conversation.details import DetailKind
from convonote.store.base import Base
from convonote.store.changes import USER, Recording
from convonote.store.errors import Refused
from convonote.store.people import called, details, naming, people
from convonote.store.people.addresses import fold_address
from convonote.store.people.namesakes import beside_namesakes
from convonote.store.people.person_records import Person
from convonote.store.rhythm import setting
from convonote.store.search import searching
from convonote.store.turns.folding import refold

MOVED = "moved"
"""The field of a change that lists what became another's when its person was merged."""

Moved = Mapping[str, Any]
"""`into`: the uid of the other; `said`: exchanges; `heard`, `both`: exchanges by role, those where
only this one was named and those where both were; `owed`: promises; `settled`: what they said
about promises; `wrote`: drafts; `held`, `for` and
`copied`: the people of choices and drafts, and those in copy, as they were."""

_IN = "IN (SELECT value FROM json_each(?))"


def merge_people(base: Base, kept: int, gone: int) -> Person:
    """Make one person of two, as the user's own change; the user stays whichever is named."""
    with base.writing(USER, "") as recording:
        kept, gone = (people.followed(base, id) for id in (kept, gone))
        if gone == base.me:
            kept, gone = gone, kept
        stays, goes = (people.present(base, id) for id in (kept, gone))
        if kept == gone:
            raise Refused(f"these are one person already: {stays.with_address}")
        if stays.is_list or goes.is_list:
            raise Refused("a discussion list is nobody, and cannot be merged with anybody")
        recording.what = f"merged {goes.beside(stays)} into {stays.beside(goes)}"
        touched = become(base, recording, kept, gone)
        touched |= _call(base, recording, stays, goes)
        _also(base, recording, kept, goes.name)
        naming.index_person(base, kept)
        refold(base, touched)
        return people.present(base, kept)


def become(base: Base, recording: Recording, kept: int, gone: int) -> set[int]:
    """Make everything of one person another's; gives the conversations to be folded again."""
    moved = _gathered(base, kept, gone)
    _move(base, gone, kept, moved)
    recording.wrote("person", gone, MOVED, moved, None)
    for (id,) in base.rows("SELECT id FROM address WHERE person = ?", (gone,)):
        recording.set("address", id, "preferred", 0)
        recording.set("address", id, "person", kept)
    _move_details(base, recording, kept, gone)
    for (id,) in base.rows("SELECT id FROM remark WHERE person = ?", (gone,)):
        recording.set("remark", id, "person", kept)
    setting.merged(base, recording, kept, gone)
    for (id,) in base.rows("SELECT id FROM person WHERE merged_into = ?", (gone,)):
        recording.set("person", id, "merged_into", kept)
    recording.set("person", gone, "merged_into", kept)
    recording.delete("person", gone)
    for id in (kept, gone):
        naming.index_person(base, id)
    return conversations(base, gone, moved)


def rewrite(base: Base, gone: int, before: Moved | None, after: Moved | None) -> bool:
    """Take a merge back or do it again, by its list; False where something has changed since."""
    moved = after or before
    assert moved is not None
    kept = base.value("SELECT id FROM person WHERE uid = ?", (moved["into"],))
    if kept is None:
        return False
    if after is None:
        gathered = _gathered(base, kept, gone)
        if any(gathered[what] != listed for what, listed in moved.items()):
            return False
        _move(base, gone, kept, moved)
        return True
    said = _ids(base, "exchange", moved["said"])
    theirs = base.value(
        f"SELECT count(*) FROM exchange WHERE id {_IN} AND author = ?", (json.dumps(said), kept)
    )
    if theirs != len(moved["said"]):
        return False
    _move(base, kept, gone, moved)
    return True


def conversations(base: Base, gone: int, moved: Moved) -> set[int]:
    """The conversations that a merge is about."""
    exchanges = _ids(base, "exchange", _exchanges(moved))
    found = base.rows(
        f"SELECT DISTINCT conversation FROM exchange WHERE id {_IN} UNION"
        f" SELECT conversation FROM promise WHERE uid {_IN} UNION"
        f" SELECT conversation FROM choice WHERE uid {_IN} UNION"
        " SELECT conversation FROM participant WHERE person = ?",
        (
            json.dumps(exchanges),
            json.dumps(moved["owed"]),
            json.dumps(list(moved["held"])),
            gone,
        ),
    )
    return {conversation for (conversation,) in found}


def _gathered(base: Base, kept: int, gone: int) -> Moved:
    """Everything that is one person's, by uid."""
    ids = _about(base, gone)
    said = base.rows(
        f"SELECT uid FROM exchange WHERE id {_IN} AND author = ? ORDER BY id",
        (json.dumps(ids), gone),
    )
    heard: dict[str, list[str]] = {}
    both: dict[str, list[str]] = {}
    for uid, role, too in base.rows(
        "SELECT e.uid, a.role, EXISTS (SELECT 1 FROM addressee AS o WHERE o.exchange = a.exchange"
        " AND o.person = ? AND o.role = a.role) FROM addressee AS a"
        f" JOIN exchange AS e ON e.id = a.exchange WHERE a.exchange {_IN} AND a.person = ?"
        " ORDER BY a.role, e.id",
        (kept, json.dumps(ids), gone),
    ):
        (both if too else heard).setdefault(role, []).append(uid)
    return {
        "into": _uid(base, kept),
        "said": [uid for (uid,) in said],
        "heard": heard,
        "both": both,
        "owed": _uids(base, "promise", "owner", gone),
        "settled": _uids(base, "settling", "person", gone),
        "wrote": _uids(base, "draft", "author", gone),
        "held": dict(_listing(base, "choice", "holders", gone)),
        "for": dict(_listing(base, "draft", "people", gone)),
        "copied": dict(_listing(base, "draft", "cc", gone)),
    }


def _about(base: Base, person: int) -> list[int]:
    """The exchanges that somebody said, heard, or is named in; deleted ones too."""
    # The index of words knows who said and heard what, but not who is only named.
    found = base.rows(
        "SELECT e.id FROM search AS s CROSS JOIN exchange AS e ON e.search_id = s.rowid"
        " WHERE s.search MATCH ? UNION"
        " SELECT exchange FROM addressee WHERE person = ? AND role = 'named'",
        (f'tokens : "w{person}"', person),
    )
    return [id for (id,) in found]


def _move(base: Base, source: int, into: int, moved: Moved) -> None:
    """Make what is listed another's; from the one who is kept, back to the one who was gone."""
    touched = _ids(base, "exchange", _exchanges(moved))
    searching.unindex(base, touched)
    said = json.dumps(_ids(base, "exchange", moved["said"]))
    base.run(f"UPDATE exchange SET author = ? WHERE id {_IN}", (into, said))
    back = _uid(base, source) == moved["into"]
    for role, uids in moved["heard"].items():
        base.many(
            "UPDATE addressee SET person = ? WHERE exchange = ? AND person = ? AND role = ?",
            [(into, id, source, role) for id in _ids(base, "exchange", uids)],
        )
    for role, uids in moved["both"].items():
        rows = [(id, into if back else source, role) for id in _ids(base, "exchange", uids)]
        base.many(
            "INSERT OR IGNORE INTO addressee (exchange, person, role) VALUES (?, ?, ?)"
            if back
            else "DELETE FROM addressee WHERE exchange = ? AND person = ? AND role = ?",
            rows,
        )
    for table, column, uids in (
        ("promise", "owner", moved["owed"]),
        ("settling", "person", moved.get("settled", ())),
        ("draft", "author", moved["wrote"]),
    ):
        ids = json.dumps(_ids(base, table, uids))
        base.run(f"UPDATE {table} SET {column} = ? WHERE id {_IN}", (into, ids))
    for table, column, lists in (
        ("choice", "holders", moved["held"]),
        ("draft", "people", moved["for"]),
        ("draft", "cc", moved.get("copied", {})),
    ):
        for uid, listed in lists.items():
            before = _ids(base, "person", listed)
            gone = source if not back else into
            after = before if back else dict.fromkeys(into if id == gone else id for id in before)
            base.run(f"UPDATE {table} SET {column} = ? WHERE uid = ?", (json.dumps([*after]), uid))
    searching.index(base, touched)


def _move_details(base: Base, recording: Recording, kept: int, gone: int) -> None:
    """Details go along, but for those that are known of the other or say nothing any more."""
    own = {
        (channel, folded)
        for channel, folded in base.rows(
            "SELECT channel, folded FROM address WHERE person = ? AND deleted_at IS NULL", (kept,)
        )
    }
    known = set(
        base.rows(
            "SELECT kind, value, extra FROM detail WHERE person = ? AND deleted_at IS NULL", (kept,)
        )
    )
    uids = {_uid(base, kept), _uid(base, gone)}
    for id, person, kind, value, extra in base.rows(
        "SELECT id, person, kind, value, extra FROM detail WHERE person IN (?, ?) ORDER BY id",
        (kept, gone),
    ):
        idle = (kind == details.DISTINCT and value in uids) or (
            kind == details.SHARES and (extra, fold_address(extra, value)) in own
        )
        if idle or (person == gone and (kind, value, extra) in known):
            recording.delete("detail", id)
        if person == gone:
            recording.set("detail", id, "person", kept)


def _call(base: Base, recording: Recording, kept: Person, gone: Person) -> set[int]:
    """Keep the name that the user chose by merging, but for one that is a mere address.

    Gives the conversations to be folded again.
    """
    if kept.me or kept.name == gone.name:
        return set()
    before = beside_namesakes(base, kept.id)
    if "@" in kept.name and called.better(gone.name, kept.name):
        people.call(base, recording, kept.id, gone.name, named_by="import")
    elif "@" not in kept.name:
        people.call(base, recording, kept.id, kept.name, named_by="user")
    return before | beside_namesakes(base, kept.id)


def _also(base: Base, recording: Recording, kept: int, name: str) -> None:
    """Let the one who stays be found by the other's name too."""
    one = people.present(base, kept)
    if name.casefold() not in {one.name.casefold(), *(it.casefold() for _, it in one.addresses)}:
        details.put(base, recording, kept, DetailKind.ALSO, name)


def _exchanges(moved: Moved) -> list[str]:
    """All exchanges of a merge, each once."""
    heard: Iterable[Collection[str]] = (*moved["heard"].values(), *moved["both"].values())
    return list(dict.fromkeys((*moved["said"], *(uid for uids in heard for uid in uids))))


def _listing(base: Base, table: str, column: str, person: int) -> Iterator[tuple[str, list[str]]]:
    """The rows whose list of people has somebody in it, with that list."""
    for uid, packed in base.rows(
        f"SELECT uid, {column} FROM {table} WHERE {column} LIKE ?", (f"%{person}%",)
    ):
        listed: list[int] = json.loads(packed)
        if person in listed:
            yield uid, [_uid(base, id) for id in listed]


def _uids(base: Base, table: str, column: str, person: int) -> list[str]:
    sql = f"SELECT uid FROM {table} WHERE {column} = ? ORDER BY id"
    return [uid for (uid,) in base.rows(sql, (person,))]


def _ids(base: Base, table: str, uids: Collection[str]) -> list[int]:
    """The keys of rows, in the order of their uids given."""
    by_uid = dict(
        base.rows(f"SELECT uid, id FROM {table} WHERE uid {_IN}", (json.dumps(list(uids)),))
    )
    return [by_uid[uid] for uid in uids if uid in by_uid]


def _uid(base: Base, person: int) -> str:
    uid: str = base.value("SELECT uid FROM person WHERE id = ?", (person,))
    return uid
