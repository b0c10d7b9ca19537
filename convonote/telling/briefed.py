"""A briefing as titled lines, the same on the screen and in the shell; knows neither."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo

from convonote.conversation.details import DetailKind
from convonote.conversation.pace import usually
from convonote.conversation.records import Turn
from convonote.conversation.zones import day_of
from convonote.store.people.records import Briefing
from convonote.store.records import Conversation, Hit, PromiseRow
from convonote.telling.particulars import in_a_line
from convonote.text.times import ago, due, long_day, said

_SIGNS = {Turn.ME: ">", Turn.THEM: "<", Turn.NOBODY: "="}


@dataclass(frozen=True, slots=True)
class Part:
    """A title and what stands below it; not yet cleaned."""

    title: str
    lines: tuple[str, ...]


def about(briefing: Briefing) -> tuple[str, ...]:
    """Who they are, in a line or two, and how they like to be reached."""
    contact = briefing.contact
    line = in_a_line(contact.details)
    work = [
        one.value
        for kind in (DetailKind.ROLE, DetailKind.ORGANISATION)
        for one in contact.details
        if one.kind == kind and one.value not in line
    ]
    prefers = [one.value for one in contact.details if one.kind == DetailKind.PREFERS]
    best = contact.person.addresses[: max(1, contact.preferred)]
    reached = ", ".join(f"{channel} {value}" for channel, value in best)
    liked = f"prefers {prefers[0]}" if prefers else ""
    lines = (line, ", ".join(work), "   ".join(filter(None, (liked, reached))))
    return tuple(filter(None, lines))


def parts(briefing: Briefing, now: int, zone: tzinfo) -> Iterator[Part]:
    """Everything there is to say; parts with nothing in them are left out."""
    more = briefing.open - len(briefing.conversations)
    turns = [_turn(one, now, zone) for one in briefing.conversations]
    turns += [f"and {more} more"] if more else []
    found = (
        Part("WHOSE TURN", tuple(turns) or ("nobody waits for anybody",)),
        Part("OWED", tuple(_owed(one, now, zone) for one in briefing.promises)),
        Part(
            "THEY ASKED FOR",
            tuple(f"{one.text}{_on(one.said_at, now, zone)}" for one in briefing.wishes),
        ),
        Part(
            "BRING UP",
            tuple(f"{one.text}{_on(one.said_at, now, zone)}" for one in briefing.next_time),
        ),
        Part(
            "THEY TOLD OF THEMSELVES",
            tuple(f"{one.text}{_on(one.said_at, now, zone)}" for one in briefing.volunteered),
        ),
        Part("RHYTHM", tuple(_rhythm(briefing))),
        Part("SAID LAST", tuple(_last(one, now) for one in briefing.last)),
    )
    return (part for part in found if part.lines)


def _turn(one: Conversation, now: int, zone: tzinfo) -> str:
    """Whose turn it is in a conversation, since when, and why."""
    since = "" if one.since is None else f" {ago(one.since, now)}"
    if one.until is not None:
        return f"= {one.topic}  until {due(day_of(one.until, zone), day_of(now, zone))}"
    why = "; ".join(dict.fromkeys(holder.why for holder in one.holders))
    return f"{_SIGNS[one.turn]} {one.topic or '(no topic)'}{since}{f'  {why}' if why else ''}"


def _owed(one: PromiseRow, now: int, zone: tzinfo) -> str:
    who = "you owe" if one.owner.me else f"{one.owner.name} owes"
    by = f" ({due(one.due, day_of(now, zone))})" if one.due else ""
    return f"{who}: {one.what}{by}{', overdue' if one.overdue else ''}"


def _on(at: int, now: int, zone: tzinfo) -> str:
    return f"  ({long_day(day_of(at, zone), day_of(now, zone))})"


def _rhythm(briefing: Briefing) -> Iterator[str]:
    """How often one wants to be in touch, and how long they usually take, as facts."""
    rhythm = briefing.rhythm
    if rhythm is not None:
        yield rhythm.why
    if rhythm is None or rhythm.birthday is None:
        of = (one for one in briefing.contact.details if one.kind == DetailKind.BIRTHDAY)
        yield from (f"birthday {one.value.removeprefix('--')}" for one in of)
    name = briefing.contact.person.name
    for one in briefing.pace[:1]:
        yield usually(name, one.median, one.channel)


def _last(one: Hit, now: int) -> str:
    who = f"  {one.author}" if one.author else ""
    return f"{said(one.at, one.offset, now)}{who}  {one.channel}  {one.topic}: {one.snippet}"
