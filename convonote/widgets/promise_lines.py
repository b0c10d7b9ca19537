"""Promises as lines of text: under the exchange they were made in, and in their list."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from convonote.conversation.promising import PromiseSection
from convonote.conversation.records import PromiseState
from convonote.conversation.zones import day_of
from convonote.store.promises.records import PromiseRow, Report
from convonote.telling.reported import says, where
from convonote.text.clean import clean
from convonote.text.times import ago, due, long_day
from convonote.text.width import cut, pad, width
from convonote.widgets.rows import MARKER
from convonote.widgets.spans import Line, Span

TITLES: Mapping[PromiseSection, str] = {
    PromiseSection.OVERDUE: "OVERDUE",
    PromiseSection.DUE: "DUE",
    PromiseSection.OPEN: "NO DUE DATE",
    PromiseSection.SUGGESTED: "SUGGESTED",
    PromiseSection.KEPT: "KEPT",
    PromiseSection.LET_GO: "LET GO",
}
SUGGESTIONS = 3
"""Suggestions that are shown under an exchange; the others are counted."""
RAIL = "── "
_OWNER, _DUE = 12, 10
"""Cells of a row for who owes, and for when it is due."""
_SIGNS: Mapping[PromiseState, str] = {
    PromiseState.SUGGESTED: "?",
    PromiseState.KEPT: "x",
    PromiseState.LET_GO: "-",
}
_DID: Mapping[PromiseState, tuple[str, str]] = {
    PromiseState.OPEN: ("you owe", "owes"),
    PromiseState.KEPT: ("you kept", "kept"),
    PromiseState.LET_GO: ("you let go of", "let go of"),
}
"""What I did and what others did, by where it stands."""


def name_of(promise: PromiseRow) -> str:
    """Who owes it; `?` where the text names somebody whom nobody knows."""
    if promise.unowned:
        return "?"
    return "you" if promise.owner.me else clean(promise.owner.name)


# Under the exchange


def promise_notes(
    promises: Sequence[PromiseRow],
    reports: Sequence[Report],
    keys: tuple[str, str],
    cells: int,
    now: int,
    zone: tzinfo,
) -> list[Line]:
    """A line for each promise made in an exchange, and for what it says of others.

    `keys` take and dismiss a suggestion.
    """
    shown = [promise for promise in promises if promise.state is not PromiseState.DISMISSED]
    suggested = [promise for promise in shown if promise.state is PromiseState.SUGGESTED]
    take, dismiss = keys
    found = [
        _note(_does(promise), promise.what, _when(promise, now, zone), cells)
        for promise in shown
        if promise.state is not PromiseState.SUGGESTED
    ]
    for promise in suggested[:SUGGESTIONS]:
        when = _when(promise, now, zone)
        found.append(
            _note(
                _does(promise),
                promise.what,
                Span(f"{when.text}  {take} take  {dismiss} no", "aside"),
                cells,
            )
        )
    if len(suggested) > SUGGESTIONS:
        found.append((Span(f"{RAIL}{len(suggested) - SUGGESTIONS} more suggested", "aside"),))
    for report in reports:
        verb = "kept" if report.state is PromiseState.KEPT else "let go"
        end = Span(f"  {take} {verb}  {dismiss} no", "aside")
        found.append(_note(says(report), report.what, end, cells))
    return found


def _note(lead: str, what: str, end: Span, cells: int) -> Line:
    """A line in which what is promised is cut to the room there is."""
    room = max(8, cells - width(RAIL) - width(lead) - width(end.text) - 4)
    said = Span(f"“{cut(clean(what), room)}”")
    return (Span(RAIL, "rail"), Span(f"{lead}: ", "owed"), said, end)


def _does(promise: PromiseRow) -> str:
    """Whose it is, and where it stands."""
    if promise.state is PromiseState.SUGGESTED:
        return f"{name_of(promise)} may owe"
    mine, theirs = _DID[promise.state]
    return mine if promise.owner.me else f"{name_of(promise)} {theirs}"


def _when(promise: PromiseRow, now: int, zone: tzinfo) -> Span:
    today = day_of(now, zone)
    if promise.settled is not None and promise.state in (PromiseState.KEPT, PromiseState.LET_GO):
        return Span(f"  {long_day(day_of(promise.settled.at, zone), today)}", "when")
    if promise.due is None:
        return Span("")
    return Span(f"  {due(promise.due, today)}", "overdue" if promise.overdue else "when")


# In the list


def promise_heading(
    section: PromiseSection, count: int, *, folds: bool, unfolded: bool, selected: bool = False
) -> Line:
    """A section's title with its count; `+` or `-` where it can be unfolded or folded."""
    sign = ("-" if unfolded else "+") if folds else ""
    return (
        Span(MARKER, "marker") if selected else Span(" "),
        Span(f"{TITLES[section]} {count} {sign}", "heading"),
    )


def promise_row(
    promise: PromiseRow, cells: int, now: int, zone: tzinfo, *, selected: bool = False
) -> Line:
    """One promise: who owes what until when, and in which conversation."""
    sign = "!" if promise.overdue else _SIGNS.get(promise.state, " ")
    body = max(8, cells - 3 - _OWNER - _DUE)
    beside = body * 2 // 5 if body >= 40 else 0
    what = body - beside - (1 if beside else 0)
    told = f"  {promise.reported.state}?" if promise.reported else ""
    said = cut(clean(promise.what), what - width(told))
    rest = " " * max(0, what - width(said) - width(told))
    line: Line = (
        Span(MARKER, "marker") if selected else Span(" "),
        Span(f"{sign} ", "overdue" if promise.overdue else "aside"),
        Span(f"{pad(cut(name_of(promise), _OWNER - 1), _OWNER - 1)} ", "name"),
        Span(said),
        Span(told, "owed"),
        Span(rest),
        Span(_until(promise, now, zone), "overdue" if promise.overdue else "when"),
    )
    if not beside:
        return line
    return (*line, Span(" "), Span(cut(_where(promise), beside), "aside"))


def _until(promise: PromiseRow, now: int, zone: tzinfo) -> str:
    """When it is due, or how long ago it was settled, in its column."""
    words = ""
    if promise.state in (PromiseState.KEPT, PromiseState.LET_GO):
        words = ago(promise.settled.at, now) if promise.settled else ""
    elif promise.due is not None:
        words = due(promise.due, day_of(now, zone))
    return pad(cut(f" {words}", _DUE), _DUE)


def _where(promise: PromiseRow) -> str:
    """The topic and with whom."""
    others = ", ".join(clean(person.name) for person in promise.people)
    topic = clean(promise.topic) or "(no topic)"
    return f"{topic} · {others}" if others else topic


def promise_story(promise: PromiseRow, now: int, zone: tzinfo) -> Line:
    """When it was promised, until when, and who said where it stands."""
    today = day_of(now, zone)
    parts = [f"{long_day(day_of(promise.said_at, zone), today)}: {name_of(promise)}"]
    parts[0] += " may have promised it" if promise.state is PromiseState.SUGGESTED else " promised"
    if promise.due is not None:
        parts.append(f"due {long_day(promise.due, today)}")
    if promise.settled is not None and promise.state in (PromiseState.KEPT, PromiseState.LET_GO):
        who = "you" if promise.settled.person.me else clean(promise.settled.person.name)
        on = long_day(day_of(promise.settled.at, zone), today)
        parts.append(f"{who} said {promise.state} on {on}{where(promise.settled)}")
    if promise.reported is not None:
        parts.append(f"{says(promise.reported)}{where(promise.reported)}")
    return (Span(f"{RAIL}{' · '.join(parts)}", "aside"),)
