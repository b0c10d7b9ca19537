"""Somebody who has a rhythm, as a row."""

from datetime import date, tzinfo

from convonote.conversation.rhythm import every
from convonote.conversation.zones import day_of
from convonote.store.rhythm.records import Rhythm
from convonote.text.clean import clean
from convonote.text.times import ago, due
from convonote.text.width import cut, pad, width
from convonote.widgets.rows import MARKER
from convonote.widgets.spans import Line, Span

SIGN = "~"
"""What stands before somebody to reach out to, where a conversation has whose turn it is."""


def rhythm_row(one: Rhythm, cells: int, now: int, zone: tzinfo, *, selected: bool = False) -> Line:
    """Who, how often or what is near, and how long ago one was last in touch."""
    when = "never" if one.last_at is None else ago(one.last_at, now)
    body = max(4, cells - 4 - width(when))
    what = _what(one, day_of(now, zone))
    often_cells = min(width(what), max(0, body * 12 // 20))
    name_cells = max(0, body - often_cells - 1)
    return (
        Span(MARKER, "marker") if selected else Span(" "),
        Span(f"{SIGN} " if one.reaching else "  "),
        Span(pad(cut(clean(one.person.name), name_cells), name_cells), "name"),
        Span(" "),
        Span(pad(cut(what, often_cells), often_cells), "topic"),
        Span(f" {when}", "when"),
    )


def reaching_line(one: Rhythm) -> Line:
    """Above the conversation in which one was last in touch: who, and why it is time."""
    return (
        Span(f" {clean(one.person.name)}", "title"),
        Span(f"  {clean(one.why)}", "aside"),
    )


def _what(one: Rhythm, today: date) -> str:
    """Why they stand there, in few cells; the rarest first."""
    if one.birthday is not None:
        return f"birthday {due(one.birthday, today)}"
    if one.quiet is not None:
        return f"until {due(one.quiet.until, today)}"
    words = every(one.days)
    for unit, short in (("days", "d"), ("weeks", "w"), ("months", "mo"), ("years", "y")):
        words = words.replace(f" {unit}", short)
    return words
