"""All that matters before writing to somebody again: what stands beside the composer."""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from convonote.conversation.pace import usually
from convonote.conversation.question import asking_sentence
from convonote.conversation.records import Kind, Origin
from convonote.conversation.turn_records import Wait, Why
from convonote.conversation.zones import day_of
from convonote.store.base import Base
from convonote.store.listening.records import Before, Fact, OpenQuestion
from convonote.store.listening.remarks import next_time, remarks, wishes
from convonote.store.people import people
from convonote.store.people.person_records import Person
from convonote.store.rhythm.usual import usual_pace
from convonote.store.turns.packing import unpack

LATEST = 40
"""Exchanges with somebody that are looked through, the latest first."""
CONVERSATIONS = 20
"""Conversations with each of them whose open questions are looked for, the latest."""
LATELY = 7
"""Days within which it matters that one has written already."""
SHOWN = 6
"""Of each kind, for each person."""
_HERE = "c.deleted_at IS NULL AND c.merged_into IS NULL"
_WITH = (
    " FROM participant AS p CROSS JOIN conversation AS c ON c.id = p.conversation"
    f" WHERE p.person = ? AND {_HERE}"
    " AND c.section IN ('mine', 'nudge', 'theirs', 'later', 'quiet')"
)
"""The conversations with somebody in which a wait may be open."""


def before_writing(base: Base, who: Collection[int], conversation: int | None) -> Before:
    """What matters before writing to some people, in a conversation or a new one."""
    others = [one for id in dict.fromkeys(who) if (one := people.person(base, id)) and not one.me]
    found = [remark for one in others for remark in remarks(base, one.id, used=False)[: 2 * SHOWN]]
    told = list({remark.id: remark for remark in found}.values())
    questions = list(_questions(base, others, conversation))
    return Before(
        facts=tuple(fact for one in others for fact in (*_facts(base, one), *_pace(base, one))),
        wishes=tuple(
            wish for one in others for wish in wishes(base, one.id)[:SHOWN] if not wish.over
        ),
        theirs=tuple(one for one in questions if not one.asker.me),
        mine=tuple(one for one in questions if one.asker.me),
        volunteered=tuple(one for one in told if one.kind == "volunteered")[:SHOWN],
        next_time=next_time(told)[:SHOWN],
    )


# Facts


def _facts(base: Base, one: Person) -> Iterator[Fact]:
    """What the latest exchanges with somebody tell."""
    mine: list[_Latest] = []
    for row in _latest(base, one.id):
        if row.author != base.me or row.kind == Kind.TALK:
            break
        mine.append(row)
    if not mine:
        return
    waiting = list(_unanswered(base, one.id, mine))
    if len(waiting) > 1:
        count = f"{len(waiting)} or more" if len(mine) == LATEST else str(len(waiting))
        first = waiting[-1]
        yield Fact(f"your last {count} to {one.name} went unanswered", first.at, first.id)
    last = mine[0]
    then, today = day_of(last.at, base.zone), base.today()
    if (today - then).days < LATELY:
        when = _when(then, today)
        yield Fact(f"you wrote to {one.name} {when} by {last.channel}", last.at, last.id)


def _unanswered(base: Base, person: int, mine: Sequence["_Latest"]) -> Iterator["_Latest"]:
    """What of the user's opened a wait on somebody, or asked it again, and is still open."""
    rows = base.rows(
        "SELECT id, waits FROM conversation WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted({each.conversation for each in mine})),),
    )
    open_in = {
        id: [
            wait for wait in unpack(waits).open if wait.asker == base.me and person in wait.awaited
        ]
        for id, waits in rows
        if waits
    }
    for each in mine:
        for wait in open_in.get(each.conversation, ()):
            again = each.asks and each.at > wait.reason.at
            if again or each.id in (wait.reason.exchange, wait.last):
                yield each
                break


def _pace(base: Base, one: Person) -> Iterator[Fact]:
    """How long they usually take to answer, where enough answers are known."""
    for usual in usual_pace(base, one.id)[:1]:
        yield Fact(usually(one.name, usual.median, usual.channel))


def _when(then: date, today: date) -> str:
    days = (today - then).days
    names = {0: "today", 1: "yesterday"}
    return names.get(days) or f"{days} days ago"


class _Latest(NamedTuple):
    """An exchange with somebody."""

    id: int
    author: int | None
    kind: str
    at: int
    channel: str
    conversation: int
    asks: int


def _latest(base: Base, person: int) -> Iterator[_Latest]:
    """The latest exchanges that somebody said or that were said to them, whoever was there."""
    # The index of words follows the time said and knows who said and heard what.
    rows = base.rows(
        "SELECT e.id, e.author, e.kind, e.at, e.channel, e.conversation, e.asks FROM search AS s"
        " CROSS JOIN exchange AS e ON e.search_id = s.rowid"
        " JOIN conversation AS c ON c.id = e.conversation"
        f" WHERE s.search MATCH ? AND e.deleted_at IS NULL AND {_HERE}"
        " AND e.kind <> ? AND e.origin = ? AND e.queued = 0 AND (e.author IS NOT ? OR EXISTS ("
        " SELECT 1 FROM addressee AS a WHERE a.exchange = e.id AND a.person = ? AND a.role = 'to'))"
        " AND (e.author IN (?, ?) OR e.kind = ?) ORDER BY s.rowid DESC LIMIT ?",
        (
            f'tokens : "w{person}"',
            str(Kind.NOTE),
            str(Origin.PERSON),
            base.me,
            person,
            base.me,
            person,
            str(Kind.TALK),
            LATEST,
        ),
    )
    return map(_Latest._make, rows)


# Questions


def _questions(
    base: Base, others: Collection[Person], conversation: int | None
) -> Iterator[OpenQuestion]:
    """Questions without an answer between the user and these people, the oldest first."""
    ids = {one.id for one in others}
    asked: dict[int, tuple[int, set[int]]] = {}
    for waits in _waits(base, ids, conversation):
        for wait in unpack(waits).open:
            accepted = wait.reason.why is Why.ACCEPTED
            exchange = wait.last if accepted else wait.reason.exchange
            if exchange is None or not wait.asks or wait.reason.why is Why.PROMISED:
                continue
            to = _between(base, wait, ids)
            if wait.asker is not None and to:
                asked.setdefault(exchange, (wait.asker, set()))[1].update(to)
        for question in unpack(waits).questions:
            if base.me in (question.asker, question.asked) and ids & {
                question.asker,
                question.asked,
            }:
                asked.setdefault(question.exchange, (question.asker, set()))[1].add(question.asked)
    known = people.named(base, [id for asker, to in asked.values() for id in (asker, *to)])
    for id, place, text, at, offset in base.rows(
        'SELECT id, conversation, text, at, "offset" FROM exchange WHERE id IN'
        " (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY at, id",
        (json.dumps(sorted(asked)),),
    ):
        asker, to = asked[id]
        yield OpenQuestion(
            asker=known[asker],
            asked=tuple(known[one] for one in sorted(to)),
            text=_sentence(text),
            at=at,
            offset=offset,
            exchange=id,
            conversation=place,
        )


_sentence = lru_cache(maxsize=512)(asking_sentence)
"""It is asked for again whenever a composer looks; most questions stay the same."""


def _between(base: Base, wait: Wait, ids: set[int]) -> set[int]:
    """Whom a wait is for, as far as it is one between the user and these people."""
    if wait.asker == base.me:
        return ids & set(wait.awaited)
    return {base.me} if wait.asker in ids and base.me in wait.awaited else set()


def _waits(base: Base, ids: Collection[int], conversation: int | None) -> Iterator[str]:
    """The open waits of the conversations with these people, those of one above all."""
    found: dict[int, str] = {}
    for person in ids:
        # The latest first, by an index: somebody may be in thousands of conversations.
        found |= base.rows(
            f"SELECT c.id, c.waits{_WITH} ORDER BY p.touched_at DESC LIMIT ?",
            (person, CONVERSATIONS),
        )
        found |= base.rows(f"SELECT c.id, c.waits{_WITH} AND c.id = ?", (person, conversation))
    yield from filter(None, found.values())
