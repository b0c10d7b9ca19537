"""What filters mean in this notebook: whom a name fits, which conversations, from when to when.

Most of a filter is part of the match: words of the `tokens` column, of which the index knows where
they are, and the moments, which its rowids follow. Only what changes without the index (whose turn
it is, what was promised) is looked up beside it, and goes by way of the conversations where these
are few.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from convonote.conversation.dates import DateError
from convonote.conversation.filters import (
    KINDS,
    PEOPLE,
    TURNS,
    Asked,
    Field,
    Filter,
    first_day,
    read,
)
from convonote.conversation.records import Channel
from convonote.conversation.turn_records import Section
from convonote.store.base import Base
from convonote.store.search import named
from convonote.store.search.tokens import ATTACHED, channel_word

MOST = 200
"""People or conversations that a name may mean; of more, the latest."""
FEW = 500
"""Conversations that are named in the match; of more, each hit is looked at."""
SHOWN = 3
"""Names that are shown of those that fit."""
_SECTIONS = {
    "me": (Section.MINE, Section.LATER, Section.CLOSED),
    "them": (Section.NUDGE, Section.THEIRS, Section.LATER, Section.CLOSED),
}
"""Where conversations with such a turn may stand: the queue is indexed by section."""
_MARK = {Field.FROM: "f", Field.TO: "t", Field.WITH: "w"}
PROMISED = "FROM promise WHERE deleted_at IS NULL AND state IN ('open', 'kept', 'let go')"
"""SQL: what was promised, without what is only suggested."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is asked for, with its filters understood."""

    words: str
    tokens: tuple[tuple[str, ...], ...] = ()
    """Words of the `tokens` column; one of each group must be there."""
    first: date | None = None
    """The day from which on it was said, by the clocks where it was said."""
    before: date | None = None
    """The day before which."""
    turns: tuple[str, ...] = ()
    """Whose turn it is in the conversation; not only one of these, but each."""
    promised: bool = False
    """Something was promised in it."""
    without: tuple[int, ...] = ()
    """Conversations that are passed over."""
    understood: tuple[str, ...] = ()
    """Each filter as it was understood, such as `from Ana Lima, Ana Santos`."""
    troubles: tuple[str, ...] = ()
    """Filters that were left out, each with what to do."""
    nobody: bool = False
    """Nothing can fit: no conversation is of the kind that was asked for."""

    @property
    def filtered(self) -> bool:
        """Whether a filter holds, so that there is something to list without any word."""
        return bool(
            self.tokens
            or self.turns
            or self.promised
            or self.first is not None
            or self.before is not None
        )


def narrowed(base: Base, line: str, without: Sequence[int] = ()) -> Narrowed:
    """Understand a line; what cannot be understood is left out and told."""
    asked: Asked = read(line)
    found = Narrowed(asked.words, without=tuple(without))
    for each in asked.filters:
        if each.field in PEOPLE:
            found = _by_people(base, found, each)
        else:
            found = _BY[each.field](base, found, each)
    return found


def within(narrowed: Narrowed, conversation: int) -> Narrowed:
    """The same in one conversation only."""
    return replace(narrowed, tokens=(*narrowed.tokens, (f"v{conversation}",)))


def _left_out(found: Narrowed, each: Filter, why: str) -> Narrowed:
    trouble = f"{why}; searched without {each.typed}"
    return replace(found, troubles=(*found.troubles, trouble))


def _any_of(found: Narrowed, some: tuple[str, ...], told: str) -> Narrowed:
    return replace(found, tokens=(*found.tokens, some), understood=(*found.understood, told))


def _by_people(base: Base, found: Narrowed, each: Filter) -> Narrowed:
    ids: list[int] = []
    for name in filter(None, (part.strip() for part in each.value.split(","))):
        fitting = [base.me] if name.casefold() == "me" else named.people(base, name, MOST)
        if not fitting:
            found = _left_out(found, each, f"nobody is called “{name}”")
        ids += fitting
    if not ids:
        return found
    mark = _MARK[each.field]
    told = f"{each.field} {_names(base, ids)}"
    return _any_of(found, tuple(f"{mark}{id}" for id in dict.fromkeys(ids)), told)


def _names(base: Base, ids: list[int]) -> str:
    names = base.rows(
        "SELECT CASE WHEN me THEN 'me' ELSE name END FROM person"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids[:SHOWN]),),
    )
    more = f" +{len(ids) - SHOWN}" if len(ids) > SHOWN else ""
    if len(ids) >= MOST:
        more += ", no more than these"
    return ", ".join(name for (name,) in names) + more


def _by_channel(base: Base, found: Narrowed, each: Filter) -> Narrowed:
    wanted = each.value.casefold()
    fitting = [one for one in Channel if one == wanted] or [
        one for one in Channel if one.startswith(wanted)
    ]
    if not fitting:
        return _left_out(found, each, f"a channel is one of {', '.join(Channel)}")
    marks = tuple(channel_word(one) for one in fitting)
    return _any_of(found, marks, f"on {', '.join(fitting)}")


def _by_topic(base: Base, found: Narrowed, each: Filter) -> Narrowed:
    if len(each.value) < named.GRAM and each.value.isascii():
        return _left_out(found, each, f"a topic is found by {named.GRAM} letters or more")
    ids = named.conversations(base, each.value, MOST)
    if not ids:
        return _left_out(found, each, f"no conversation is called “{each.value}”")
    if len(ids) == 1:
        (topic,) = base.row("SELECT topic FROM conversation WHERE id = ?", (ids[0],)) or ("",)
        told = f"in {topic}"
    else:
        told = f"in {len(ids)} conversations called “{each.value}”"
    return _any_of(found, tuple(f"v{id}" for id in ids), told)


def _by_day(base: Base, found: Narrowed, each: Filter) -> Narrowed:
    try:
        named = first_day(each.value, base.today())
    except DateError as error:
        return _left_out(found, each, str(error))
    told = (*found.understood, f"{each.field} {named.isoformat()}")
    if each.field is Field.AFTER:
        later = named if found.first is None else max(found.first, named)
        return replace(found, first=later, understood=told)
    earlier = named if found.before is None else min(found.before, named)
    return replace(found, before=earlier, understood=told)


def _by_turn(base: Base, found: Narrowed, each: Filter) -> Narrowed:
    turn = next((one for one in TURNS if one.startswith(each.value.casefold())), None)
    if turn is None:
        return _left_out(found, each, f"turn: takes {', '.join(TURNS)}")
    told = f"turn {turn}"
    few = None
    if turn in _SECTIONS:
        few = _few(
            base,
            "SELECT id FROM conversation WHERE section IN (SELECT value FROM json_each(?))"
            " AND turn = ? AND deleted_at IS NULL AND merged_into IS NULL",
            json.dumps(_SECTIONS[turn]),
            turn,
        )
    if few is not None:
        return _among(found, few, told)
    return replace(found, turns=(*found.turns, turn), understood=(*found.understood, told))


def _by_kind(base: Base, found: Narrowed, each: Filter) -> Narrowed:
    kind = next((one for one in KINDS if one.startswith(each.value.casefold())), None)
    if kind is None:
        return _left_out(found, each, f"has: takes {' or '.join(KINDS)}")
    told = f"has {kind}"
    if kind == "attachment":
        return _any_of(found, (ATTACHED,), told)
    found = replace(found, promised=True)
    few = _few(base, f"SELECT DISTINCT conversation {PROMISED}")
    if few is not None:
        return _among(found, few, told)
    return replace(found, understood=(*found.understood, told))


def _few(base: Base, sql: str, *parameters: object) -> list[int] | None:
    """The conversations, where they are few enough to be named in the match."""
    rows = base.rows(f"{sql} LIMIT ?", (*parameters, FEW + 1))
    return None if len(rows) > FEW else [id for (id,) in rows]


def _among(found: Narrowed, conversations: list[int], told: str) -> Narrowed:
    if not conversations:
        return replace(found, nobody=True, understood=(*found.understood, told))
    return _any_of(found, tuple(f"v{id}" for id in conversations), told)


_BY = {
    Field.ON: _by_channel,
    Field.IN: _by_topic,
    Field.AFTER: _by_day,
    Field.BEFORE: _by_day,
    Field.TURN: _by_turn,
    Field.HAS: _by_kind,
}
