"""The briefing on somebody, read at one moment.

Somebody may have said ten thousand things in as many conversations, so what was said last comes
from the index of the search, which is in the order of time.
"""

from convonote.conversation.records import PromiseState
from convonote.conversation.remarks import RemarkKind
from convonote.conversation.turn_records import Section
from convonote.store.base import Base
from convonote.store.listening import remarks
from convonote.store.people import contacts
from convonote.store.people.person_records import Person
from convonote.store.people.records import Briefing
from convonote.store.promises import listing
from convonote.store.promises.records import PromiseRow
from convonote.store.records import Conversation
from convonote.store.rhythm import quieting, reaching, usual
from convonote.store.search import snippet
from convonote.store.search.finding import SPEAKERS
from convonote.store.search.records import Hit
from convonote.store.turns import queue

OPEN = (Section.MINE, Section.NUDGE, Section.THEIRS, Section.LATER)
"""The sections in which something is expected, or will be."""
MOST = 12
"""Conversations, promises and remarks that are given at most, of each."""
LAST = 3
"""Exchanges that are given."""


def briefing(base: Base, person: int) -> Briefing | None:
    """Everything worth a look before one speaks with somebody."""
    contact = contacts.contact(base, person)
    if contact is None:
        return None
    id = contact.person.id
    conversations, waiting = _open(base, contact.person)
    said = remarks.remarks(base, id, used=False)
    return Briefing(
        contact=contact,
        conversations=tuple(conversations),
        open=waiting,
        promises=_promises(base, id),
        wishes=tuple(one for one in remarks.wishes(base, id) if not one.over),
        next_time=remarks.next_time(said)[:MOST],
        volunteered=tuple(one for one in said if one.kind is RemarkKind.VOLUNTEERED)[:MOST],
        rhythm=reaching.rhythm(base, id),
        quiet=quieting.quiet(base, id),
        pace=usual.usual_pace(base, id),
        last=tuple(last_words(base, id, limit=LAST)),
    )


def _open(base: Base, one: Person) -> tuple[list[Conversation], int]:
    """The first conversations in which somebody is expected to speak, and how many there are."""
    if one.me:
        mine = Section.MINE
        return queue.turns(base, mine, limit=MOST), queue.counts(base)[mine]
    ids = queue.ids_with(base, one.id, OPEN)
    return queue.shown(base, ids[:MOST]), len(ids)


def last_words(base: Base, person: int, *, theirs: bool = False, limit: int) -> list[Hit]:
    """What was said by or to somebody, the latest first; `theirs`: only what they said."""
    rows = base.rows(
        "SELECT e.id, e.uid, c.id, c.uid, c.topic,"
        f" CASE WHEN p.me THEN 'me' ELSE coalesce(p.name, {SPEAKERS}, '') END, e.at, e.offset,"
        " e.channel, substr(e.text, 1, ?)"
        " FROM search AS s CROSS JOIN exchange AS e ON e.search_id = s.rowid"
        " JOIN conversation AS c ON c.id = e.conversation"
        " LEFT JOIN person AS p ON p.id = e.author"
        " WHERE s.search MATCH ? AND e.deleted_at IS NULL AND c.deleted_at IS NULL"
        " ORDER BY s.rowid DESC LIMIT ?",
        (2 * snippet.WIDTH, f"tokens : {'f' if theirs else 'w'}{person}", limit),
    )
    return [Hit(*(*row, snippet.around(text, None)[0])) for *row, text in rows]


def _promises(base: Base, person: int) -> tuple[PromiseRow, ...]:
    """What I owe them, then what they owe me."""
    which = listing.Filter(person=person)
    owed = listing.promised(base, which, (PromiseState.OPEN,), limit=MOST)
    return tuple(sorted(owed, key=lambda one: not one.owner.me))
