"""Lines of chats as they come in: which conversation each belongs to, and who is in the chat.

A chat has no threads, so pauses cut it. The names of its lines begin with its key and the minute
at which they were written: in the table of names they stand in the order of time, and a line
belongs with the nearest one before it and the nearest one behind it, if no pause lies between.
A question waits longer than a pause: it belongs with all that is said in the week behind it.
Lines only ever join what stands on their two sides, so the conversations are the same in whatever
order, and in however many pieces, a chat comes in; and what moves names (merging and splitting by
the user, taking an import back) moves the lines that will come beside them.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from convonote.conversation.records import Kind
from convonote.intake.records import Incoming
from convonote.store.base import Base
from convonote.store.incoming.arrival import Arrival
from convonote.store.search import searching
from convonote.store.turns.chats import KEY, PAIR, members

MINUTE = 60_000_000
"""Microseconds in a minute."""
WAITS = 7 * 24 * 60
"""Minutes for which a question keeps a conversation open: an answer after a pause belongs to it."""
MOST = 256
"""People in a chat who hear its lines; in a greater crowd those who came later count for none."""
_DIGITS = 8

Row = tuple[str, int, str, int | None, int]
"""A name with its conversation: id, uid, deleted_at, taken_back."""

# CROSS JOIN keeps SQLite to this order: by name, so that the nearest line is the first it meets.
_NEAR = (
    "SELECT m.name, c.id, c.uid, c.deleted_at, c.taken_back FROM message AS m"
    " CROSS JOIN exchange AS e ON e.message_id = m.name AND e.taken_back = 0"
    " CROSS JOIN conversation AS c ON c.id = m.conversation"
)


class Neighbours:
    """The lines beside those of one batch."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._pause = base.chat_pause // MINUTE
        self._here: dict[str, list[str]] = defaultdict(list)
        """By chat: the names of lines of this batch, in order."""
        self._asking: dict[str, list[str]] = defaultdict(list)
        """By chat: those of them that ask, in order."""
        self._gaps: dict[str, tuple[Row | None, Row | None]] = {}
        """By chat: two lines in the notebook with nothing between them there."""

    def of(self, line: Incoming) -> list[Row | str]:
        """What a line belongs with: names of this batch, rows of what is in the notebook."""
        before, behind = self._between(line.chat, line.name)
        here = self._here[line.chat]
        at = bisect_left(here, line.name)
        found: list[Row | str] = []
        if at and (before is None or here[at - 1] > before[0]):
            found += self._near(line, here[at - 1])
        elif before is not None:
            found += self._near(line, before)
        if at < len(here) and (behind is None or here[at] < behind[0]):
            found += self._near(line, here[at])
        elif behind is not None:
            found += self._near(line, behind)
        if not any((one if isinstance(one, str) else one[0]) < line.name for one in found):
            found += self._question(line)
        if line.asks:
            found += self._answers(line)
            insort(self._asking[line.chat], line.name)
        insort(here, line.name)
        return found

    def _question(self, line: Incoming) -> Iterator[Row | str]:
        """The last question before a line, which it may answer though a pause lies between."""
        earliest = f"{line.chat}:{max(0, _minute(line.name) - WAITS):08x}"
        asking = self._asking[line.chat]
        at = bisect_left(asking, line.name)
        if at and asking[at - 1] >= earliest:
            yield asking[at - 1]
        row = self._base.row(
            f"{_NEAR} WHERE m.name < ? AND m.name >= ? AND e.asks = 1 ORDER BY m.name DESC LIMIT 1",
            (line.name, earliest),
        )
        if row is not None:
            yield row

    def _answers(self, line: Incoming) -> Iterator[Row | str]:
        """What was said after a line that asks, as long as that waits."""
        latest = f"{line.chat}:{_minute(line.name) + WAITS + 1:08x}"
        here = self._here[line.chat]
        yield from here[bisect_left(here, line.name) : bisect_left(here, latest)]
        yield from self._base.rows(
            _NEAR.replace("m.name", "min(m.name)", 1)
            + " WHERE m.name > ? AND m.name < ? GROUP BY c.id",
            (line.name, latest),
        )

    def _near(self, line: Incoming, other: Row | str) -> Iterator[Row | str]:
        name = other if isinstance(other, str) else other[0]
        if abs(_minute(name) - _minute(line.name)) <= self._pause:
            yield other

    def _between(self, chat: str, name: str) -> tuple[Row | None, Row | None]:
        """The nearest lines in the notebook before and behind a name."""
        gap = self._gaps.get(chat)
        if gap is not None:
            before, behind = gap
            if (before is None or before[0] < name) and (behind is None or name < behind[0]):
                return gap
        before = self._base.row(
            f"{_NEAR} WHERE m.name < ? AND m.name > ? ORDER BY m.name DESC LIMIT 1",
            (name, f"{chat}:"),
        )
        behind = self._base.row(
            f"{_NEAR} WHERE m.name > ? AND m.name < ? ORDER BY m.name LIMIT 1", (name, f"{chat};")
        )
        self._gaps[chat] = before, behind
        return before, behind


def enrol_authors(base: Base, arrivals: Iterable[Arrival]) -> set[int]:
    """Note who is in the chats of new lines, and whom each line keeps as those it is addressed to.

    Gives the conversations to be folded again where more people turn out to be in a chat.
    """
    lines: dict[str, list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        if arrival.incoming.chat:
            lines[arrival.incoming.chat].append(arrival)
    touched: set[int] = set()
    for chat, some in lines.items():
        people = {person for each in some for person, _ in each.roles}
        people.update(each.author for each in some if each.author is not None)
        touched |= enrol(base, chat, people)
        everybody = members(base, chat)
        for each in some:
            if each.kind is Kind.SAID:
                to = ((one, "to") for one in _listed(everybody, each.author))
                each.roles = (*to, *(role for role in each.roles if role[1] != "to"))
    return touched


def enrol(base: Base, chat: str, people: Iterable[int]) -> set[int]:
    """Note who is in a chat; gives the conversations to be folded again where that tells more."""
    known = members(base, chat)
    new = sorted({base.me, *people} - known)[: max(0, MOST - len(known))]
    base.many(
        "INSERT OR IGNORE INTO member (chat, person) VALUES (?, ?)",
        [(chat, person) for person in new],
    )
    now = members(base, chat)
    if not known or now == known:
        return set()
    if len(known) <= PAIR:
        lines = base.rows(
            "SELECT id, author FROM exchange"
            " WHERE message_id > ? AND message_id < ? AND kind = 'said'",
            (f"{chat}:", f"{chat};"),
        )
        _list_again(base, now, lines)
    return _conversations(base, chat)


def heard_by(base: Base, person: int) -> set[int]:
    """The conversations in the chats that somebody is in."""
    chats = base.rows("SELECT chat FROM member WHERE person = ?", (person,))
    return {id for (chat,) in chats for id in _conversations(base, chat)}


def _conversations(base: Base, chat: str) -> set[int]:
    found = base.rows(
        "SELECT DISTINCT conversation FROM exchange"
        " WHERE message_id > ? AND message_id < ? AND kind = 'said'",
        (f"{chat}:", f"{chat};"),
    )
    return {id for (id,) in found}


def _listed(everybody: Collection[int], author: int | None) -> tuple[int, ...]:
    """Whom a line keeps as those it is addressed to: in a group nobody, for all hear it."""
    return tuple(sorted({*everybody} - {author})) if len(everybody) <= PAIR else ()


def _list_again(
    base: Base, everybody: Collection[int], lines: Sequence[tuple[int, int | None]]
) -> None:
    """What seemed to be a chat of one or two has one more in it."""
    ids = [id for id, _ in lines]
    searching.unindex(base, ids)
    base.many("DELETE FROM addressee WHERE exchange = ? AND role = 'to'", [(id,) for id in ids])
    base.many(
        "INSERT INTO addressee (exchange, person, role) VALUES (?, ?, 'to')",
        [(id, person) for id, author in lines for person in _listed(everybody, author)],
    )
    searching.index(base, ids)


def _minute(name: str) -> int:
    return int(name[KEY + 1 : KEY + 1 + _DIGITS], 16)
