"""The queue: windows of conversations in their order, each with its turn in words."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from convonote.conversation.explain import explain
from convonote.conversation.queue import place
from convonote.conversation.turn_records import Holder, Pace, Place, Section, Turn, Waits
from convonote.store.base import Base
from convonote.store.errors import Refused
from convonote.store.people import people as persons
from convonote.store.people.person_records import Person
from convonote.store.promises import promises
from convonote.store.records import Conversation, HolderRow
from convonote.store.turns import said_where
from convonote.store.turns.packing import unpack
from convonote.store.turns.undated import DATED

ALL = (Section.MINE, Section.NUDGE, Section.THEIRS, Section.LATER)
"""What `turns` gives where no section is asked for."""
_HERE = "deleted_at IS NULL AND merged_into IS NULL"
_COLUMNS = (
    "id, uid, topic, section, turn, until, last_at, channels, people, exchanges, waits, changes_at"
)


def counts(base: Base) -> dict[Section, int]:
    """How many conversations stand in each section."""
    found = dict(base.rows(f"SELECT section, count(*) FROM conversation WHERE {_HERE} GROUP BY 1"))
    return {section: found.get(str(section), 0) for section in Section}


def turns(
    base: Base, section: Section | None, *, offset: int = 0, limit: int | None = None
) -> list[Conversation]:
    """A window of a section, or of the whole queue."""
    ids: list[int] = []
    for each in ALL if section is None else (section,):
        room = None if limit is None else limit - len(ids)
        if room == 0:
            break
        found = _ids(base, each, offset, room)
        ids += found
        if section is None and offset:
            offset = 0 if found else offset - _size(base, each)
    return shown(base, ids)


def made_after(base: Base, id: int, limit: int) -> list[Conversation]:
    """Some conversations, in the order they were made, from the one after an id on."""
    rows = base.rows(
        f"SELECT id FROM conversation WHERE id > ? AND {_HERE} ORDER BY id LIMIT ?", (id, limit)
    )
    return shown(base, [row[0] for row in rows])


def place_of(base: Base, conversation: int) -> tuple[Section, int] | None:
    """The section of a conversation and its place there, from 0."""
    row = base.row(
        f"SELECT section, rank, order_at, id FROM conversation WHERE id = ? AND {_HERE}",
        (followed(base, conversation),),
    )
    if row is None:
        return None
    before = base.value(
        f"SELECT count(*) FROM conversation WHERE section = ? AND {_HERE}"
        " AND (rank, order_at, id) < (?, ?, ?)",
        row,
    )
    return Section(row[0]), before


def conversation(base: Base, id: int) -> Conversation | None:
    """One conversation, or the one it was joined to."""
    kept = followed(base, id)
    return None if kept is None else shown(base, [kept])[0]


def followed(base: Base, id: int) -> int | None:
    """The id of a conversation, or of the one it was joined to; None where it is deleted."""
    kept: int | None = base.value(
        "WITH RECURSIVE kept (id, into_, deleted) AS ("
        " SELECT id, merged_into, deleted_at FROM conversation WHERE id = ? UNION"
        " SELECT c.id, c.merged_into, c.deleted_at FROM conversation c JOIN kept"
        " ON c.id = kept.into_)"
        " SELECT id FROM kept WHERE into_ IS NULL AND deleted IS NULL",
        (id,),
    )
    return kept


def required(base: Base, id: int) -> int:
    """The same; raises Refused where the conversation is no longer there."""
    kept = followed(base, id)
    if kept is None:
        raise Refused("this conversation is no longer there; it was deleted meanwhile")
    return kept


def neighbour(base: Base, conversation: int | None, step: int) -> int | None:
    """The next or previous conversation where it is my turn, going round."""
    here = None if conversation is None else place_of(base, conversation)
    total = _size(base, Section.MINE)
    if not total:
        return None
    if here is None or here[0] is not Section.MINE:
        place = 0 if step > 0 else total - 1
    else:
        place = (here[1] + step) % total
    return _ids(base, Section.MINE, place, 1)[0]


def with_people(base: Base, people: Iterable[int]) -> list[Conversation]:
    """The conversations with exactly these people, who waits longest first, then the latest."""
    wanted = sorted(set(people) - {base.me})
    if not wanted:
        return []
    key = json.dumps(wanted)
    rows = base.rows(
        "SELECT c.id, c.waits, c.last_at, c.section = 'closed' FROM conversation c"
        " WHERE c.deleted_at IS NULL AND c.merged_into IS NULL AND c.id IN ("
        " SELECT conversation FROM participant"
        " WHERE person IN (SELECT value FROM json_each(?)) GROUP BY 1 HAVING count(*) = ?)"
        " AND (SELECT count(*) FROM participant WHERE conversation = c.id) = ?",
        (key, len(wanted), len(wanted)),
    )

    def longest(row: Sequence[Any]) -> tuple[object, ...]:
        _, packed, last_at, closed = row
        since = min((wait.since for wait in _waits(base, packed).open), default=None)
        return closed, since is None, since or 0, -(last_at or 0)

    return shown(base, [row[0] for row in sorted(rows, key=longest)])


def with_person(base: Base, person: int) -> list[Conversation]:
    """The conversations that somebody is in, in the order of the queue."""
    return shown(base, ids_with(base, person, tuple(Section)))


def ids_with(base: Base, person: int, sections: Sequence[Section]) -> list[int]:
    """The conversations that somebody is in, section by section in the order of the queue."""
    rows = base.rows(
        "SELECT c.id, c.section FROM participant AS p"
        " JOIN conversation AS c ON c.id = p.conversation"
        f" WHERE p.person = ? AND {_HERE} ORDER BY c.rank, c.order_at, c.id",
        (person,),
    )
    order = {str(section): place for place, section in enumerate(sections)}
    some = [row for row in rows if row[1] in order]
    return [row[0] for row in sorted(some, key=lambda row: order[row[1]])]


def next_change(base: Base) -> int | None:
    """The next moment at which time alone changes a place in the queue."""
    moment: int | None = base.value(
        f"SELECT min(changes_at) FROM conversation WHERE changes_at IS NOT NULL AND {_HERE}"
    )
    return moment


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table, with its holders as they are now."""

    columns: Sequence[Any]
    people: tuple[int, ...]
    place: Place
    left: tuple[int, ...]
    dated: bool

    def holders(self) -> tuple[Holder, ...]:
        """Those who hold the turn, and those who would if it had not gone quiet."""
        return (*self.place.holders, *self.place.lapsed)

    def involved(self) -> set[int | None]:
        both = ((holder.person, holder.asker) for holder in self.holders())
        return {*self.people, *(person for each in both for person in each)}


def there(base: Base, ids: Sequence[int]) -> list[int]:
    """Those that are neither deleted nor joined to another, in the same order."""
    rows = base.rows(
        f"SELECT id FROM conversation WHERE id IN (SELECT value FROM json_each(?)) AND {_HERE}",
        (json.dumps(list(ids)),),
    )
    here = {id for (id,) in rows}
    return [id for id in ids if id in here]


def shown(base: Base, ids: Sequence[int]) -> list[Conversation]:
    """Conversations in this order, in as many queries as one takes."""
    found = base.rows(
        f"SELECT {_COLUMNS}, {DATED} FROM conversation"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    rows = {columns[0]: _row(base, columns, bool(dated)) for *columns, dated in found}
    promised = promises.open_in(base, rows)
    involved = {person for row in rows.values() for person in row.involved()}
    people = persons.named(base, involved | promises.owners(promised))
    begun = base.rows("SELECT conversation FROM draft WHERE deleted_at IS NULL AND conversation")
    drafts = {conversation for (conversation,) in begun}
    holders = ((id, holder) for id, row in rows.items() for holder in row.holders())
    offsets = said_where.offsets(base, holders)
    kept = [id for id in ids if id in rows]
    made = [_shown(base, rows[id], promised, people, offsets.get(id, {})) for id in kept]
    return [replace(one, draft=True) if one.id in drafts else one for one in made]


def _row(base: Base, columns: Sequence[Any], dated: bool) -> _Row:
    *_, packed, _ = columns
    # The pace moves a conversation within the queue, which its columns say; it moves no turn.
    waits = _waits(base, packed)
    people = tuple(map(int, filter(None, columns[8].split(","))))
    return _Row(columns, people, place(waits, Pace(), base.now()), waits.left, dated)


def _shown(
    base: Base,
    row: _Row,
    promised: Sequence[promises.Row],
    people: Mapping[int, Person],
    offsets: Mapping[int, int],
) -> Conversation:
    id, uid, topic, section, turn, until, last_at, channels, _, exchanges, *_ = row.columns
    return Conversation(
        id=id,
        uid=uid,
        topic=topic,
        people=tuple(people[person] for person in row.people),
        section=Section(section),
        turn=Turn(turn),
        holders=tuple(_holder(base, row, one, people, offsets) for one in row.place.holders),
        lapsed=tuple(_holder(base, row, one, people, offsets) for one in row.place.lapsed),
        promises=tuple(promises.shown(base, each, people) for each in promised if each[2] == id),
        until=until,
        last_at=last_at,
        channels=tuple(filter(None, channels.split(","))),
        exchanges=exchanges,
        left=frozenset(row.left),
        dated=row.dated,
    )


def _holder(
    base: Base,
    row: _Row,
    holder: Holder,
    people: Mapping[int, Person],
    offsets: Mapping[int, int],
) -> HolderRow:
    person = people[holder.person]
    if person.is_list:
        person = replace(person, name=f"anybody on {person.name}")
    names = {id: people[id].name for id in (holder.person, holder.asker) if id is not None} | {
        holder.person: person.name
    }
    return HolderRow(
        person=person,
        since=holder.since,
        due=holder.due,
        why=explain(holder, names, base.zone, base.now(), offsets, dated=row.dated),
        rule=holder.reason.rule,
        exchange=holder.reason.exchange,
        together=holder.together,
        everyone=holder.everyone,
        remind=holder.remind,
        cause=holder.reason.why,
        dated=row.dated,
    )


def waits(base: Base, id: int) -> Waits:
    """What stands open in a conversation, and what was decided by hand."""
    packed: str = base.value("SELECT waits FROM conversation WHERE id = ?", (id,))
    return _waits(base, packed)


def _waits(base: Base, packed: str) -> Waits:
    return unpack(packed) if packed else Waits(me=base.me)


def _ids(base: Base, section: Section, offset: int, limit: int | None) -> list[int]:
    rows = base.rows(
        f"SELECT id FROM conversation WHERE section = ? AND {_HERE}"
        " ORDER BY rank, order_at, id LIMIT ? OFFSET ?",
        (str(section), -1 if limit is None else limit, offset),
    )
    return [id for (id,) in rows]


def _size(base: Base, section: Section) -> int:
    size: int = base.value(
        f"SELECT count(*) FROM conversation WHERE section = ? AND {_HERE}", (str(section),)
    )
    return size
