"""A change in the middle of a conversation, folded from the checkpoint before it.

It is folded on until the conversation stands as it stood at a later checkpoint: from there on
nothing is different. So a change costs the same in a conversation of any length. Where it might
change more than the waits (the order, who is in it, who counts as whom), nothing is mended here,
and `folding` folds the whole conversation again.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from convonote.conversation.records import Choice, Exchange, Settings
from convonote.conversation.rules import Folding
from convonote.conversation.turn import with_promises
from convonote.conversation.turn_records import Waits
from convonote.store.base import Base
from convonote.store.turns import checkpoints
from convonote.store.turns.choice_moments import NEVER, in_time, since
from convonote.store.turns.covering import fit
from convonote.store.turns.packing import pack, unpack
from convonote.store.turns.rows import (
    Rows,
    present,
    read_around,
    read_between,
    read_exchanges,
    read_names,
    read_participants,
    read_removed,
)

FEW, SHARE = 20, 20
"""So many exchanges touched, or one in so many; for more the whole conversation is folded sooner.
"""


@dataclass(frozen=True, slots=True)
class Touched:
    """What was changed in a conversation since it was folded; promises may be changed besides."""

    edited: frozenset[int] = frozenset()
    """Exchanges that ask, close, accept or wait to be sent as they did not before."""
    shifted: frozenset[int] = frozenset()
    """Exchanges that came into the conversation or went from it."""
    choice: int | None = None
    """A setting by hand that was made just now, after all others."""
    chosen: frozenset[int] = frozenset()
    """Settings by hand that were taken back, or made again."""

    @property
    def is_light(self) -> bool:
        """Whether no exchange is folded again for it."""
        return not self.edited and not self.shifted and not self.chosen


@dataclass(slots=True)
class Mended:
    """A conversation as it stands after a change."""

    waits: Waits
    """With the answers in what was folded again alone."""
    exchanges: int
    heard: set[int] = field(default_factory=set)
    """The exchanges that were folded again, and those that went."""
    states: dict[int, str] = field(default_factory=dict)
    """The checkpoints that are different now."""
    gone: list[int] = field(default_factory=list)
    """The moments of checkpoints that are no more."""


@dataclass(slots=True)
class _Stood:
    """What is known of a conversation before it is folded on."""

    rows: Rows
    settings: Settings
    waits: Waits
    exchanges: int
    choices: list[tuple[int | None, Choice]]
    """Each with the moment of the last exchange that was known at it, in the order of both."""


def mended(base: Base, touched: Mapping[int, Touched]) -> dict[int, Mended]:
    """Those of the conversations that can be mended; nothing is written."""
    found = {}
    for conversation, exchanges, waits in base.rows(
        "SELECT id, exchanges, waits FROM conversation WHERE id IN (SELECT value FROM json_each(?))"
        " AND deleted_at IS NULL AND merged_into IS NULL AND waits <> ''",
        (json.dumps(list(touched)),),
    ):
        what = touched[conversation]
        count = len(what.edited) + len(what.shifted) + len(what.chosen)
        few = count <= max(FEW, exchanges // SHARE)
        if what.is_light or (few and exchanges >= checkpoints.LONG):
            stood = _stood(base, conversation, what, exchanges, unpack(waits))
            mend = None if stood is None else _mended(base, conversation, what, stood)
            if mend is not None:
                found[conversation] = mend
    return found


def keep(base: Base, mends: Mapping[int, Mended]) -> None:
    """Write what was mended but for the answers."""
    for conversation, mend in mends.items():
        checkpoints.drop(base, conversation, mend.gone)
        checkpoints.write(base, conversation, mend.states)
    base.many(
        "UPDATE conversation SET exchanges = ?, waits = ? WHERE id = ?",
        [(mend.exchanges, pack(mend.waits), id) for id, mend in mends.items()],
    )


def kept_answers(base: Base, mends: Mapping[int, Mended]) -> set[tuple[Any, ...]]:
    """The answers on record in what was folded again."""
    heard = sorted({exchange for mend in mends.values() for exchange in mend.heard})
    return set(
        base.rows(
            "SELECT conversation, exchange, person, channel, took FROM answer"
            " WHERE exchange IN (SELECT value FROM json_each(?))",
            (json.dumps(heard),),
        )
    )


def _stood(
    base: Base, conversation: int, touched: Touched, exchanges: int, waits: Waits
) -> _Stood | None:
    rows = Rows()
    read_around(base, {conversation: rows})
    read_participants(base, {conversation: rows})
    known = {base.me, *rows.participants, *(promise.owner for promise in rows.promises)}
    read_names(base, {conversation: (rows, known)})
    settings = rows.settings(base)
    choices = [] if touched.is_light else in_time(base, conversation, settings.choices)
    if choices is None:
        return None
    return _Stood(rows, settings, waits, exchanges, choices)


def _mended(base: Base, conversation: int, touched: Touched, stood: _Stood) -> Mended | None:
    if touched.is_light:
        return _decided(touched, stood)
    here = read_exchanges(base, touched.edited | touched.shifted)
    found = [each for each in here if each[0] == conversation]
    gone = read_removed(base, touched.shifted - {each.id for _, _, each in found})
    shifted = [(moment, each) for _, moment, each in (*found, *gone) if each.id in touched.shifted]
    if not fit(base, conversation, shifted, stood.settings):
        return None
    if present(each for _, _, each in found) - stood.rows.participants.keys() - {base.me}:
        return None
    chosen = since(base, conversation, touched.chosen)
    if chosen is None:
        return None
    moments = [*(moment for _, moment, _ in (*found, *gone)), *chosen]
    count: int = base.value(
        "SELECT count(*) FROM exchange WHERE conversation = ? AND deleted_at IS NULL",
        (conversation,),
    )
    gone_at = [moment for _, moment, _ in gone]
    course = _Course(base, conversation, stood)
    last = _last_answer(base, conversation, touched)
    waits = course.run(min(moments), max([*moments, *last]), gone_at)
    waits = with_promises(waits, stood.rows.promises, stood.settings)
    heard = course.heard | {each.id for _, _, each in gone}
    return Mended(waits, count, heard, course.states, gone_at)


def _last_answer(base: Base, conversation: int, touched: Touched) -> list[int]:
    """The moment of the last exchange that answers one of those touched, if any does."""
    last = base.value(
        "SELECT max(sorted_at) FROM exchange WHERE conversation = ? AND deleted_at IS NULL"
        " AND answers IN (SELECT value FROM json_each(?))",
        (conversation, json.dumps(sorted(touched.edited | touched.shifted))),
    )
    return [] if last is None else [last]


def _decided(touched: Touched, stood: _Stood) -> Mended | None:
    """After a new setting by hand, or where promises alone were changed."""
    waits = stood.waits
    if touched.choice is not None:
        newest = max(stood.settings.choices, key=lambda choice: (choice.known, choice.id))
        if newest.id != touched.choice:
            return None
        folding = Folding(stood.settings, waits)
        folding.choose(newest)
        waits = folding.waits()
    waits = with_promises(waits, stood.rows.promises, stood.settings)
    return Mended(waits, stood.exchanges)


class _Course:
    """The folding of a conversation from a checkpoint on."""

    def __init__(self, base: Base, conversation: int, stood: _Stood) -> None:
        self._base = base
        self._conversation = conversation
        self._stood = stood
        self.heard: set[int] = set()
        self.states: dict[int, str] = {}

    def run(self, first: int, last: int, gone: Collection[int]) -> Waits:
        """The waits, promises apart, after a change between two moments.

        At the moments of `gone` nothing is said any more, and so there are no checkpoints.
        """
        base, conversation, stood = self._base, self._conversation, self._stood
        start = checkpoints.before(base, conversation, first)
        begin = NEVER if start is None else start[0]
        folding = Folding(stood.settings, None if start is None else unpack(start[1]))
        choices = [
            (after, choice)
            for after, choice in stood.choices
            if start is None or (after is not None and after >= begin)
        ]
        for end, state in checkpoints.following(base, conversation, begin):
            if end in gone:
                continue
            self._hear(folding, begin, end, choices)
            packed = pack(folding.waits())
            if packed != state:
                self.states[end] = packed
            elif end >= last:
                return replace(stood.waits, answers=tuple(folding.answers))
            begin = end
        self._hear(folding, begin, None, choices)
        for _, choice in choices:
            folding.choose(choice)
        return folding.waits()

    def _hear(
        self,
        folding: Folding,
        begin: int,
        end: int | None,
        choices: list[tuple[int | None, Choice]],
    ) -> None:
        """Fold the exchanges after a moment up to another one, and what is set between them."""
        for moment, exchange, answered in self._between(begin, end):
            while choices and (choices[0][0] is None or choices[0][0] < moment):
                folding.choose(choices.pop(0)[1])
            folding.hear(exchange, answered)

    def _between(
        self, begin: int, end: int | None
    ) -> Iterator[tuple[int, Exchange, Exchange | None]]:
        rows = read_between(self._base, self._conversation, begin, end)
        rows.sort(key=lambda row: row[0])
        known = {exchange.id: exchange for _, exchange in rows}
        self.heard |= known.keys()
        wanted = {each.answers for _, each in rows if each.answers is not None} - known.keys()
        for conversation, _, exchange in read_exchanges(self._base, wanted):
            if conversation == self._conversation:
                known[exchange.id] = exchange
        for moment, exchange in rows:
            answers = exchange.answers
            yield moment, exchange, None if answers is None else known.get(answers)
