"""A briefing as titled lines, the same on the screen and in the shell; knows neither."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo

from convonote.conversation.details import DetailKind
from convonote.conversation.pace import usually
from convonote.conversation.turn_records import Turn
from convonote.conversation.zones import day_at, day_of
from convonote.store.listening.records import Remark, WishRow
from convonote.store.people.records import Briefing
from convonote.store.promises.records import PromiseRow
from convonote.store.records import Conversation
from convonote.store.search.records import Hit
from convonote.telling.particulars import birthday, in_a_line
from convonote.telling.reported import says, where
from convonote.text.times import ago, due, from_day, long_day, said

_SIGNS = {Turn.ME: ">", Turn.THEM: "<", Turn.NOBODY: "="}


@dataclass(frozen=True, slots=True)
class Part:
    """What stands below a title; not yet cleaned."""

    name: str
    lines: tuple[str, ...]
    more: int = 0
    """How many more there are, which are left out."""

    @property
    def title(self) -> str:
        """The name, with how many there are where some are left out."""
        shown = len(self.lines)
        return f"{self.name} ({shown} of {shown + self.more})" if self.more else self.name


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
    met = [
        f"how we met: {' '.join(one.value.split())}"
        for one in contact.details
        if one.kind == DetailKind.MET
    ]
    lines = (line, ", ".join(work), "   ".join(filter(None, (liked, reached))), *met)
    return tuple(filter(None, lines))


def parts(briefing: Briefing, now: int, zone: tzinfo) -> Iterator[Part]:
    """Everything there is to say; parts with nothing in them are left out."""
    turns = tuple(_turn(one, now, zone) for one in briefing.conversations)
    found = (
        Part(
            "WHOSE TURN",
            turns or ("nobody waits for anybody",),
            briefing.open - len(briefing.conversations),
        ),
        Part("OWED", tuple(_owed(one, now, zone) for one in briefing.promises)),
        Part(
            "THEY ASKED FOR",
            tuple(f"{one.text}{_on(one, now, zone)}" for one in briefing.wishes),
        ),
        Part(
            "BRING UP",
            tuple(
                f"{one.text}{from_day(one.due, day_of(now, zone))}{_on(one, now, zone)}"
                for one in briefing.next_time
            ),
        ),
        Part(
            "THEY TOLD OF THEMSELVES",
            tuple(f"{one.text}{_on(one, now, zone)}" for one in briefing.volunteered),
        ),
        Part("RHYTHM", tuple(_rhythm(briefing, now, zone))),
        Part("SAID LAST", tuple(_last(one, now) for one in briefing.last)),
    )
    return (part for part in found if part.lines)


def fitted(parts: Iterable[Part], rows: int) -> tuple[Part, ...]:
    """The parts in so many rows with their titles: of the longest one the last lines are left out.

    Of those as long, the last one. A line of each part stays, however few rows there are.
    """
    found = list(parts)
    while sum(1 + len(part.lines) for part in found) > rows:
        place = max(range(len(found)), key=lambda place: (len(found[place].lines), place))
        part = found[place]
        if len(part.lines) == 1:
            break
        found[place] = replace(part, lines=part.lines[:-1], more=part.more + 1)
    return tuple(found)


def _turn(one: Conversation, now: int, zone: tzinfo) -> str:
    """Whose turn it is in a conversation, since when, and why; or until when it rests."""
    topic = f"{_SIGNS[one.turn]} {one.topic or '(no topic)'}"
    if one.until is not None:
        return f"{topic}  later, until {due(day_of(one.until, zone), day_of(now, zone))}"
    since = "" if one.since is None else f" {ago(one.since, now)}"
    why = "; ".join(dict.fromkeys(holder.why for holder in one.holders))
    return f"{topic}{since}{f'  {why}' if why else ''}"


def _owed(one: PromiseRow, now: int, zone: tzinfo) -> str:
    who = "you owe" if one.owner.me else f"{one.owner.name} owes"
    by = f" ({due(one.due, day_of(now, zone))})" if one.due else ""
    told = f"; {says(one.reported)}{where(one.reported)}" if one.reported else ""
    return f"{who}: {one.what}{by}{told}"


def _on(one: WishRow | Remark, now: int, zone: tzinfo) -> str:
    return f"  ({long_day(day_at(one.said_at, one.offset), day_of(now, zone))})"


def _rhythm(briefing: Briefing, now: int, zone: tzinfo) -> Iterator[str]:
    """How often one wants to be in touch, and how long they usually take, as facts."""
    rhythm, quiet, today = briefing.rhythm, briefing.quiet, day_of(now, zone)
    if rhythm is not None:
        often, last, *more = rhythm.said
        yield f"{often}; {last}"
        yield from more
    elif quiet is not None:
        reason = f": {quiet.reason}" if quiet.reason else ""
        yield f"not before {long_day(quiet.until, today)}{reason}"
    if rhythm is None or rhythm.birthday is None:
        of = (one for one in briefing.contact.details if one.kind == DetailKind.BIRTHDAY)
        yield from (birthday(one.value, today) for one in of)
    name = briefing.contact.person.name
    for one in briefing.pace[:1]:
        yield usually(name, one.median, one.channel)


def _last(one: Hit, now: int) -> str:
    who = f"  {one.author}" if one.author else ""
    return f"{said(one.at, one.offset, now)}{who}  {one.channel}  {one.topic}: {one.snippet}"
