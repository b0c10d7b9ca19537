"""Where a conversation stands in the queue at a moment: sections, order, T6, T11, T13, T14."""

from collections.abc import Iterable, Sequence

from convonote.conversation.records import DAY
from convonote.conversation.turn_records import (
    Holder,
    LastWord,
    Pace,
    Place,
    Rank,
    Section,
    Turn,
    Wait,
    Waits,
    Why,
)

SHORTEST_NUDGE = 2 * DAY
"""Nobody is nudged sooner than this, however quick they usually are (T13)."""


def place(waits: Waits, pace: Pace, now: int) -> Place:
    """The section of a conversation and its place in it at a moment, and until when that holds.

    The section is the first that fits of: closed, later (snoozed), mine, nudge, theirs, quiet,
    later (something falls due later), resting.
    """
    begun = [wait for wait in waits.open if wait.starts is None or wait.starts <= now]
    coming = [wait.starts for wait in waits.open if wait.starts is not None and wait.starts > now]
    lapsed = [wait for wait in begun if (end := lapses(wait, waits)) is not None and end <= now]
    active = [wait for wait in begun if wait not in lapsed]
    holders = _holders(active, waits.me)
    nudge_at = None if waits.closed else nudge(active, waits, pace)
    section, until = _section(waits, holders, bool(lapsed), coming, nudge_at, now)
    rank, order = _order(section, active, waits, pace, until, now)
    return Place(
        section=section,
        turn=_turn(holders),
        rank=rank,
        order=order,
        holders=holders,
        lapsed=_holders(lapsed, waits.me),
        until=until,
        changes_at=_changes_at(waits, nudge_at, now),
    )


def lapses(wait: Wait, waits: Waits) -> int | None:
    """When a wait goes quiet if nobody speaks (T14); None for never."""
    if wait.lasting:
        return None
    # One does not forget before the day on which one wants to be reminded.
    silent_since = max(wait.since, waits.spoken_at or wait.since, wait.remind or wait.since)
    return silent_since + (waits.quiet_after_ask if wait.asks else waits.quiet_after)


def nudge(active: Iterable[Wait], waits: Waits, pace: Pace) -> int | None:
    """When it will have been longer than they usually take, or a set date comes (T13); None never.

    Only where somebody still owes me an answer. A date that I set stands in the place of what is
    usual; without one my last word must have asked something.
    """
    active = tuple(active)
    word = waits.my_word
    if dates := [date for wait in active if (date := _to_remind(wait, word)) is not None]:
        return min(dates)
    if word is None or not word.asks:
        return None
    awaited = {
        person
        for wait in active
        if wait.asker == waits.me or wait.reason.why is Why.SET
        for person in wait.awaited
        if person != waits.me
    }
    usual = min((pace.usual(person, word.channel) for person in awaited), default=None)
    return None if usual is None else word.at + max(SHORTEST_NUDGE, 2 * usual)


def _to_remind(wait: Wait, word: LastWord | None) -> int | None:
    """The date of a wait; of one that was set by hand, until I have written after it."""
    written = wait.reason.why is Why.SET and word is not None and word.at >= (wait.remind or 0)
    return None if written else wait.remind


def _holders(waits: Iterable[Wait], me: int) -> tuple[Holder, ...]:
    """Everybody awaited, each with the oldest wait for them, the longest waited for first."""
    by_person: dict[int, list[Wait]] = {}
    for wait in waits:
        for person in wait.awaited:
            by_person.setdefault(person, []).append(wait)
    holders = []
    for person, theirs in by_person.items():
        oldest = min(theirs, key=lambda wait: wait.since)
        holders.append(
            Holder(
                person=person,
                me=person == me,
                since=oldest.since,
                due=min((wait.due for wait in theirs if wait.due is not None), default=None),
                reason=oldest.reason,
                asker=oldest.asker,
                asker_me=oldest.asker == me,
                remind=min(
                    (wait.remind for wait in theirs if wait.remind is not None), default=None
                ),
                together=len(oldest.awaited),
                everyone=oldest.everyone,
            )
        )
    return tuple(sorted(holders, key=lambda holder: (holder.since, holder.person)))


def _turn(holders: Sequence[Holder]) -> Turn:
    if any(holder.me for holder in holders):
        return Turn.ME
    return Turn.THEM if holders else Turn.NOBODY


def _section(
    waits: Waits,
    holders: Sequence[Holder],
    quiet: bool,
    coming: Sequence[int],
    nudge_at: int | None,
    now: int,
) -> tuple[Section, int | None]:
    if waits.closed:
        return Section.CLOSED, None
    if waits.later is not None and waits.later > now:
        return Section.LATER, waits.later
    match _turn(holders):
        case Turn.ME:
            return Section.MINE, None
        case Turn.THEM:
            late = nudge_at is not None and nudge_at <= now
            return (Section.NUDGE if late else Section.THEIRS), None
    if quiet:
        return Section.QUIET, None
    return (Section.LATER, min(coming)) if coming else (Section.RESTING, None)


def _order(
    section: Section,
    active: Sequence[Wait],
    waits: Waits,
    pace: Pace,
    until: int | None,
    now: int,
) -> tuple[Rank, int]:
    """Rank and order; only *mine* ranks, and elsewhere the oldest or the soonest is first."""
    match section:
        case Section.MINE:
            return _order_of_mine([w for w in active if waits.me in w.awaited], pace, now)
        case Section.NUDGE | Section.THEIRS:
            return Rank.USUAL, min(wait.since for wait in active)
        case Section.LATER:
            return Rank.USUAL, until or 0
    return Rank.USUAL, -(waits.spoken_at or 0)


def _order_of_mine(mine: Sequence[Wait], pace: Pace, now: int) -> tuple[Rank, int]:
    """Overdue promises, then what is due today, then by since and the asker's usual pace."""
    overdue = [wait.overdue for wait in mine if wait.overdue is not None]
    if passed := [moment for moment in overdue if moment <= now]:
        return Rank.OVERDUE, min(passed)
    if overdue:
        return Rank.DUE_TODAY, min(overdue)
    return Rank.USUAL, min(_expected(wait, pace) for wait in mine)


def _expected(wait: Wait, pace: Pace) -> int:
    if wait.asker is None:
        return wait.since
    return wait.since + pace.usual(wait.asker, wait.reason.channel)


def _changes_at(waits: Waits, nudge_at: int | None, now: int) -> int | None:
    moments = [waits.later, nudge_at]
    for wait in waits.open:
        moments += (wait.starts, wait.overdue, lapses(wait, waits))
    return min((moment for moment in moments if moment is not None and moment > now), default=None)
