"""Open waits as the text of one column, and back; what other tables hold is left out."""

import json
from datetime import date
from typing import Any

from convonote.conversation.turn_records import LastWord, Question, Reason, Wait, Waits, Why

QUIET, QUIET_ASK = "$[7]", "$[8]"
"""Where `quiet_after` and `quiet_after_ask` stand in what is packed, as SQLite names it."""


def pack(waits: Waits) -> str:
    """Waits as JSON, without `answers`, which have a table of their own."""
    word = waits.my_word
    return json.dumps(
        [
            waits.me,
            [_wait(wait) for wait in waits.open],
            [[each.asker, each.asked, each.exchange] for each in waits.questions],
            waits.spoken_at,
            None if word is None else [word.at, int(word.asks), word.channel, word.exchange],
            waits.later,
            int(waits.closed),
            waits.quiet_after,
            waits.quiet_after_ask,
            waits.people,
            *([waits.left] if waits.left else []),
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def unpack(packed: str) -> Waits:
    """The waits that `pack` made into text."""
    me, opened, questions, spoken_at, word, later, closed, *others = json.loads(packed)
    quiet_after, quiet_after_ask, people, *left = others
    return Waits(
        me=me,
        people=tuple(people),
        open=tuple(_unwait(*fields) for fields in opened),
        questions=tuple(Question(*fields) for fields in questions),
        spoken_at=spoken_at,
        my_word=None if word is None else LastWord(word[0], bool(word[1]), word[2], word[3]),
        later=later,
        closed=bool(closed),
        quiet_after=quiet_after,
        quiet_after_ask=quiet_after_ask,
        left=tuple(*left),
    )


def _wait(wait: Wait) -> list[object]:
    reason = wait.reason
    return [
        wait.asker,
        wait.awaited,
        wait.since,
        [
            reason.why,
            reason.rule,
            reason.at,
            reason.channel,
            reason.exchange,
            reason.note,
            reason.promise,
        ],
        int(wait.asks),
        int(wait.everyone),
        wait.cc,
        wait.last,
        wait.lists,
        wait.starts,
        wait.overdue,
        None if wait.due is None else wait.due.isoformat(),
        int(wait.lasting),
        *([] if wait.remind is None else [wait.remind]),
    ]


def _unwait(
    asker: int | None,
    awaited: list[int],
    since: int,
    reason: list[Any],
    asks: int,
    everyone: int,
    cc: list[int],
    last: int | None,
    lists: list[int],
    starts: int | None,
    overdue: int | None,
    due: str | None,
    lasting: int,
    remind: int | None = None,
) -> Wait:
    why, *rest = reason
    return Wait(
        asker=asker,
        awaited=tuple(awaited),
        since=since,
        reason=Reason(Why(why), *rest),
        asks=bool(asks),
        everyone=bool(everyone),
        cc=tuple(cc),
        last=last,
        lists=tuple(lists),
        starts=starts,
        overdue=overdue,
        due=None if due is None else date.fromisoformat(due),
        lasting=bool(lasting),
        remind=remind,
    )
